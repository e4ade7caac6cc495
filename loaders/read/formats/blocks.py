"""Paragraphs, headings and rows of formatted documents, and the text that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdo", "big", "cite", "code", "del", "em", "font", "hi", "i", "ins", "label"),
        *("mark",),
    }
    | {*("q", "rb", "ref", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr")}
)
_BREAK = "\0"
_LEFT_OUT = frozenset({"head", "script", "style", "noscript", "template", "rt", "rp", "svg", "math", "form"})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a row of a table (cells apart by tabs) or, with a level from 1, a heading."""

    text: str
    level: int = 0


def text_of_blocks(blocks: Iterable[Block]) -> str:
    """Blocks with a blank line between them, headings marked as in Markdown."""
    shown = (("#" * min(block.level, 6) + " " if block.level else "") + block.text for block in blocks)
    return "\n\n".join(line for line in shown if line.strip("# ")) + "\n"


def tidy(text: str) -> str:
    """White space as HTML shows it: a run of it is one blank; the indent 　　 goes."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" \u3000\xa0\ufeff\u200b")


def blocks_of_html(body: etree._Element) -> Iterator[Block]:
    """The blocks under an HTML element, scripts, forms and ruby readings left out."""
    pieces: list[str] = []
    level = 0

    def flush() -> Iterator[Block]:
        lines = map(tidy, "".join(pieces).split(_BREAK))
        text = (" " if level else "\n").join(filter(None, lines))
        pieces.clear()
        if text:
            yield Block(text, level)

    def walk(element: etree._Element) -> Iterator[Block]:
        nonlocal level
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        inline = tag in _INLINE
        if tag and tag not in _LEFT_OUT:
            if tag == "br":
                pieces.append(_BREAK)
            elif tag == "tr":
                yield from flush()
                cells = (tidy("".join(cell.itertext())) for cell in element)
                pieces.append("\t".join(cells).strip())
                yield Block(pieces.pop())
            else:
                if not inline:
                    yield from flush()
                    level = _HEADINGS.get(tag, 0)
                pieces.append(element.text or "")
                for child in element:
                    yield from walk(child)
                if not inline:
                    yield from flush()
                    level = 0
        pieces.append(element.tail or "")

    yield from walk(body)
    yield from flush()
