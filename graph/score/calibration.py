"""Whether scores mean what they say: of the names scored around .8, are 8 of 10 right?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wenmai.graph.score.figures import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wenmai.graph.extract.found import Found
    from wenmai.graph.score.figures import Marked

BINS = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """A find that counts: its score, in [0, 1], and whether it is right."""

    score: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Finds with scores from `low` on, below the next bin: how many, mean score, share of right ones."""

    low: float
    count: int
    score: float
    right: float


def outcomes(pairs: Iterable[tuple[Marked, Iterable[Found]]]) -> list[Outcome]:
    """The finds that count (those on optional names do not), in order."""
    result: list[Outcome] = []
    for marked, finds in pairs:
        gold = {(name.start, name.end, name.type) for name in marked.names}
        result += [
            Outcome(name.score, (name.start, name.end, name.type) in gold) for name in counted(marked, finds)
        ]
    return result


def reliability(finds: Iterable[Outcome], *, bins: int = BINS) -> list[Bin]:
    """Bins of equal width, the empty ones left out; a score of 1 belongs to the last."""
    parts: dict[int, list[Outcome]] = {}
    for one in finds:
        parts.setdefault(min(bins - 1, int(one.score * bins)), []).append(one)
    return [
        Bin(
            low=number / bins,
            count=len(part),
            score=sum(one.score for one in part) / len(part),
            right=sum(one.right for one in part) / len(part),
        )
        for number, part in sorted(parts.items())
    ]


def expected_calibration_error(bins: Iterable[Bin]) -> float:
    """The mean distance between score and share of right ones, weighted by count (Guo and others 2017)."""
    parts = list(bins)
    total = sum(part.count for part in parts)
    return sum(part.count * abs(part.score - part.right) for part in parts) / total if total else 0.0
