"""A text as a pipeline would annotate it, for a person to put right."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wenmai.graph.score import Annotated


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a text was taken from: `start` and `end` are source offsets, `article` counts from 0."""

    source: str
    article: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if not (self.article >= 0 and 0 <= self.start <= self.end):
            raise ValueError(f"no place in {self.source}: {self.article} {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text with the names found in it, where it stands, and how doubtful they are.

    No name overlaps another; `doubt` is in [0, 1], three decimals.
    """

    annotated: Annotated
    origin: Origin
    doubt: float

    def __post_init__(self) -> None:
        names = sorted((*self.annotated.names, *self.annotated.optional))
        if any(a.end > b.start for a, b in pairwise(names)):
            raise ValueError(f"{self.annotated.id}: names overlap")
