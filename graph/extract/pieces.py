"""The pieces that the encoder reads: unigram segmentation (Kudo 2018) and character rows."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]

BEGIN, PAD, END, UNKNOWN = "<s>", "<pad>", "</s>", "<unk>"
SPECIAL = (BEGIN, PAD, END, UNKNOWN)
WORD_START = "▁"
LAST_PLACE = 7  # later places in a piece share one embedding
UNKNOWN_PENALTY = 10.0


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as the encoder reads it: P pieces, N characters.

    `pieces`: P rows of the piece table; `at`: for each character the index of its piece;
    `place`: its place in that piece, at most `LAST_PLACE`; `characters`: its own row.
    """

    pieces: Rows
    at: Rows
    place: Rows
    characters: Rows


@lru_cache(maxsize=1 << 14)
def folded(character: str) -> str:
    """One character for one: full-width and compatibility forms as their plain ones (NFKC)."""
    plain = unicodedata.normalize("NFKC", character)
    return plain[0] if plain and not plain[0].isspace() else character


@dataclass(frozen=True, slots=True)
class Pieces:
    """The piece table: a piece's row is its line in the file, its score a log probability."""

    table: dict[str, tuple[int, float]]
    special: dict[str, int]
    floor: float = field(init=False)
    beginnings: frozenset[str] = field(init=False, repr=False)  # what longer pieces begin with
    rows: dict[str, int] = field(init=False, repr=False)  # of characters

    def __post_init__(self) -> None:
        missing = [name for name in SPECIAL if name not in self.special]
        if missing or not self.table:
            raise ValueError(f"the piece table lacks {', '.join(missing) or 'all pieces'}")
        object.__setattr__(self, "floor", min(score for _, score in self.table.values()) - UNKNOWN_PENALTY)
        parts = {piece[:length] for piece in self.table for length in range(1, len(piece))}
        object.__setattr__(self, "beginnings", frozenset(parts))
        starts = {
            piece.removeprefix(WORD_START): row for piece, (row, _) in self.table.items() if len(piece) == 2
        }
        single = {piece: row for piece, (row, _) in self.table.items() if len(piece) == 1}
        object.__setattr__(self, "rows", starts | single)

    @classmethod
    def parse(cls, text: str) -> Pieces:
        """Read a table of `piece TAB score` lines; special rows have no score.

        Raises:
            ValueError: a line is not of this form, or a special row is missing.
        """
        table: dict[str, tuple[int, float]] = {}
        special: dict[str, int] = {}
        for row, line in enumerate(text.removesuffix("\n").split("\n")):
            piece, tab, score = line.partition("\t")
            if not tab or (not score and piece not in SPECIAL):
                raise ValueError(f"line {row + 1} of the piece table: {line!r}")
            if score:
                table[piece] = (row, float(score))
            else:
                special[piece] = row
        return cls(table, special)

    def encode(self, text: str) -> Encoded:
        """Cut a text without line breaks into its most probable pieces."""
        plain = WORD_START + "".join(map(folded, text))
        unknown = (self.special[UNKNOWN], 0.0)
        cuts = self._cuts(plain)
        lengths = np.diff(np.array([*cuts, len(plain)]))
        starts = np.repeat(np.array(cuts), lengths)
        table, rows, missing = self.table, self.rows, self.special[UNKNOWN]
        pieces = [table.get(plain[a:b], unknown)[0] for a, b in pairwise([*cuts, len(plain)])]
        return Encoded(
            pieces=np.array(pieces, dtype=np.int64),
            at=np.repeat(np.arange(len(cuts), dtype=np.int64), lengths)[1:],
            place=np.minimum(np.arange(len(plain)) - starts, LAST_PLACE)[1:],
            characters=np.array([rows.get(one, missing) for one in plain[1:]], dtype=np.int64),
        )

    def _cuts(self, plain: str) -> list[int]:
        """Where the pieces of the most probable cut begin (Viterbi 1967)."""
        length = len(plain)
        best = [0.0] + [-math.inf] * length
        back = [0] * (length + 1)
        table, beginnings, floor = self.table, self.beginnings, self.floor
        for begin in range(length):
            here, end = best[begin], begin + 1
            part = plain[begin]
            known = table.get(part)
            score = here + (floor if known is None else known[1])
            if score > best[end]:
                best[end], back[end] = score, begin
            while part in beginnings and end < length:
                end += 1
                part = plain[begin:end]
                known = table.get(part)
                if known is not None and (score := here + known[1]) > best[end]:
                    best[end], back[end] = score, begin
        cuts: list[int] = []
        end = length
        while end:
            end = back[end]
            cuts.append(end)
        return cuts[::-1]
