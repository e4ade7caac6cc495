"""Long sentences in overlapping windows of pieces, and which window speaks for which piece."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

SIZE = 384  # pieces a window; the encoder has 512 positions, and was tuned on shorter text
OVERLAP = 128


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start`..`end` are read together; the window speaks for `first`..`last`."""

    start: int
    end: int
    first: int
    last: int


def windows(pieces: int, *, size: int = SIZE, overlap: int = OVERLAP) -> list[Window]:
    """Windows whose parts `first`..`last` cover all pieces once, far from a window's edges.

    All windows are `size` pieces long unless the text is shorter; two neighbours share at
    least `overlap` pieces, and each speaks for its half of them.
    """
    if not 0 <= overlap < size:
        raise ValueError(f"impossible windows: {size=} {overlap=}")
    if pieces <= size:
        return [Window(0, pieces, 0, pieces)]
    starts = [*range(0, pieces - size, size - overlap), pieces - size]
    borders = [0, *((b + a + size) // 2 for a, b in pairwise(starts)), pieces]
    return [
        Window(start, start + size, first, last)
        for start, (first, last) in zip(starts, pairwise(borders), strict=True)
    ]
