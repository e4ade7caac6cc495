"""Boxes of facts: many short lines in a row, a good part of them with figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wenmai.graph.page.drafts import Draft, Text
from wenmai.graph.page.layout.blocks import Part
from wenmai.graph.page.layout.shapes import Shape
from wenmai.graph.values import ArticleKind

if TYPE_CHECKING:
    from collections.abc import Sequence

BOX_AT_LEAST = 4  # displays, its heading among them
_FIGURE = re.compile(r"\d|[一二三四五六七八九十百千万亿]{2}")


def find_box(
    group: list[Part], *, begins: int = 0, pile: bool = False
) -> tuple[list[Part], Draft | None, list[Part]]:
    """The box in a group of displays: what stands before it, the box, what stands behind.

    It begins at a heading, after a blank line or by-line, at or behind `begins`, and holds at least
    three lines more; of few lines most show figures, of many a quarter. `pile` says that headlines
    of other texts may stand behind it.
    """
    for begin in range(begins, len(group) - 3):
        if begin and not (group[begin].gap or group[begin - 1].shape is Shape.BYLINE):
            continue
        end = _end(group, begin)
        while pile and end > begin + 4 and _is_headline(group[end - 1]):
            end -= 1
        lines = [part for part in group[begin + 1 : end] if part.shape is Shape.DISPLAY]
        figures = sum(_FIGURE.search(part.lines[0].text) is not None for part in lines)
        share = 0.25 if len(lines) >= 6 else 0.6
        if len(lines) >= 3 and figures >= share * len(lines) and group[begin].shape is Shape.DISPLAY:
            texts = [Text(part, part.start, part.end) for part in group[begin + 1 : end]]
            box = Draft(texts=texts, heads=group[begin : begin + 1], kind=ArticleKind.BOX, ended=True)
            return group[:begin], box, group[end:]
    return [], None, group


def _is_headline(part: Part) -> bool:
    """Whether the last line of a box looks like a headline that belongs elsewhere, or its by-line."""
    if part.shape is Shape.BYLINE:
        return part.credit is not None and not part.credit.source
    text = part.lines[0].text
    return part.gap > 0 and len(text) >= 8 and _FIGURE.search(text) is None


def _end(group: Sequence[Part], begin: int) -> int:
    """Where a box is over: behind a by-line or source, before a heading or a gap wider than its own."""
    wide = max((part.gap for part in group[begin + 1 : begin + 4]), default=0) + 1
    for at in range(begin + 1, len(group)):
        if group[at].gap > max(wide, 1) or (group[at].level and not group[begin + 1].level):
            return at
        if group[at].shape is Shape.BYLINE and at > begin + 1:
            return at + 1
    return len(group)
