"""Boxes of facts: many short lines in a row, a good part of them with figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wenmai.graph.page.blocks import Part, Shape
from wenmai.graph.page.drafts import Draft, Text
from wenmai.graph.values import ArticleKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURE = re.compile(r"\d|[一二三四五六七八九十百千万亿]{2}")
_LEAST = 6


def find_box(group: list[Part]) -> tuple[list[Part], Draft | None, list[Part]]:
    """The box in a group of displays: what stands before it, the box, what stands behind."""
    if len(group) < _LEAST:
        return [], None, group
    for begin, end in _chunks(group):
        chunk = group[begin:end]
        displays = [part for part in chunk if part.shape is Shape.DISPLAY]
        figures = sum(_FIGURE.search(part.lines[0].text) is not None for part in displays[1:])
        if len(displays) >= _LEAST and figures * 4 >= len(displays):
            head = chunk[:1]
            texts = [Text(part, part.start, part.end) for part in chunk[1:]]
            return (
                group[:begin],
                Draft(texts=texts, heads=head, kind=ArticleKind.BOX, ended=True),
                group[end:],
            )
    return [], None, group


def _chunks(group: Sequence[Part]) -> list[tuple[int, int]]:
    """Stretches of a group with no by-line, heading or wide gap inside."""
    usual = max(part.gap for part in group[1:-1])
    narrow = min(part.gap for part in group[1:-1])
    chunks: list[tuple[int, int]] = []
    begin = 0
    for at in range(1, len(group) + 1):
        if at == len(group) or _parts(group[at - 1], group[at], wide=usual if usual > narrow + 1 else 99):
            chunks.append((begin, at))
            begin = at
    return chunks


def _parts(before: Part, after: Part, *, wide: int) -> bool:
    if before.shape is Shape.BYLINE or after.gap >= wide:
        return True
    return after.level > 0 and not before.level
