"""The reading order of a printed page: white space cuts it into bands and columns.

A recursive X-Y cut (Nagy and Seth 1984) that looks for columns first among neighbouring lines, so
that a headline or a foot line across all columns does not hide them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_Gap = tuple[float, float]

_GUTTER = 0.7  # the least white space between columns, in heights of a character
_BAND = 1.2  # white space across the page that sets what is below apart, likewise
_TRIM = 0.2  # of a box's height, above and below: boxes of neighbouring lines touch


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one line, with its box in points, y upwards."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """How high its characters stand."""
        return self.top - self.bottom


_Strip = list[Run]  # runs side by side: no horizontal line passes between them


def text_in_order(runs: Sequence[Run]) -> str:
    """The text of a page: its blocks from top to bottom, columns from left to right.

    A line of print is a line; blocks (columns, bands, a change in size) are set apart by a blank
    line.
    """
    if not runs:
        return ""
    size = median(run.height for run in runs)
    return "\n\n".join(
        "\n".join(block) for strips in _ordered(_strips(runs), size) for block in _blocks(strips)
    )


def _strips(runs: Sequence[Run]) -> list[_Strip]:
    """Runs that overlap in height, from the top."""
    strips: list[_Strip] = []
    floor = 0.0
    for run in sorted(runs, key=lambda run: (-run.top + _TRIM * run.height, run.left)):
        low = run.bottom + _TRIM * run.height
        if strips and run.top - _TRIM * run.height > floor:
            strips[-1].append(run)
            floor = min(floor, low)
        else:
            strips.append([run])
            floor = low
    return strips


def _ordered(strips: list[_Strip], size: float) -> Iterator[list[_Strip]]:
    """The blocks of a region in reading order, each as its strips."""
    bands = _bands(strips, size)
    if len(bands) > 1:
        for band in bands:
            yield from _ordered(band, size)
        return
    first, last, gaps = _widest_columns(strips, size)
    if not gaps:
        yield strips
        return
    if first:
        yield from _ordered(strips[:first], size)
    inside = [run for strip in strips[first:last] for run in strip]
    edges = [-float("inf"), *((left + right) / 2 for left, right in gaps), float("inf")]
    for left, right in pairwise(edges):
        column = [run for run in inside if left <= run.left < right]
        yield from _ordered(_strips(column), size)
    if last < len(strips):
        yield from _ordered(strips[last:], size)


def _bands(strips: list[_Strip], size: float) -> list[list[_Strip]]:
    """Cut where there is much more white across the region than between its lines."""
    below = [
        min(run.bottom for run in upper) - max(run.top for run in lower) for upper, lower in pairwise(strips)
    ]
    if not below:
        return [strips]
    least = max(_BAND * size, 2 * median(below))
    cuts = [0, *(at for at, white in enumerate(below, start=1) if white > least), len(strips)]
    return [strips[start:end] for start, end in pairwise(cuts)]


def _widest_columns(strips: list[_Strip], size: float) -> tuple[int, int, list[_Gap]]:
    """The stretch of strips with common gutters that holds most runs: from, to, the gutters."""
    edges = (
        min(run.left for strip in strips for run in strip),
        max(run.right for strip in strips for run in strip),
    )
    white = [_white(strip, edges, _GUTTER * size) for strip in strips]
    best: tuple[int, int, int, list[_Gap]] = (0, 0, 0, [])
    start = 0
    while start < len(strips):
        first, last, gaps = _stretch(white, start, edges, _GUTTER * size)
        gutters = _parting(gaps, strips[first:last])
        runs = sum(map(len, strips[first:last]))
        if gutters and runs > best[0]:
            best = (runs, first, last, gutters)
        start = last
    return best[1], best[2], best[3]


def _stretch(white: list[list[_Gap]], start: int, edges: _Gap, least: float) -> tuple[int, int, list[_Gap]]:
    """The strips about one of them that white lines run through, downwards as far as they go."""
    gaps = white[start]
    last = start + 1
    while last < len(white) and (common := _common(gaps, white[last], edges, least)):
        gaps = common
        last += 1
    first = start
    while first > 0 and (common := _common(gaps, white[first - 1], edges, least)):
        gaps = common
        first -= 1
    return first, last, gaps


def _white(strip: _Strip, edges: _Gap, least: float) -> list[_Gap]:
    """The stretches between the edges that no run of a strip covers."""
    gaps: list[_Gap] = []
    reached = edges[0]
    for run in sorted(strip, key=lambda run: run.left):
        if run.left - reached >= least:
            gaps.append((reached, run.left))
        reached = max(reached, run.right)
    if edges[1] - reached >= least:
        gaps.append((reached, edges[1]))
    return gaps


def _common(a: list[_Gap], b: list[_Gap], edges: _Gap, least: float) -> list[_Gap]:
    """The white that both have; nothing where only the margins would remain of a gutter."""
    shared = ((max(p[0], q[0]), min(p[1], q[1])) for p in a for q in b)
    wide = [gap for gap in shared if gap[1] - gap[0] >= least]
    return [] if _inner(a, edges) and not _inner(wide, edges) else wide


def _inner(gaps: list[_Gap], edges: _Gap) -> bool:
    return any(edges[0] < gap[0] and gap[1] < edges[1] for gap in gaps)


def _parting(gaps: list[_Gap], strips: list[_Strip]) -> list[_Gap]:
    """The gaps that have at least two lines on either side, up to the next of them."""
    runs = [run for strip in strips for run in strip]
    parting: list[_Gap] = []
    start = -float("inf")
    for gap in sorted(gaps):
        before = [run for run in runs if start <= run.left and run.right <= gap[0]]
        behind = [run for run in runs if run.left >= gap[1]]
        if len(_strips(before)) > 1 and len(_strips(behind)) > 1:
            parting.append(gap)
            start = gap[1]
    return parting


def _blocks(strips: list[_Strip]) -> Iterator[list[str]]:
    """The lines of strips, parted where the size of the print changes."""
    block: list[str] = []
    height = 0.0
    for strip in strips:
        size = median(run.height for run in strip)
        if block and not 0.8 <= size / height <= 1.25:
            yield block
            block = []
        block.append(_line(strip))
        height = size
    yield block


def _line(strip: _Strip) -> str:
    text = ""
    right = 0.0
    for run in sorted(strip, key=lambda run: (run.left, -run.top)):
        apart = text and run.left - right > 0.25 * run.height
        text += (" " if apart else "") + run.text
        right = run.right
    return text
