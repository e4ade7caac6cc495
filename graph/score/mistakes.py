"""What was found wrongly or not at all: each error once, with what was marked beside what was found."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from wenmai.graph.score.figures import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wenmai.graph.extract.found import Found
    from wenmai.graph.score.figures import Marked


class ErrorKind(StrEnum):
    """What is wrong."""

    TYPE = "type"  # found just where a name is marked, as another type
    SPAN = "span"  # found across a marked name, the type right or wrong
    FALSE = "false"  # found where no name is marked, or only one that was found rightly
    MISSED = "missed"  # marked, and nothing found there


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error: of type and span it counts as one wrong and one missed, else as one of them."""

    kind: ErrorKind
    found: Found | None
    marked: Found | None

    def __post_init__(self) -> None:
        if (self.found is None, self.marked is None) != _LACKS[self.kind]:
            raise ValueError(f"an error of kind {self.kind} with {self.found} and {self.marked}")

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return min(name.start for name in (self.found, self.marked) if name)

    @property
    def end(self) -> int:
        """Where it ends in the text, exclusive."""
        return max(name.end for name in (self.found, self.marked) if name)


_LACKS = {
    ErrorKind.TYPE: (False, False),
    ErrorKind.SPAN: (False, False),
    ErrorKind.FALSE: (False, True),
    ErrorKind.MISSED: (True, False),
}


def mistakes(marked: Marked, found: Iterable[Found]) -> list[Mistake]:
    """The errors in one text, in the order of their places.

    A wrong find and a missed name make one error where they overlap, each with one other at most:
    those of the same span first, then those that share the most, then those of the same type.
    """
    finds = {(name.start, name.end, name.type): name for name in counted(marked, found)}
    names = {(name.start, name.end, name.type): name for name in marked.names}
    wrong = [finds[key] for key in sorted(finds.keys() - names.keys())]
    missed = [names[key] for key in sorted(names.keys() - finds.keys())]
    errors: list[Mistake] = []
    left_wrong, left_missed = set(range(len(wrong))), set(range(len(missed)))
    for i, j in sorted(_overlapping(wrong, missed), key=lambda pair: _rank(wrong, missed, pair)):
        if i in left_wrong and j in left_missed:
            left_wrong.remove(i)
            left_missed.remove(j)
            kind = ErrorKind.TYPE if _same_span(wrong[i], missed[j]) else ErrorKind.SPAN
            errors.append(Mistake(kind, wrong[i], missed[j]))
    errors += (Mistake(ErrorKind.FALSE, wrong[i], None) for i in left_wrong)
    errors += (Mistake(ErrorKind.MISSED, None, missed[j]) for j in left_missed)
    return sorted(errors, key=lambda one: (one.start, one.end, one.kind, one.found or one.marked))


def _overlapping(wrong: Sequence[Found], missed: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """The pairs that share a character; both are sorted by where they begin."""
    starts = [name.start for name in missed]
    reach = list(accumulate((name.end for name in missed), max))
    for i, find in enumerate(wrong):
        j = bisect_left(starts, find.end) - 1
        while j >= 0 and reach[j] > find.start:
            if missed[j].end > find.start:
                yield i, j
            j -= 1


def _rank(wrong: Sequence[Found], missed: Sequence[Found], pair: tuple[int, int]) -> tuple[object, ...]:
    find, name = wrong[pair[0]], missed[pair[1]]
    shared = min(find.end, name.end) - max(find.start, name.start)
    return not _same_span(find, name), -shared, find.type != name.type, pair


def _same_span(find: Found, name: Found) -> bool:
    return (find.start, find.end) == (name.start, name.end)
