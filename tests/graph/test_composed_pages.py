"""Bounds, headlines and authors over pages that the generator composes, held to a floor."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from page_generator import Expected, compose

from wenmai.graph.page import read_page

PAGES = 200
NEAR = 5  # characters, white space apart
BOUNDS, HEADLINES, AUTHORS = 0.95, 0.93, 0.97


@dataclass
class Tally:
    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def bare(text: str | None) -> str:
    return "".join((text or "").split())


def measure(seeds) -> tuple[Tally, Tally, Tally]:
    bounds, headlines, authors = Tally(), Tally(), Tally()
    for seed in seeds:
        text, expected = compose(seed)
        found = read(text)
        for article in expected:
            match = next((k for k, (start, end, _) in enumerate(found) if near(article, start, end)), None)
            if match is None:
                bounds.missed += 1
                headlines.missed += 1
                authors.missed += len(article.authors)
                continue
            said = found.pop(match)[2]
            bounds.right += 1
            headlines.right += bare(said.headline) == bare(article.headline)
            headlines.missed += bare(said.headline) != bare(article.headline)
            authors.right += len(set(said.authors) & set(article.authors))
            authors.wrong += len(set(said.authors) - set(article.authors))
            authors.missed += len(set(article.authors) - set(said.authors))
        bounds.wrong += len(found)
    return bounds, headlines, authors


def read(text: str):
    kept = [0]
    for character in text:
        kept.append(kept[-1] + (not character.isspace()))
    return [(kept[a.span.start], kept[a.span.end], a) for a in read_page(text, source="x").articles]


def near(article: Expected, start: int, end: int) -> bool:
    return abs(article.start - start) <= NEAR and abs(article.end - end) <= NEAR


@pytest.mark.slow
def test_composed_pages_are_read():
    bounds, headlines, authors = measure(range(PAGES))
    assert bounds.f1 >= BOUNDS, bounds
    assert headlines.right / (headlines.right + headlines.missed) >= HEADLINES, headlines
    assert authors.f1 >= AUTHORS, authors


def test_a_seed_is_a_page():
    assert compose(7) == compose(7)
    assert compose(7) != compose(8)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_expected_stands_on_the_page(seed):
    text, expected = compose(seed)
    plain = bare(text)
    assert all(0 <= e.start < e.end <= len(plain) for e in expected)
    assert all(bare(e.headline) in plain for e in expected if e.headline)
