"""Which display belongs to which text, by content, and the headline among several displays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment

from wenmai.graph.page.layout.blocks import Part
from wenmai.graph.page.layout.shapes import Shape
from wenmai.graph.text.view import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MARKUP = re.compile(r"^[\s\ufeff]*#{1,6}\s*|^\s*\*\*|\*\*\s*$")
_COLUMN = re.compile(
    r"^[【〖\[][^】〗\]]{1,12}[】〗\]]\s*(?=\S{4})"
)  # the name of a column before a headline
_BLANKS = re.compile(r"[\s\u3000\ufeff\u200b]+")
_KICKER_END = re.compile(r"[：:]$|——$|—$")
_HAN = re.compile(r"[\u3400-\u9fff]")
INTRODUCTION = 12  # 江东区法院： is the first line of its headline, a speaker's long title stands above it
LABEL = 6  # a heading of so few characters beside a longer one names a section
READ_AT_MOST = 4000  # characters of an article that a headline is matched with


def coverage(heading: str, text: str) -> float:
    """The share of a heading's pairs of characters that stand in a text, from 0 to 1."""
    pairs = pairs_of(heading)
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def pairs_of(heading: str) -> set[str]:
    """The pairs of neighbouring letters in a heading."""
    pairs = {heading[k : k + 2] for k in range(len(heading) - 1)}
    return {pair for pair in pairs if pair.isalnum()}


def assign(headings: Sequence[str], texts: Sequence[str], *, least: float) -> dict[int, int]:
    """Match headings with texts, one to one, so that the sum of coverages is largest."""
    if not headings or not texts:
        return {}
    scores = np.array([[coverage(heading, text) for text in texts] for heading in headings])
    rows, columns = linear_sum_assignment(scores, maximize=True)
    return {int(r): int(c) for r, c in zip(rows, columns, strict=True) if scores[r, c] >= least}


def display_text(raw: str) -> str:
    """A display as a reader would write it: letter-spacing dropped, a blank between phrases kept."""
    plain = _COLUMN.sub("", _MARKUP.sub("", _MARKUP.sub("", raw.replace(BLANK, ""))).strip())
    pieces = _BLANKS.sub(" ", plain).strip().split(" ")
    if len(pieces) == 1:
        return pieces[0]
    singles = sum(len(piece) == 1 for piece in pieces)
    if singles * 2 > len(pieces) or (len(pieces) > 3 and singles * 3 > len(pieces)):
        return _join(pieces)
    return " ".join(pieces)


def _join(pieces: Iterable[str]) -> str:
    """Letter-spaced pieces put together; Latin words and numbers keep their blanks."""
    text = ""
    for piece in pieces:
        both_latin = (
            text and text[-1].isascii() and text[-1].isalnum() and piece[0].isascii() and piece[0].isalnum()
        )
        text += (" " if both_latin else "") + piece
    return text


def blocks(parts: Sequence[Part]) -> list[list[Part]]:
    """Displays that form one heading: lines of one level with no blank line between."""
    found: list[list[Part]] = []
    before: Part | None = None
    for part in parts:
        if part.shape is Shape.DISPLAY:
            joined = before is not None and part.gap == 0 and part.level == before.level and not _ends(before)
            if found and joined and not starts_sub(part):
                found[-1].append(part)
            else:
                found.append([part])
            before = part
        else:
            before = None
    return found


def _ends(part: Part) -> bool:
    text = part.lines[0].text
    return _KICKER_END.search(text) is not None and not (text[-1] in "：:" and len(text) <= INTRODUCTION)


def _introduces(part: Part) -> bool:
    return _KICKER_END.search(part.lines[0].text) is not None


def starts_sub(part: Part) -> bool:
    """Whether a display is a sub-title: ——…"""
    return re.match(r"#*(?:—|--)", part.lines[0].text) is not None


def heading_text(block: Sequence[Part]) -> str:
    """The lines of one heading joined with a blank."""
    return " ".join(display_text(part.lines[0].raw) for part in block)


def pick(heads: Sequence[Part], body: str) -> list[Part]:
    """The main heading among kicker, headline and sub-title; empty where there is none."""
    candidates = blocks(heads)
    if not candidates:
        return []
    main = [b for b in candidates if not starts_sub(b[0]) and not _introduces(b[-1])] or candidates
    longer = [b for b in main if len(_HAN.findall(heading_text(b))) > LABEL]
    main = longer or main
    if len(main) == 1:
        return main[0]
    levels = [b[0].level for b in main]
    top = min((level for level in levels if level), default=0)
    if top and levels.count(top) < len(main):
        return next(b for b in main if b[0].level == top)
    return max(main, key=lambda b: _weight(b, body, main))


def _weight(block: Sequence[Part], body: str, among: Sequence[Sequence[Part]]) -> float:
    """How much a heading looks like the main one: not a label, and echoed by the text."""
    text = heading_text(block)
    size = len(_HAN.findall(text))
    weight = coverage(text, body[:600]) + 0.5 * coverage(text, body)
    if size > 26:
        weight -= 0.4
    return weight - 0.01 * next(k for k, other in enumerate(among) if other is block)
