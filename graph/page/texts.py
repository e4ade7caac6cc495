"""An article with its text, as the corpus-level steps read it."""

from __future__ import annotations

from dataclasses import dataclass

ArticleKey = tuple[str, int]  # source, number


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article of a corpus; `text` is free of layout white space, `date` ISO to the precision known."""

    key: ArticleKey
    headline: str | None
    text: str
    publication: str | None = None
    date: str | None = None
    page: str | None = None
    continued_from: str | None = None
    continued_on: str | None = None
