"""The corpus as rows, the same for every graph database: nodes before relationships.

A missing value is None here and an absent property there; an empty text or list counts as
missing, since a CSV cell cannot tell the two apart. Dates stay ISO strings, for an article may
be known to the month only.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from wenmai.graph.network.knowledge_graph import ArticleLink, Relation
from wenmai.loaders.write.layout import LAYOUTS, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from wenmai.graph.network.knowledge_graph import Corpus

# What a driver takes: {id, properties} of a node, {a, b, properties} of a relationship.
Row = dict[str, Any]

_RELATIONS: Mapping[Part, Relation] = {
    Part.LOCATIONS: Relation.LOCATED_IN,
    Part.POSITIONS: Relation.HOLDS_POSITION,
    Part.AFFILIATIONS: Relation.AFFILIATED_WITH,
    Part.RUNS: Relation.RUNS,
    Part.ISSUED: Relation.ISSUED,
}
_LINKS: Mapping[Part, ArticleLink] = {
    Part.REPRINTS: ArticleLink.REPRINT_OF,
    Part.CONTINUATIONS: ArticleLink.CONTINUES,
}
_HAN_RUN = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U0003ffff]{2,}")
_SURROGATE = re.compile("[\ud800-\udfff]")  # in the names of files that are not text


def search_text(name: str, aliases: Iterable[str]) -> str:
    """Name, aliases and the character bigrams of their Han runs, lower case, each once, blanks between.

    An index that does not split Han text finds a term of two characters or more by its bigrams.
    """
    forms = [form.lower() for form in (name, *aliases)]
    bigrams = (
        run[i : i + 2] for form in forms for run in _HAN_RUN.findall(form) for i in range(len(run) - 1)
    )
    return " ".join(dict.fromkeys((*forms, *bigrams)))


def rows(corpus: Corpus, part: Part) -> Iterator[Row]:
    """The rows of one part, in the order of the corpus."""
    return _ROWS[part](corpus)


def batches(corpus: Corpus, part: Part, *, size: int) -> Iterator[list[Row]]:
    """The rows of one part in lists of at most `size`."""
    left = rows(corpus, part)
    while batch := list(islice(left, size)):
        yield batch


def counts(corpus: Corpus) -> dict[Part, int]:
    """How many rows each part has."""
    relations = Counter(relation.kind for relation in corpus.relations)
    links = Counter(link.kind for link in corpus.links)
    return {
        Part.ENTITIES: len(corpus.graph.nodes),
        Part.ARTICLES: len(corpus.articles),
        Part.SENTENCES: len(corpus.sentences),
        Part.CO_MENTIONS: len(corpus.graph.edges),
        Part.MENTIONS: len(corpus.mentions),
        Part.PARTS: len(corpus.sentences),
        Part.AUTHORS: sum(len(set(article.authors)) for article in corpus.articles),
        **{part: relations[kind] for part, kind in _RELATIONS.items()},
        **{part: links[kind] for part, kind in _LINKS.items()},
    }


def snapshot(corpus: Corpus) -> str:
    """Twelve hex digits that two equal corpora share."""
    digest = hashlib.sha256()
    for part in Part:
        for row in rows(corpus, part):
            digest.update(repr(row).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()[:12]


def _text(value: str | None) -> str | None:
    """A text that UTF-8 can hold, or None for an empty one."""
    if value and _SURROGATE.search(value):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    return value or None


def _texts(values: Iterable[str]) -> list[str | None] | None:
    return [_text(value) for value in values if value] or None


def _entities(corpus: Corpus) -> Iterator[Row]:
    for node in corpus.graph.nodes:
        properties: Row = {
            "name": _text(node.name),
            "kind": node.kind.value,
            "aliases": _texts(node.aliases),
            "mentions": node.mentions,
            "articles": node.articles,
            "first_seen": node.first_seen,
            "last_seen": node.last_seen,
            "community": node.community,
            "degree": node.degree,
            "weighted_degree": float(node.weighted_degree),
            "betweenness": float(node.betweenness),
            "pagerank": float(node.pagerank),
            "search_text": _text(search_text(node.name, node.aliases)),
        }
        yield {"id": _text(node.id), "kind": node.kind.value, "properties": properties}


def _articles(corpus: Corpus) -> Iterator[Row]:
    for article in corpus.articles:
        properties: Row = {
            "headline": _text(article.headline),
            "date": _text(article.date),
            "month": article.month,
            "publication": _text(article.publication),
            "page": _text(article.page),
            "source": _text(article.source),
        }
        yield {"id": _text(article.id), "properties": properties}


def _sentences(corpus: Corpus) -> Iterator[Row]:
    for sentence in corpus.sentences:
        properties: Row = {
            "text": _text(sentence.text),
            "begin_at": sentence.begin_at,
            "end_at": sentence.end_at,
            "number": sentence.number,
        }
        yield {"id": _text(sentence.id), "properties": properties}


def _co_mentions(corpus: Corpus) -> Iterator[Row]:
    for edge in corpus.graph.edges:
        properties: Row = {
            "count": edge.count,
            "articles": edge.articles,
            "weight": float(edge.weight),
            "npmi": float(edge.npmi),
            "g2": float(edge.g2),
            "significance": float(edge.significance),
            "first": edge.first,
            "last": edge.last,
            "evidence": _texts(edge.evidence),
        }
        yield {"a": _text(edge.a), "b": _text(edge.b), "properties": properties}


def _mentions(corpus: Corpus) -> Iterator[Row]:
    for mention in corpus.mentions:
        properties: Row = {
            "begin_at": mention.begin_at,
            "end_at": mention.end_at,
            "surface": _text(mention.surface),
            "role": str(mention.role),
        }
        yield {"a": _text(mention.entity), "b": _text(mention.sentence), "properties": properties}


def _parts(corpus: Corpus) -> Iterator[Row]:
    for sentence in corpus.sentences:
        yield {"a": _text(sentence.id), "b": _text(sentence.article), "properties": {}}


def _authors(corpus: Corpus) -> Iterator[Row]:
    for article in corpus.articles:
        for author in dict.fromkeys(article.authors):
            yield {"a": _text(article.id), "b": _text(author), "properties": {}}


def _relations(corpus: Corpus, *, part: Part) -> Iterator[Row]:
    for relation in corpus.relations:
        if relation.kind is _RELATIONS[part]:
            known: Row = {
                "title": _text(relation.title),
                "first": relation.first,
                "last": relation.last,
                "former": relation.former,
                "evidence": _texts(relation.evidence),
            }
            properties = {name: known[name] for name in LAYOUTS[part].properties}
            yield {"a": _text(relation.a), "b": _text(relation.b), "properties": properties}


def _links(corpus: Corpus, *, part: Part) -> Iterator[Row]:
    for link in corpus.links:
        if link.kind is _LINKS[part]:
            yield {"a": _text(link.a), "b": _text(link.b), "properties": {}}


_ROWS: Mapping[Part, Callable[[Corpus], Iterator[Row]]] = {
    Part.ENTITIES: _entities,
    Part.ARTICLES: _articles,
    Part.SENTENCES: _sentences,
    Part.CO_MENTIONS: _co_mentions,
    Part.MENTIONS: _mentions,
    Part.PARTS: _parts,
    Part.AUTHORS: _authors,
    **{part: partial(_relations, part=part) for part in _RELATIONS},
    **{part: partial(_links, part=part) for part in _LINKS},
}
