"""Word documents: paragraphs, text boxes and tables of the body, in their order (python-docx)."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from wenmai.loaders.read.formats.blocks import Block, text_of_blocks
from wenmai.loaders.read.formats.package import open_package, read_member
from wenmai.loaders.read.formats.problems import FormatError
from wenmai.loaders.words import say

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PASSED_OVER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # said twice
# What python-docx and zipfile raise on damaged files; lxml's XMLSyntaxError is a SyntaxError.
_DAMAGE = (
    *(AttributeError, KeyError, TypeError, ValueError, SyntaxError, EOFError, NotImplementedError),
    *(RuntimeError, zipfile.BadZipFile, zlib.error),
)
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)


def read_docx(data: bytes) -> str:
    """The text of a Word document, headings marked as in Markdown, a row of a table on a line.

    Left out: headers, footers, notes, comments and what tracked changes delete.

    Raises:
        FormatError: damaged, no Word document, or without text.
    """
    from docx import Document
    from docx.opc.exceptions import OpcError

    with open_package(data) as package:
        for member in package.infolist():
            read_member(package, member)  # python-docx would trust a bomb
    try:
        document = Document(io.BytesIO(data))
        levels = {style.style_id: _level(style.name or "") for style in document.styles}
        text = text_of_blocks(_blocks(document.element.body, levels))
    except (OpcError, *_DAMAGE):
        raise FormatError(
            say("不是完好的 Word 文档；请另存为 docx", "it is no sound Word document; save it as docx")
        ) from None
    if not text.strip():
        raise FormatError(say("文档里没有文字", "there is no text in the document"))
    return text


def _level(style: str) -> int:
    if style.casefold() in {"title", "标题"}:
        return 1
    match = _HEADING.fullmatch(style.strip())
    return int(match[1]) if match else 0


def _blocks(parent: Any, levels: Mapping[str, int]) -> Iterator[Block]:
    for element in parent:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, levels)
        elif element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                cells = (" ".join(block.text for block in _blocks(cell, {})) for cell in row.iter(f"{_W}tc"))
                yield Block("\t".join(cells).strip())
        elif element.tag != _PASSED_OVER:
            yield from _blocks(element, levels)


def _paragraph(paragraph: Any, levels: Mapping[str, int]) -> Iterator[Block]:
    """A paragraph, behind it the text boxes that hang on it."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    level = levels.get(style.get(f"{_W}val"), 0) if style is not None else 0
    boxes: list[Any] = []
    text = "".join(_text(paragraph, boxes)).strip(" \t\n\u3000\xa0")
    yield Block(" ".join(text.split()) if level else text, level)
    for box in boxes:
        yield from _blocks(box, levels)


def _text(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in {f"{_W}tab", f"{_W}ptab"}:
            yield "\t"
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag not in {_PASSED_OVER, f"{_W}pPr", f"{_W}rPr"}:
            yield from _text(child, boxes)
