"""Precision, recall and F1 by type: span and type exact, optional names neutral."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wenmai.graph.extract.tags import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wenmai.graph.extract.found import Found
    from wenmai.seeds.recipe.data import Example


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of names found rightly, found wrongly and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 0 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in [0, 1]."""
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 0.0


def score(pairs: Iterable[tuple[Example, Iterable[Found]]]) -> dict[str, Score]:
    """Scores by type, and of `ALL` together; a find that touches an optional name is not counted."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for example, found in pairs:
        gold = {(name.start, name.end, name.type) for name in example.names}
        mine = {
            (name.start, name.end, name.type)
            for name in found
            if (name.start, name.end, name.type) in gold
            or not any(name.overlaps(other) for other in example.optional)
        }
        right.update(kind for _, _, kind in gold & mine)
        wrong.update(kind for _, _, kind in mine - gold)
        missed.update(kind for _, _, kind in gold - mine)
    by_type = {kind.value: Score(right[kind], wrong[kind], missed[kind]) for kind in TYPES}
    return by_type | {"ALL": Score(right.total(), wrong.total(), missed.total())}


def table(scores: dict[str, Score]) -> str:
    """The scores as lines of text."""
    return "\n".join(
        f"{name:<8} P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}  of {one.right + one.missed}"
        for name, one in scores.items()
    )
