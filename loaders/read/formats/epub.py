"""EPUB books: the chapters in the order of the spine, read with zipfile and lxml."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from wenmai.loaders.read.details import details_of_name
from wenmai.loaders.read.document import Details
from wenmai.loaders.read.formats.blocks import Block, blocks_of_html, text_of_blocks
from wenmai.loaders.read.formats.package import named_member, open_package
from wenmai.loaders.read.formats.problems import FormatError
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from lxml import etree

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def read_epub(data: bytes) -> tuple[str, Details]:
    """The text of a book, headings marked as in Markdown, without its table of contents.

    The details are what its title says: 云川日报 2025-03-13.

    Raises:
        FormatError: damaged, no EPUB, protected, or without text.
    """
    with open_package(data) as package:
        at, opf = _package_file(package)
        text = text_of_blocks(_chapters(package, at, opf))
        if not text.strip():
            if named_member(package, _ENCRYPTION):
                raise FormatError(
                    say("有版权保护（DRM）；请换用未加密的版本", "it is locked (DRM); use a copy that is not")
                )
            raise FormatError(say("书里没有文字", "there is no text in the book"))
    # Its author and date are those of the book, not of the articles in it.
    return text, details_of_name((opf.findtext(f".//{_DC}title") or "").strip())


def _package_file(package: zipfile.ZipFile) -> tuple[str, etree._Element]:
    """The folder and the content of the file that lists the book's parts."""
    container = _xml(named_member(package, _CONTAINER))
    root = container.find("{*}rootfiles/{*}rootfile") if container is not None else None
    path = root.get("full-path", "") if root is not None else ""
    opf = _xml(named_member(package, path))
    if opf is None:
        raise FormatError(say("不是完好的 EPUB；请重新下载", "it is no sound EPUB; fetch it anew"))
    return posixpath.dirname(path), opf


def _xml(data: bytes | None) -> etree._Element | None:
    from lxml import etree

    if data is None:
        return None
    # A damaged chapter is read as far as it goes; no entity, no network.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def _chapters(package: zipfile.ZipFile, at: str, opf: etree._Element) -> Iterator[Block]:
    items = {item.get("id"): item for item in opf.iter(f"{_OPF}item")}
    for reference in opf.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        path = posixpath.normpath(posixpath.join(at, unquote(item.get("href") or "")))
        chapter = _chapter(named_member(package, path))
        if chapter is not None:
            yield from blocks_of_html(chapter)


def _chapter(data: bytes | None) -> etree._Element | None:
    """The body of a chapter; by the parser for HTML, which knows &nbsp; and its kin."""
    from lxml.html import HTMLParser, document_fromstring

    if not data or not data.strip():
        return None
    page = document_fromstring(
        data, parser=HTMLParser(no_network=True, recover=True, encoding=_encoding(data))
    )
    return page.find("body")


def _encoding(data: bytes) -> str:
    """XHTML is UTF-8 but for a byte order mark of UTF-16."""
    return "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
