"""Long sentences cut down to what stands around the names in them, and offsets as JavaScript counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from wenmai.graph.values import Span

LONG = 400  # code points; up to here a sentence is shown whole
AROUND = 120  # code points kept on either side of a name
ELLIPSIS = "…"


def utf16_offsets(text: str) -> Sequence[int]:
    """For each code point offset, the end included, the offset in UTF-16 units."""
    if not text or max(text) <= "\uffff":
        return range(len(text) + 1)
    return list(accumulate((1 + (character > "\uffff") for character in text), initial=0))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a sentence, and where the marked stretches stand in it, in their order."""

    text: str
    marks: tuple[Span, ...]


def excerpt(text: str, marks: Sequence[Span]) -> Excerpt:
    """The sentence; of one longer than LONG, what stands within AROUND of a mark.

    What is left out becomes one …, a stretch of fewer than AROUND characters between two names stays.
    """
    if len(text) <= LONG or not marks:
        return Excerpt(text, tuple(marks))
    kept = _kept(marks, len(text))
    pieces: list[str] = []
    shift_of: list[tuple[int, int]] = []  # from this offset on, so far to the left or right
    length = end = 0
    for stretch in kept:
        if stretch.start > end:
            pieces.append(ELLIPSIS)
            length += len(ELLIPSIS)
        shift_of.append((stretch.start, length - stretch.start))
        pieces.append(text[stretch.start : stretch.end])
        length += len(stretch)
        end = stretch.end
    if end < len(text):
        pieces.append(ELLIPSIS)
    return Excerpt("".join(pieces), tuple(_moved(marks, shift_of)))


def _kept(marks: Iterable[Span], length: int) -> list[Span]:
    """The stretches around the marks, in their order, none next to another."""
    kept: list[Span] = []
    for mark in sorted(marks, key=lambda each: (each.start, each.end)):
        start, end = max(mark.start - AROUND, 0), min(mark.end + AROUND, length)
        if kept and start < kept[-1].end + AROUND:
            kept[-1] = Span(kept[-1].start, max(end, kept[-1].end))
        else:
            kept.append(Span(start if start >= AROUND else 0, end))
    if kept and kept[-1].end > length - AROUND:
        kept[-1] = Span(kept[-1].start, length)
    return kept


def _moved(marks: Sequence[Span], shift_of: Sequence[tuple[int, int]]) -> list[Span]:
    ordered = sorted(range(len(marks)), key=lambda i: marks[i].start)
    moved = list(marks)
    at = 0
    for i in ordered:
        while at + 1 < len(shift_of) and shift_of[at + 1][0] <= marks[i].start:
            at += 1
        by = shift_of[at][1]
        moved[i] = Span(marks[i].start + by, marks[i].end + by)
    return moved
