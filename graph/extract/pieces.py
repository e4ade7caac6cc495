"""The pieces that the encoder reads: unigram segmentation (Kudo 2018) and character rows."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]

BEGIN, PAD, END, UNKNOWN = "<s>", "<pad>", "</s>", "<unk>"
SPECIAL = (BEGIN, PAD, END, UNKNOWN)
WORD_START = "▁"
LONGEST = 13  # characters of a piece, the word start counted
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

    def __post_init__(self) -> None:
        missing = [name for name in SPECIAL if name not in self.special]
        if missing or not self.table:
            raise ValueError(f"the piece table lacks {', '.join(missing) or 'all pieces'}")
        object.__setattr__(self, "floor", min(score for _, score in self.table.values()) - UNKNOWN_PENALTY)

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
        unknown = self.special[UNKNOWN]
        pieces: list[int] = []
        at: list[int] = []
        place: list[int] = []
        for number, (begin, end) in enumerate(self._cuts(plain)):
            pieces.append(self.table.get(plain[begin:end], (unknown, 0.0))[0])
            at.extend([number] * (end - begin))
            place.extend(min(k, LAST_PLACE) for k in range(end - begin))
        rows = [self._character(one) for one in plain[1:]]
        return Encoded(*(np.array(column, dtype=np.int64) for column in (pieces, at[1:], place[1:], rows)))

    def _cuts(self, plain: str) -> list[tuple[int, int]]:
        length = len(plain)
        best = [0.0] + [-np.inf] * length
        back = [0] * (length + 1)
        scores = self.table
        for begin in range(length):
            for end in range(begin + 1, min(length, begin + LONGEST) + 1):
                known = scores.get(plain[begin:end])
                if known is None and end > begin + 1:
                    continue
                score = best[begin] + (self.floor if known is None else known[1])
                if score > best[end]:
                    best[end] = score
                    back[end] = begin
        cuts: list[tuple[int, int]] = []
        end = length
        while end:
            cuts.append((back[end], end))
            end = back[end]
        return cuts[::-1]

    def _character(self, plain: str) -> int:
        known = self.table.get(plain) or self.table.get(WORD_START + plain)
        return known[0] if known else self.special[UNKNOWN]
