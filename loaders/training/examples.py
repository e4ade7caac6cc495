"""From annotated text to examples: the sentences that the encoder reads, with their names."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import chain
from typing import TYPE_CHECKING

from wenmai.graph.extract.found import Found, free_of
from wenmai.graph.extract.units import units
from wenmai.seeds.recipe.text.data import LONGEST, Example

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wenmai.graph.extract.units import Unit
    from wenmai.graph.score import Annotated


def examples_of(annotated: Annotated) -> Iterator[Example]:
    """The sentences of a text as the encoder reads them, without the white space of the layout.

    A sentence of more than `LONGEST` characters gives several examples, cut outside names. Where
    names overlap, one stays, see `free_of`. A name that leaves its sentence can be neither found
    nor learnt: its characters carry no loss, as those of optional names.
    """
    names = free_of((), annotated.names)
    optional = free_of((), annotated.optional)
    for unit in units(annotated.text):
        inside, across = _placed(names, unit)
        left_out = [*across, *(name for part in _placed(optional, unit) for name in part)]
        for start, end in _stretches(unit.text, [*inside, *left_out]):
            here, cut = _within(inside, start, end)
            yield Example(
                id=f"{annotated.id}:{unit.at[unit.begin + start]}",
                text=unit.text[start:end],
                names=tuple(here),
                optional=tuple(sorted([*cut, *chain(*_within(left_out, start, end))])),
            )


def _placed(names: Sequence[Found], unit: Unit) -> tuple[list[Found], list[Found]]:
    """The names of a sentence in its offsets: those that lie in it, and parts of those that leave it."""
    at = unit.at[unit.begin : unit.begin + len(unit.text)]
    first, behind = at[0], at[-1] + 1
    inside: list[Found] = []
    across: list[Found] = []
    for name in names[bisect_right(names, first, key=lambda one: one.end) :]:
        if name.start >= behind:
            break
        start, end = bisect_left(at, name.start), bisect_left(at, name.end)
        if start < end:
            whole = first <= name.start and name.end <= behind
            (inside if whole else across).append(Found(start, end, name.type, name.score))
    return inside, across


def _within(names: Sequence[Found], start: int, end: int) -> tuple[list[Found], list[Found]]:
    """The names of a stretch in its offsets: those that lie in it, and parts of those that leave it."""
    inside: list[Found] = []
    across: list[Found] = []
    for name in names:
        if name.start < end and start < name.end:
            part = Found(max(name.start, start) - start, min(name.end, end) - start, name.type, name.score)
            (inside if part.moved(start) == name else across).append(part)
    return inside, across


def _stretches(text: str, marked: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """A sentence in stretches of at most `LONGEST`, cut behind punctuation where that can be."""
    crossed = {at for name in marked for at in range(name.start + 1, name.end)}
    start = 0
    while len(text) - start > LONGEST:
        free = [at for at in range(start + 1, start + LONGEST + 1) if at not in crossed]
        pauses = [at for at in free if unicodedata.category(text[at - 1]).startswith("P")]
        stop = max(pauses or free or [start + LONGEST])
        yield start, stop
        start = stop
    yield start, len(text)
