"""A name as an extractor reports it, before the page says where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wenmai.graph.values import EntityType

CERTAIN = 1.0  # the score of a name that a rule or a by-line gives


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A name in some text; `score` is the extractor's confidence in [0, 1], three decimals.

    An `own` name is one that the user listed: nothing takes its place.
    """

    start: int
    end: int
    type: EntityType
    score: float = CERTAIN
    own: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a name: {self.start}..{self.end}")

    def overlaps(self, other: Found) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> Found:
        """The same name in a text that begins `by` characters earlier."""
        return Found(self.start + by, self.end + by, self.type, self.score, self.own)


def free_of(taken: Iterable[Found], found: Iterable[Found]) -> list[Found]:
    """The names of `found` that touch none of `taken`, nor one of their own before them.

    The result is sorted; of two that overlap the one that begins first stays, the longer
    one where they begin together. Takes time linear in the names, apart from sorting.
    """
    kept: list[Found] = []
    barriers = sorted(taken)
    k = 0
    for name in sorted(found, key=lambda one: (one.start, -one.end, one.type)):
        while k < len(barriers) and barriers[k].end <= name.start:
            k += 1
        blocked = k < len(barriers) and barriers[k].overlaps(name)
        if not blocked and not (kept and kept[-1].overlaps(name)):
            kept.append(name)
    return kept
