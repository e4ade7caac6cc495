"""More text from annotated text: other people and other places in the same sentences.

Full names of divisions give way to full names of the same level, bare ones to bare ones, also where an
organisation begins with one; persons of two or three characters to a surname with the given name of
somebody else. What is swapped hangs on the example's id and the seed alone.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wenmai.graph.extract.found import Found
from wenmai.graph.values import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from wenmai.seeds.recipe.text.data import Example

SHARE = 0.8  # of the names that could be swapped, text by text
_STEEP = 3  # the list of surnames stands in order of frequency
_LEVELS = (4, 6)  # digits of a code: prefectures, counties
_ENDING = re.compile("[市县区]$")
_HAN = re.compile("[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Stock:
    """What may stand for what: surnames, given names, and places by their kind."""

    surnames: tuple[str, ...]
    given: tuple[str, ...]
    places: dict[str, tuple[str, ...]]  # every place name, and all that it may give way to

    @classmethod
    def of(cls, seeds: Path, examples: Iterable[Example]) -> Stock:
        """Read the lists of `seeds`; given names are those of the examples' persons."""
        surnames = tuple(_rows(seeds / "names" / "surnames.tsv"))
        persons = {
            example.text[name.start : name.end]
            for example in examples
            for name in example.names
            if name.type == EntityType.PERSON
        }
        given = sorted({person[1:] for person in persons if _is_person(person, surnames)})
        return cls(surnames, tuple(given), _places(_rows(seeds / "gazetteers" / "divisions.tsv")))


def _rows(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _places(rows: Iterable[str]) -> dict[str, tuple[str, ...]]:
    kinds: dict[tuple[int, str, int], list[str]] = {}
    for row in rows:
        code, name = row.split("\t")[:2]
        if len(code) not in _LEVELS:
            continue
        ending = _ENDING.search(name)
        kinds.setdefault((len(code), ending.group() if ending else name[-3:], 0), []).append(name)
        if ending and len(name) > 2:
            kinds.setdefault((len(code), "", len(name) - 1), []).append(name[:-1])
    return {name: tuple(names) for names in kinds.values() for name in names}


def _is_person(text: str, surnames: Sequence[str]) -> bool:
    return 2 <= len(text) <= 3 and text[0] in surnames and _HAN.fullmatch(text) is not None


def swapped(example: Example, stock: Stock, seed: int) -> Example:
    """The example with other names; the same where it holds none that could be swapped."""
    chance = random.Random(f"{seed} {example.id}")  # noqa: S311 no secret
    chosen: dict[str, str] = {}
    text, last = "", 0
    moved: dict[int, Found] = {}
    for name in sorted([*example.names, *example.optional]):
        old = example.text[name.start : name.end]
        if old not in chosen:
            chosen[old] = _other(old, name.type, stock, chance) if chance.random() < SHARE else old
        text += example.text[last : name.start]
        moved[name.start] = replace(name, start=len(text), end=len(text) + len(chosen[old]))
        text += chosen[old]
        last = name.end
    return replace(
        example,
        id=f"{example.id}~{seed}",
        text=text + example.text[last:],
        names=tuple(moved[name.start] for name in example.names),
        optional=tuple(moved[name.start] for name in example.optional),
    )


def _other(text: str, kind: EntityType, stock: Stock, chance: random.Random) -> str:
    if kind == EntityType.PERSON and _is_person(text, stock.surnames):
        rank = int(len(stock.surnames) * chance.random() ** _STEEP)
        return stock.surnames[rank] + chance.choice(stock.given)
    if kind == EntityType.PLACE and text in stock.places:
        return chance.choice(stock.places[text])
    if kind == EntityType.ORG:
        for length in range(min(len(text) - 1, 6), 1, -1):
            if text[:length] in stock.places:
                return chance.choice(stock.places[text[:length]]) + text[length:]
    return text
