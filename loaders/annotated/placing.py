"""Marks on their text: offsets checked against what the file spells out, in code points or UTF-16."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wenmai.loaders.annotated.raw import Mark

_SPACE = re.compile(r"(?:\s|\\n|\\r|\\t)+")  # Label Studio spells line ends out


def placed(text: str, marks: Iterable[Mark]) -> tuple[Mark, ...] | None:
    """The marks with offsets in code points; None where some leave the text or say another stretch.

    Tools that run in a browser may count UTF-16 units, in which an emoji is two; this is seen where
    the marks spell out their stretches.
    """
    marks = tuple(marks)
    if all(_fits(text, mark) for mark in marks):
        return marks
    if text and max(text) > "\uffff":
        units = list(accumulate((1 + (ch > "\uffff") for ch in text), initial=0))
        moved = tuple(
            replace(mark, start=bisect_left(units, mark.start), end=bisect_left(units, mark.end))
            for mark in marks
        )
        if all(mark.surface is not None and _fits(text, mark) for mark in moved):
            return moved
    return None


def misfit(text: str, marks: Iterable[Mark]) -> Mark | None:
    """The first mark that leaves the text or says another stretch."""
    return next((mark for mark in marks if not _fits(text, mark)), None)


def _fits(text: str, mark: Mark) -> bool:
    if not 0 <= mark.start < mark.end <= len(text):
        return False
    stretch = text[mark.start : mark.end]
    return mark.surface is None or _SPACE.sub("", stretch) == _SPACE.sub("", mark.surface)
