"""Traditional characters to simplified ones, place for place (OpenCC's t2s tables)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from wenmai.graph.text import TextView

if TYPE_CHECKING:
    from wenmai.graph.values import Page

_STRETCH = re.compile(r"[^。！？\n]*[。！？\n]?")


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length: 乾隆 keeps its 乾, 乾燥 does not."""
    return "".join(_stretch(part) for part in _STRETCH.findall(text))


@cache
def _character(ch: str) -> str:
    converted: str = _converter().convert(ch)
    return converted if len(converted) == 1 else ch


def _stretch(text: str) -> str:
    converted: str = _converter().convert(text)
    return converted if len(converted) == len(text) else "".join(map(_character, text))


def simplified_page(page: Page) -> Page:
    """A page with its text, headlines and authors in simplified characters; every offset stays."""
    view = TextView(simplified(page.view.text), page.view.at)
    articles = tuple(
        replace(
            article,
            headline=article.headline and simplified(article.headline),
            authors=tuple(map(simplified, article.authors)),
            agency=article.agency and simplified(article.agency),
            publication=article.publication and simplified(article.publication),
            dateline=article.dateline and simplified(article.dateline),
        )
        for article in page.articles
    )
    return replace(page, view=view, articles=articles)
