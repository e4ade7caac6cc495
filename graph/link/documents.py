"""From documents with mentions to namings: for a few pages; a store fills the columns itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wenmai.graph.link.columns import Namings, Window
from wenmai.graph.link.tables import ArticleTable, EntityTable, SentenceTable
from wenmai.graph.values import LINKING_ROLES, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wenmai.graph.link.tables import Column
    from wenmai.graph.values import Document, Entity, EntityId


def namings(
    documents: Iterable[Document],
    entity_of: Mapping[tuple[str, int, int], EntityId],
    entities: Iterable[Entity],
    *,
    window: Window = Window.SENTENCE,
    bylines: bool = False,
    reprints: Mapping[str, str] | None = None,
    stories: Mapping[str, str] | None = None,
) -> Namings:
    """Put the mentions of documents, in any order, into columns.

    Args:
        documents: pages with their mentions, each source once.
        entity_of: the entity of a mention, by its key; a mention that has none is left out.
        entities: those that `entity_of` speaks of; one without a mention stays a lone node.
        window: what two entities must share.
        bylines: whether by-lines make co-mentions; they count as mentions either way.
        reprints: from the id of an article (SOURCE#aNUMBER) to that of the one it reprints.
        stories: from the id of an article to that of the first part of its story.

    Raises:
        ValueError: a source, article or entity that is given twice or pointed to and not given.
    """
    pages = sorted(documents, key=lambda page: page.source)
    article_row = _rows([f"{page.source}#a{article.number}" for page in pages for article in page.articles])
    sentence_row = _rows([f"{page.source}#s{each.number}" for page in pages for each in page.sentences])
    table = EntityTable.of(entities)
    entity_row = _rows(table.ids)
    roles = LINKING_ROLES | {Role.BYLINE} if bylines else LINKING_ROLES
    counted = [
        mention
        for page in pages
        for mention in page.mentions
        if mention.role is not Role.REPEAT and mention.key in entity_of
    ]
    return Namings(
        entities=table,
        articles=ArticleTable(
            dates=tuple(article.date for page in pages for article in page.articles),
            original=_pointers(article_row, reprints or {}),
            story=_pointers(article_row, stories or {}),
        ),
        sentences=SentenceTable(
            ids=tuple(sentence_row),
            article=_column(
                _row(article_row, f"{page.source}#a{each.article}")
                for page in pages
                for each in page.sentences
            ),
            paragraph=_column(each.paragraph for page in pages for each in page.sentences),
        ),
        entity=_column(_row(entity_row, entity_of[mention.key]) for mention in counted),
        sentence=_column(_row(sentence_row, f"{each.source}#s{each.sentence}") for each in counted),
        linking=np.array([mention.role in roles for mention in counted], dtype=np.bool_),
        window=window,
    )


def _rows(ids: Sequence[str]) -> dict[str, int]:
    rows = {each: number for number, each in enumerate(ids)}
    if len(rows) != len(ids):
        twice = next(each for number, each in enumerate(ids) if rows[each] != number)
        raise ValueError(f"given twice: {twice}")
    return rows


def _row(rows: Mapping[str, int], each: str) -> int:
    if each not in rows:
        raise ValueError(f"pointed to, not given: {each}")
    return rows[each]


def _pointers(rows: Mapping[str, int], to: Mapping[str, str]) -> Column:
    for each in to:
        _row(rows, each)
    return _column(_row(rows, to.get(each, each)) for each in rows)


def _column(values: Iterable[int]) -> Column:
    return np.fromiter(values, dtype=np.int64)
