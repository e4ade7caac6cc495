"""HTML: the main text of a page, without menus, side columns and comments (trafilatura)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from wenmai.loaders.read.details import date_of_field
from wenmai.loaders.read.document import Details
from wenmai.loaders.read.encoding import DecodeError, decode
from wenmai.loaders.read.formats.blocks import Block, blocks_of_html, text_of_blocks, tidy
from wenmai.loaders.read.formats.problems import FormatError
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from lxml import etree

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.-]+)""", re.IGNORECASE
)
_DATES = ("article:published_time", "publishdate", "pubdate", "date", "dc.date")


def read_html(data: bytes, *, encoding: str | None = None) -> tuple[str, Details]:
    """The main text of a page, headings marked as in Markdown; title and date that its head names.

    Raises:
        FormatError: there is no text in the page.
        DecodeError: no encoding fits.
    """
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    html = re.sub(r"^\s*<\?xml[^>]*\?>", "", _decoded(data, encoding))  # lxml refuses it in a str
    try:
        page = document_fromstring(html, parser=HTMLParser(no_network=True, recover=True))
    except ParserError as error:
        raise FormatError(say("网页里没有内容", "there is nothing in the page")) from error
    blocks = _main_blocks(page)
    if not blocks:
        raise FormatError(say("网页里没有正文文字", "there is no text in the page"))
    details = _details(page)
    if details.headline and not any(details.headline in block.text for block in blocks):
        blocks = [Block(details.headline, 1), *blocks]
    return text_of_blocks(blocks), details


def _decoded(data: bytes, encoding: str | None) -> str:
    declared = _DECLARED.search(data[:4096])
    if encoding is None and declared is not None:
        try:
            return decode(data, encoding=declared[1].decode("ascii")).text
        except (DecodeError, LookupError):  # pages lie about it: what the bytes allow counts
            pass
    return decode(data, encoding=encoding).text


def _main_blocks(page: etree._Element) -> list[Block]:
    found = _trafilatura(page)
    whole = list(blocks_of_html(page))
    if found is None:
        return whole
    blocks = list(_blocks(found))
    if _bare(blocks) == _bare(whole):
        return whole  # of a short page trafilatura runs all into one
    if not any(block.level for block in blocks):
        # Where it knows the page's make by none of its rules, trafilatura gathers the bare
        # paragraphs. Shown the element that holds them, it keeps headings and lists as well.
        again = deepcopy(page)
        holder = _holder(again, {block.text for block in blocks})
        if holder is not None:
            holder.set("class", "article-content")
            more = _trafilatura(again)
            kept = list(_blocks(more)) if more is not None else []
            if {block.text for block in blocks} <= {block.text for block in kept}:
                return kept
    return blocks


def _bare(blocks: list[Block]) -> str:
    return "".join("".join(block.text for block in blocks).split())


def _trafilatura(page: etree._Element) -> etree._Element | None:
    """The main part of a page as trafilatura marks it up, or None; the page is left as it is."""
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "60"  # 250 letters are meant; Chinese is denser
    document = bare_extraction(
        deepcopy(page),
        include_comments=False,
        include_formatting=True,
        include_tables=True,
        with_metadata=False,  # reads the clock
        config=config,
    )
    body = getattr(document, "body", None)
    return body if body is not None and "".join(body.itertext()).strip() else None


def _blocks(body: etree._Element) -> Iterator[Block]:
    """The blocks of trafilatura's own mark-up: p, head, list, item, table, row, cell, quote, lb."""
    for element in body.iter():
        names = {"head": element.get("rend", "h2"), "row": "tr", "item": "li", "lb": "br", "cell": "td"}
        element.tag = names.get(str(element.tag), element.tag)
    yield from blocks_of_html(body)


def _holder(page: etree._Element, texts: set[str]) -> etree._Element | None:
    """The innermost element that holds all paragraphs with these texts, below body."""
    paragraphs = [p for p in page.iter("p") if tidy("".join(p.itertext())) in texts]
    if not paragraphs:
        return None
    shared = list(paragraphs[0].iterancestors())
    for paragraph in paragraphs[1:]:
        above = set(paragraph.iterancestors())
        shared = [element for element in shared if element in above]
    return shared[0] if shared and shared[0].tag not in {"body", "html"} else None


def _details(page: etree._Element) -> Details:
    """The title without the site's name behind it, and the date of the page's head."""
    said: dict[str, str] = {}
    for meta in page.iter("meta"):
        key = (meta.get("property") or meta.get("name") or "").lower()
        said.setdefault(key, tidy(meta.get("content") or ""))
    title = said.get("og:title", "")
    headings = [tidy("".join(heading.itertext())) for heading in page.iter("h1")]
    shorter = next((heading for heading in headings if heading and heading in title), "")
    dates = (date_of_field(said[key]) for key in _DATES if said.get(key))
    return Details(
        date=next((day for day in dates if day), None),
        headline=shorter or title or next(filter(None, headings), None),
    )
