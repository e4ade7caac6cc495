"""What the store holds, read back for those who show or write it: the graph, and the rows behind it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from wenmai.graph.network.knowledge_graph import (
    ArticleLink,
    ArticleLinkRow,
    ArticleRow,
    Corpus,
    Edge,
    KnowledgeGraph,
    MentionRow,
    Node,
    Relation,
    RelationRow,
    SentenceRow,
)
from wenmai.graph.values import EntityType
from wenmai.loaders.store.derived import min_score


def load_knowledge_graph(connection: sqlite3.Connection) -> KnowledgeGraph:
    """The graph as it was last linked."""
    nodes = tuple(_nodes(connection))
    rows = connection.execute(
        "SELECT a, b, count, articles, weight, npmi, g2, significance, first, last, evidence"
        " FROM edge ORDER BY a, b"
    )
    edges = tuple(
        _edge(nodes[a].id, nodes[b].id, values, json.loads(evidence)) for a, b, *values, evidence in rows
    )
    window = connection.execute("SELECT value FROM meta WHERE key = 'window'").fetchone()
    return KnowledgeGraph(nodes, edges, window=window[0] if window else "sentence")


def _edge(a: str, b: str, values: list[Any], evidence: list[str]) -> Edge:
    count, articles, weight, npmi, g2, significance, first, last = values
    return Edge(a, b, count, articles, weight, npmi, g2, significance, first, last, tuple(evidence))


def _nodes(connection: sqlite3.Connection) -> Iterator[Node]:
    for identity, name, kind, aliases, *values in connection.execute(
        "SELECT id, name, kind, aliases, mentions, articles, first_seen, last_seen, community, degree,"
        " weighted_degree, betweenness, pagerank FROM entity ORDER BY number"
    ):
        texts = tuple(sorted({alias[0] for alias in json.loads(aliases)}))
        yield Node(identity, name, EntityType(kind), texts, *values)


def load_corpus(connection: sqlite3.Connection, *, title: str = "") -> Corpus:
    """All that the writers write: the graph, and every article, naming sentence and mention behind it."""
    return Corpus(
        title,
        load_knowledge_graph(connection),
        tuple(_articles(connection)),
        tuple(_sentences(connection)),
        tuple(_mentions(connection)),
        tuple(_relations(connection)),
        tuple(_links(connection)),
    )


def _articles(connection: sqlite3.Connection) -> Iterator[ArticleRow]:
    writers: dict[tuple[int, int], list[str]] = {}
    for source, article, entity in connection.execute(
        "SELECT source, article, entity.id FROM writer JOIN entity ON entity.number = entity ORDER BY 1, 2, 3"
    ):
        writers.setdefault((source, article), []).append(entity)
    for key, source, number, headline, date, publication, page in connection.execute(
        "SELECT source.id, name, number, headline, article.date, article.publication, article.page"
        " FROM article JOIN source ON source.id = article.source ORDER BY name, number"
    ):
        yield ArticleRow(
            f"{source}#a{number}",
            source,
            number,
            headline,
            date,
            publication,
            page,
            tuple(writers.get((key, number), ())),
        )


def _sentences(connection: sqlite3.Connection) -> Iterator[SentenceRow]:
    for source, number, article, text, begin_at, end_at in connection.execute(
        "SELECT name, number, article, sentence.text, begin_at, end_at FROM sentence"
        " JOIN source ON source.id = sentence.source WHERE EXISTS (SELECT 1 FROM mention"
        " WHERE mention.source = sentence.source AND mention.sentence = sentence.number AND score >= ?)"
        " ORDER BY name, number",
        (min_score(connection),),
    ):
        yield SentenceRow(f"{source}#s{number}", f"{source}#a{article}", number, text, begin_at, end_at)


def _mentions(connection: sqlite3.Connection) -> Iterator[MentionRow]:
    for entity, source, sentence, begin_at, end_at, at, surface, role in connection.execute(
        'SELECT entity.id, source.name, mention.sentence, mention.start, mention."end", at, mention.text,'
        " role FROM mention JOIN source ON source.id = mention.source"
        " JOIN naming ON naming.source = mention.source AND naming.start = mention.start"
        ' AND naming."end" = mention."end" JOIN entity ON entity.number = naming.entity'
        " ORDER BY source.name, mention.start"
    ):
        yield MentionRow(entity, f"{source}#s{sentence}", begin_at, end_at, at, surface, role)


def _relations(connection: sqlite3.Connection) -> Iterator[RelationRow]:
    """Relations with both ends; those of one kind, ends and title are one, with all their evidence."""
    rows = connection.execute(
        "SELECT relation.kind, one.id, other.id, title, first, last, former, evidence FROM relation"
        " JOIN entity one ON one.number = a JOIN entity other ON other.number = b"
        " ORDER BY relation.kind, one.id, other.id, title, former, relation.number"
    )
    for (kind, a, b, title), group in groupby(rows, key=itemgetter(0, 1, 2, 3)):
        same = list(group)
        evidence = dict.fromkeys(sentence for row in same for sentence in json.loads(row[7]))
        yield RelationRow(
            Relation(kind),
            a,
            b,
            title,
            min((row[4] for row in same if row[4]), default=None),
            max((row[5] for row in same if row[5]), default=None),
            all(row[6] for row in same),
            tuple(evidence),
        )


def _links(connection: sqlite3.Connection) -> Iterator[ArticleLinkRow]:
    for source, article, first_source, first, original_source, original in connection.execute(
        "SELECT name, article, story_source, story_article, original_source, original_article FROM story"
        " JOIN source ON source.id = source ORDER BY name, article"
    ):
        if original_source is not None:
            yield ArticleLinkRow(
                ArticleLink.REPRINT_OF, f"{source}#a{article}", f"{original_source}#a{original}"
            )
        if (first_source, first) != (source, article):
            yield ArticleLinkRow(ArticleLink.CONTINUES, f"{source}#a{article}", f"{first_source}#a{first}")
