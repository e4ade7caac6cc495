"""Which of many stretches of a text, overlapping as they may be, something touches."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stretch(Protocol):
    """Anything that begins and ends somewhere, such as a span or a name."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches sorted by where they begin; `reach[i]` is how far the first i + 1 go."""

    starts: tuple[int, ...]
    reach: tuple[int, ...]

    @classmethod
    def of(cls, stretches: Iterable[Stretch]) -> Stretches:
        """Take them in any order."""
        ordered = sorted((one.start, one.end) for one in stretches)
        ends = accumulate((end for _, end in ordered), max)
        return cls(tuple(start for start, _ in ordered), tuple(ends))

    def touched_by(self, one: Stretch) -> bool:
        """Whether it shares a character with any of them; takes time logarithmic in their number."""
        before = bisect_left(self.starts, one.end)
        return before > 0 and self.reach[before - 1] > one.start
