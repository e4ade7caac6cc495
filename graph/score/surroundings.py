"""The sentence around an error, cut into pieces that are marked, found, both or neither."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from wenmai.graph.text.sentences import split
from wenmai.graph.values import Span

if TYPE_CHECKING:
    from wenmai.graph.score.mistakes import Mistake

AROUND = 60  # characters on either side of an error that are shown of a long sentence
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, white space run together."""

    text: str
    marked: bool = False
    found: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around an error; `before` and `after` say whether the sentence goes on there."""

    pieces: tuple[Piece, ...]
    before: bool
    after: bool

    @property
    def text(self) -> str:
        """The pieces as one text."""
        return "".join(piece.text for piece in self.pieces)


class Sentences:
    """The sentences of a text, for the errors in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        ends = [0, *(gap.end() for gap in _BLANK_LINE.finditer(text)), len(text)]
        self._spans = [span for start, end in pairwise(ends) for span in split(text, start, end)]
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]

    def around(self, mistake: Mistake) -> Surroundings:
        """The sentence, or the sentences, that an error stands in; of long ones what is near it."""
        whole = self._whole(mistake)
        start = max(whole.start, mistake.start - AROUND)
        end = min(whole.end, mistake.end + AROUND)
        return Surroundings(self._pieces(mistake, start, end), start > whole.start, end < whole.end)

    def _whole(self, mistake: Mistake) -> Span:
        first = bisect_right(self._ends, mistake.start)
        here = self._spans[first : max(first, bisect_left(self._starts, mistake.end))]
        return Span(
            min([mistake.start, *(span.start for span in here)]),
            max([mistake.end, *(span.end for span in here)]),
        )

    def _pieces(self, mistake: Mistake, start: int, end: int) -> tuple[Piece, ...]:
        names = [name for name in (mistake.found, mistake.marked) if name]
        cuts = sorted({start, end, *(at for name in names for at in (name.start, name.end))})
        return tuple(
            Piece(
                " ".join(re.split(r"\s+", self.text[a:b])),
                mistake.marked is not None and mistake.marked.start <= a and b <= mistake.marked.end,
                mistake.found is not None and mistake.found.start <= a and b <= mistake.found.end,
            )
            for a, b in pairwise(cuts)
        )
