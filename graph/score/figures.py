"""Precision, recall and F1 of found names: span and type exact, optional names neutral."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from wenmai.graph.extract.tags import TYPES
from wenmai.graph.score.stretches import Stretches
from wenmai.graph.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wenmai.graph.extract.found import Found
    from wenmai.graph.values import EntityType

ALL = "ALL"


class Marked(Protocol):
    """What names are scored against: those that are there, and the optional ones."""

    @property
    def names(self) -> tuple[Found, ...]:
        """The names to find."""

    @property
    def optional(self) -> tuple[Found, ...]:
        """Names that are neither right nor wrong."""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of names found rightly, found wrongly and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 0 where nothing is there."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in [0, 1]."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


@dataclass(frozen=True, slots=True)
class Touching:
    """The lenient count: how many finds touch a marked name of their type, and the other way round.

    A long find may touch two marked names, so that the two counts differ.
    """

    touching: int
    found: int
    touched: int
    marked: int

    @property
    def precision(self) -> float:
        """The share of finds that touch a marked name of their type."""
        return _share(self.touching, self.found)

    @property
    def recall(self) -> float:
        """The share of marked names that a find of their type touches."""
        return _share(self.touched, self.marked)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in [0, 1]."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a pipeline on annotated text."""

    by_type: Mapping[EntityType, Score]
    all: Score
    untyped: Score  # the span exact, whatever the type
    overlap: Touching
    optional: int  # names marked as optional
    neutral: int  # finds that touch one and are not counted


def counted(marked: Marked, found: Iterable[Found]) -> list[Found]:
    """The finds that count: all but those that touch an optional name and are no marked one."""
    gold = {(name.start, name.end, name.type) for name in marked.names}
    optional = Stretches.of(marked.optional)
    return [
        name for name in found if (name.start, name.end, name.type) in gold or not optional.touched_by(name)
    ]


def score(pairs: Iterable[tuple[Marked, Iterable[Found]]]) -> dict[str, Score]:
    """Scores by type, and of `ALL` together; a find that touches an optional name is not counted."""
    every = figures(pairs)
    return {kind.value: one for kind, one in every.by_type.items()} | {ALL: every.all}


def figures(pairs: Iterable[tuple[Marked, Iterable[Found]]]) -> Figures:
    """All figures; a name that is marked or found twice in one place counts once."""
    right: Counter[EntityType] = Counter()
    wrong: Counter[EntityType] = Counter()
    missed: Counter[EntityType] = Counter()
    more: Counter[str] = Counter()
    for marked, finds in pairs:
        found = list(finds)
        kept = counted(marked, found)
        gold = {(name.start, name.end, name.type) for name in marked.names}
        mine = {(name.start, name.end, name.type) for name in kept}
        right.update(kind for _, _, kind in gold & mine)
        wrong.update(kind for _, _, kind in mine - gold)
        missed.update(kind for _, _, kind in gold - mine)
        more.update(_untyped({one[:2] for one in gold}, {one[:2] for one in mine}))
        for kind in TYPES:
            more.update(_touching(kind, marked, kept, found))
        more.update(optional=len(marked.optional), neutral=len(found) - len(kept))
    by_type = {kind: Score(right[kind], wrong[kind], missed[kind]) for kind in TYPES}
    return Figures(
        by_type,
        Score(right.total(), wrong.total(), missed.total()),
        Score(more["right"], more["wrong"], more["missed"]),
        Touching(more["touching"], more["found"], more["touched"], more["marked"]),
        more["optional"],
        more["neutral"],
    )


def _untyped(gold: set[tuple[int, int]], mine: set[tuple[int, int]]) -> dict[str, int]:
    return {"right": len(gold & mine), "wrong": len(mine - gold), "missed": len(gold - mine)}


def _touching(kind: EntityType, marked: Marked, kept: list[Found], found: list[Found]) -> dict[str, int]:
    mine, gold = _once(kind, kept), _once(kind, marked.names)
    names, finds = Stretches.of(gold), Stretches.of(_once(kind, found))
    return {
        "touching": sum(map(names.touched_by, mine)),
        "found": len(mine),
        "touched": sum(map(finds.touched_by, gold)),
        "marked": len(gold),
    }


def _once(kind: EntityType, names: Iterable[Found]) -> list[Span]:
    return sorted({Span(name.start, name.end) for name in names if name.type == kind})


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
