"""Markdown marks on a page: headings, bold words, quotes and lists; blanked so that no reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wenmai.graph.page.forms.names import has_surname
from wenmai.graph.text.view import BLANK  # half as wide as a Chinese character, and no line break

_BEGIN = r"(?:\A|(?<=[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]))[ \t\u3000\ufeff]*"
_END = r"(?=[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\Z)"
_HEADING = re.compile(rf"{_BEGIN}(?P<mark>#{{1,6}})(?!#)(?!\S[^#\n]*#)")  # #话题# is none
_CLOSING = re.compile(rf"(?<=\S)[ \t]+(?P<mark>#+)[ \t]*{_END}")
_QUOTE = re.compile(rf"{_BEGIN}(?P<mark>>(?:[ \t]?>)*)")
_ITEM = re.compile(rf"{_BEGIN}(?P<mark>[-*+])[ \t]+(?=[^\s\-*_+])")
_INNER = r"(?:[^*\n]|\n(?![ \t\r]*\n)){1,300}?"
_OPEN = r"(?:(?<![\w*])\*\*(?=[^\s*])|(?<!\*)\*\*(?=[\w“‘《（【「]))"
_BOLD = re.compile(rf"(?P<open>{_OPEN}){_INNER}(?<!\s)(?P<close>\*\*)(?!\*)")
_UNDERLINED = re.compile(r"(?<!\w)(?P<open>__)(?=[^\s_])[^_\n]{1,300}?(?<=[^\s_])(?P<close>__)(?!\w)")


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A text with its marks blanked; it is as long as the source, so that every offset stays."""

    text: str
    marks: tuple[int, ...] = ()  # where marks stood, in order: a name across one is not the source's
    levels: dict[int, int] = field(default_factory=dict)  # of headings, by the offset of the mark
    listed: frozenset[int] = frozenset()  # offsets of the marks of lists, and of bold words


def unmark(source: str) -> Unmarked:
    """Blank the marks of Markdown on a page; takes time linear in its length.

    A dash begins an item of a list where two lines at least begin with a dash and a blank. Bold
    marks count in pairs, and not where they hide given names: 张**和李**.
    """
    levels: dict[int, int] = {}
    spans: set[tuple[int, int]] = set()
    listed: set[int] = set()
    if "#" in source:
        levels = {m.start("mark"): len(m["mark"]) for m in _HEADING.finditer(source)}
        spans |= {(at, at + size) for at, size in levels.items()}
        if levels:
            spans |= {m.span("mark") for m in _CLOSING.finditer(source)}
    if ">" in source:
        spans |= {m.span("mark") for m in _QUOTE.finditer(source)}
    items = [m.span("mark") for m in _ITEM.finditer(source)]
    pairs = _pairs(source)
    if len(items) > 1:
        spans.update(items)
        listed.update(start for start, _ in items)
    listed.update(start for start, _ in pairs)
    spans.update(pairs)
    if not spans:
        return Unmarked(source)
    ordered = sorted(spans)
    return Unmarked(_blanked(source, ordered), tuple(at for at, _ in ordered), levels, frozenset(listed))


def _pairs(source: str) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    if "**" in source:
        for match in _BOLD.finditer(source):
            before, inside = source[max(0, match.start() - 1) : match.start()], match.start("close")
            if not (has_surname(before) and has_surname(source[inside - 1 : inside])):
                found |= {match.span("open"), match.span("close")}
    if "__" in source:
        for match in _UNDERLINED.finditer(source):
            found |= {match.span("open"), match.span("close")}
    return found


def _blanked(source: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    position = 0
    for start, end in spans:
        if start >= position:
            parts += [source[position:start], BLANK * (end - start)]
            position = end
    return "".join([*parts, source[position:]])
