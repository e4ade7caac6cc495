"""What the formats of annotation tools hold alike: a text with names marked in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wenmai.graph.extract.found import Found


class AnnotationFormat(StrEnum):
    """The formats that are read and written, by the names that the command line knows."""

    JSONL = "jsonl"
    DOCCANO = "doccano"
    LABEL_STUDIO = "label-studio"
    CONLL = "conll"


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
class AnnotatedText:
    """A text and the names in it, offsets in code points; none overlaps another.

    `optional` names are neither right nor wrong. `origin` is known of what `annotate` wrote.
    """

    id: str
    text: str
    names: tuple[Found, ...] = ()  # sorted by place
    optional: tuple[Found, ...] = ()  # sorted by place
    origin: Origin | None = None

    def __post_init__(self) -> None:
        marked = sorted((*self.names, *self.optional))
        if marked and max(name.end for name in marked) > len(self.text):
            raise ValueError(f"{self.id}: a name behind the end of the text")
        if any(a.end > b.start for a, b in pairwise(marked)):
            raise ValueError(f"{self.id}: names overlap")
        if list(self.names) != sorted(self.names) or list(self.optional) != sorted(self.optional):
            raise ValueError(f"{self.id}: names out of order")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text as a pipeline would annotate it, and how doubtful that is, in [0, 1], three decimals."""

    annotated: AnnotatedText
    doubt: float
