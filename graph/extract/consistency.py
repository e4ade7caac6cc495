"""A name found once in a document is looked for everywhere in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from wenmai.graph.extract.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wenmai.graph.values import EntityType

SHORTEST = 3  # characters; a shorter name is too often a part of another word


def repeated(
    units: Sequence[str], found: Sequence[Sequence[Found]], *, shortest: int = SHORTEST
) -> list[list[Found]]:
    """The further places of found names, by unit; offsets count into the unit.

    `found[i]` are the names of `units[i]`. A name has the type that most of its finds have
    (on a tie the one found first) and their mean score; longer names go first, and a place
    that touches a find is left alone. Does not look across units.
    """
    names = _names(units, found, shortest)
    return [_further(unit, known, names) for unit, known in zip(units, found, strict=True)]


def _names(
    units: Sequence[str], found: Sequence[Sequence[Found]], shortest: int
) -> list[tuple[str, EntityType, float]]:
    types: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for unit, known in zip(units, found, strict=True):
        for name in known:
            text = unit[name.start : name.end]
            if len(text) >= shortest:
                types[text][name.type] += 1
                scores[text].append(name.score)
    return [
        (text, types[text].most_common(1)[0][0], round(sum(scores[text]) / len(scores[text]), 3))
        for text in sorted(types, key=lambda one: (-len(one), one))
    ]


def _further(
    unit: str, known: Iterable[Found], names: Iterable[tuple[str, EntityType, float]]
) -> list[Found]:
    taken = sorted(known)
    fresh: list[Found] = []
    for text, kind, score in names:
        for start in _places(unit, text):
            name = Found(start, start + len(text), kind, score)
            if not any(name.overlaps(other) for other in taken):
                taken.append(name)
                fresh.append(name)
    return sorted(fresh)


def _places(unit: str, text: str) -> Iterator[int]:
    start = unit.find(text)
    while start >= 0:
        yield start
        start = unit.find(text, start + len(text))
