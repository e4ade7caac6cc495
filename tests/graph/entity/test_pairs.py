"""Pairs of names that must be one, and pairs that must not, with the documents around them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from marked_document import document

from wenmai.graph.entity import resolve
from wenmai.loaders.lists import load_gazetteer, load_names

CASES = [
    line
    for line in (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_SAID = re.compile(r"^(?P<name>.+?)(?:@(?P<page>\d))?(?:#(?P<nth>\d))?$")


def mention(said, pages):
    """The mention that a case speaks of."""
    found = _SAID.match(said)
    within = [pages[int(found["page"]) - 1]] if found["page"] else pages
    mentions = [m for page in within for m in page.mentions if m.text == found["name"]]
    return mentions[int(found["nth"] or 1) - 1]


@pytest.mark.parametrize("case", CASES)
def test_pair(case):
    said, *marked = case.split(" | ")
    a, sign, b = re.split(r" ([=≠]) ", said)
    pages = [document(text, f"{n}.txt") for n, text in enumerate(marked, start=1)]
    found = resolve(pages, gazetteer=load_gazetteer(), names=load_names())
    one = found.entity_of[mention(a, pages).key]
    two = found.entity_of[mention(b, pages).key]
    assert (one == two) == (sign == "="), f"{one} {two}"


def test_enough_cases():
    assert len(CASES) >= 150
