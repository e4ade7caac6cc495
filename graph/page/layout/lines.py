"""The lines of a page and how they are set: width, indent, blank lines, Markdown level."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wenmai.graph.text.view import BLANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wenmai.graph.page.markup import Unmarked
    from wenmai.graph.text.view import TextView

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+|\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_CLOSERS = "”’」』）)】]\"'》〉*_"
_ENDS = frozenset("。！？!?…")
_CLOSED_BEFORE_NOTE = re.compile(r"[。！？!?…][”’」』]*(?:\s*[（(][^（）()]{1,60}[）)]){1,3}$")
_SHOT = re.compile(r"[。！？…][”’）)]*[^。！？，]{2,30}(?:摄影?|供图)$")
LONG = 45  # no printed column is that wide: such a line is a paragraph, not a wrapped line


class Line(NamedTuple):
    """A line that is not blank. Offsets count into the view, `raw` is the line as it stands."""

    start: int
    end: int
    text: str  # the view's stretch
    raw: str
    at: int  # source offset of `raw`
    gap: int  # blank lines before
    level: int  # of a Markdown heading, 0 for none
    indent: int  # half-width blanks before it, where they look meant
    width: float  # in full-width characters, blanks counted
    closed: bool  # ends with a full stop, or a note in brackets behind one
    listed: bool = False  # begins with the mark of a list, or bold


def is_closed(text: str) -> bool:
    """Whether a text ends a sentence."""
    if text[-1] in _ENDS:
        return True
    bare = text.rstrip(_CLOSERS)
    if not bare or len(bare) == len(text):
        return False
    return bare[-1] in _ENDS or _CLOSED_BEFORE_NOTE.search(text[-80:]) is not None


def read_lines(page: Unmarked, view: TextView) -> list[Line]:
    """The lines of a page that hold more than white space, in order; `view` is that of its text."""
    source = page.text
    lines: list[Line] = []
    gap = 0
    position = 0
    for match in _LINE.finditer(source):
        raw = match.group()
        if raw[0] in _BREAKS:
            gap += 1
            continue
        end = view.from_source(match.end())
        start = position + (view.text[position : position + 1] == " ")
        position = end
        text = view.text[start:end].rstrip(" ")
        if not text:
            continue
        at = match.start()
        mark = at + raw.find(BLANK)
        level = page.levels.get(mark, 0) if mark >= at else 0
        listed = mark in page.listed and not source[at:mark].strip()
        if level:
            raw = raw[mark - at + level :]
            at = mark + level
        lead = raw[: len(raw) - len(raw.lstrip())].replace(BLANK, "")
        lines.append(
            Line(
                start,
                start + len(text),
                text,
                raw,
                at,
                max(gap, 0),
                level,
                _indent(lead),
                len(raw.rstrip().encode("gb18030", "replace")) / 2,
                is_closed(text) or _ends_in_note(view.text, end, text),
                listed,
            )
        )
        gap = -1
    return lines


def _ends_in_note(text: str, end: int, line: str) -> bool:
    """Whether a line ends a note or credit that began on the line before, behind a full stop."""
    if line[-1] in "）)":
        return is_closed(text[max(0, end - 100) : end])
    return line[-1] in "摄影图" and _SHOT.search(text, max(0, end - 60), end) is not None


def _indent(lead: str) -> int:
    wide = lead.count("\u3000") * 2 + lead.count("\t") * 4
    return wide + lead.count(" ") if wide or len(lead) >= 4 else 0


def tight_gap(lines: Sequence[Line]) -> int:
    """How many blank lines stand between two lines of one wrapped paragraph on this page.

    Some extractions put a blank line behind every line: where a clear majority of the lines that
    break off in mid-sentence are followed by one, it means nothing.
    """
    gaps = Counter(
        min(after.gap, 2)
        for before, after in pairwise(lines)
        if not before.closed and not before.level and not after.level and 6 < before.width < LONG
    )
    return 1 if gaps[1] > 4 and gaps[1] > 3 * (gaps[0] + gaps[2]) and _even(lines) else 0


def _even(lines: Sequence[Line]) -> bool:
    """Whether most lines that break off are about equally wide, as wrapped lines are."""
    widths = Counter(round(line.width) for line in lines if not line.closed and line.width < LONG)
    if not widths:
        return False
    peak = max(widths, key=lambda width: (widths[width], width))
    near = sum(count for width, count in widths.items() if abs(width - peak) <= 1)
    return 2 * near > sum(widths.values())
