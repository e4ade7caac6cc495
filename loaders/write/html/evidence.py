"""The sentences of a page, with every name in them marked, and which of them show an edge."""

from __future__ import annotations

import base64
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from wenmai.graph.link import Window
from wenmai.graph.network.knowledge_graph import Corpus, Edge, MentionRow, SentenceRow
from wenmai.graph.values import EntityId, Span
from wenmai.loaders.write.html.excerpt import excerpt, utf16_offsets


@dataclass(frozen=True, slots=True)
class Sources:
    """A corpus arranged for evidence: who is named in a sentence, what shows an edge or a node."""

    sentences: tuple[SentenceRow, ...]
    mentions: Mapping[str, tuple[MentionRow, ...]]  # by sentence
    of_node: Mapping[EntityId, tuple[str, ...]]
    of_edge: tuple[tuple[tuple[str, ...], ...], ...]  # a showing is one sentence, or several side by side

    @classmethod
    def of(cls, corpus: Corpus, *, nodes: Iterable[EntityId], edges: Sequence[Edge]) -> Sources:
        """Keep what names one of `nodes`; `edges` join two of them each."""
        kept = dict.fromkeys(nodes)
        mentions: defaultdict[str, list[MentionRow]] = defaultdict(list)
        naming: dict[EntityId, dict[str, None]] = {entity: {} for entity in kept}
        for mention in corpus.mentions:
            if mention.entity in kept:
                mentions[mention.sentence].append(mention)
                naming[mention.entity][mention.sentence] = None
        wide = corpus.graph.window != Window.SENTENCE
        return cls(
            tuple(sentence for sentence in corpus.sentences if sentence.id in mentions),
            {sentence: tuple(rows) for sentence, rows in mentions.items()},
            {entity: tuple(found) for entity, found in naming.items()},
            tuple(_showings(edge, naming, wide=wide) for edge in edges),
        )

    def sample(self, per_edge: int | None) -> frozenset[str]:
        """The sentences to carry: all, or about `per_edge` of each edge and each node."""
        if per_edge is None:
            return frozenset(self.mentions)
        showings = (spread(edge, per_edge) for edge in self.of_edge)
        taken = {sentence for edge in showings for showing in edge for sentence in showing}
        for found in self.of_node.values():
            taken.update(spread(found, per_edge))
        return frozenset(taken)


def _showings(
    edge: Edge, naming: Mapping[EntityId, Mapping[str, None]], *, wide: bool
) -> tuple[tuple[str, ...], ...]:
    """The sentences of each window of an edge.

    A window wider than a sentence counts in an edge's evidence with one sentence that names both,
    or with the first that names the one and, next to it, the first that names the other.
    """
    if not wide:
        return tuple((sentence,) for sentence in edge.evidence)
    showings: list[tuple[str, ...]] = []
    waiting: tuple[str, ...] = ()
    for sentence in edge.evidence:
        if waiting:
            showings.append((*waiting, sentence))
            waiting = ()
        elif sentence in naming[edge.a] and sentence in naming[edge.b]:
            showings.append((sentence,))
        else:
            waiting = (sentence,)
    return tuple(showings) + ((waiting,) if waiting else ())


Item = TypeVar("Item")


def spread(items: Sequence[Item], most: int) -> Sequence[Item]:
    """At most so many of the items, at even distances, the first among them."""
    if len(items) <= most:
        return items
    return [items[i * len(items) // most] for i in range(most)]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Packed evidence: gzip, then base64; `sentences` counts what is in it."""

    packed: str
    sentences: int


def pack(
    corpus: Corpus, sources: Sources, *, number: Mapping[EntityId, int], per_edge: int | None
) -> Evidence:
    """Write sentences, articles and edges as JSON and pack it, the same bytes each time.

    The JSON has `articles` [headline, date, publication, page, source], `sentences`
    [text, article, [start, end, node, …]] with UTF-16 offsets, the text of a very long one an
    excerpt, and `edges`, for each edge in its order a list of showings (a sentence, or a list of
    sentences side by side).
    """
    taken = sources.sample(per_edge)
    carried = [sentence for sentence in sources.sentences if sentence.id in taken]
    row_of = {sentence.id: i for i, sentence in enumerate(carried)}
    named = {sentence.article for sentence in carried}
    articles = [article for article in corpus.articles if article.id in named]
    article_of = {article.id: i for i, article in enumerate(articles)}
    content = {
        "articles": [[a.headline, a.date, a.publication, a.page, a.source] for a in articles],
        "sentences": [_sentence(s, article_of[s.article], sources.mentions[s.id], number) for s in carried],
        "edges": [_rows(showings, row_of) for showings in sources.of_edge],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    raw = gzip.compress(text.encode("utf-8", errors="replace"), 9, mtime=0)
    return Evidence(base64.b64encode(raw).decode("ascii"), len(carried))


def _sentence(
    sentence: SentenceRow, article: int, mentions: Iterable[MentionRow], number: Mapping[EntityId, int]
) -> tuple[str, int, list[int]]:
    ordered = sorted(mentions, key=lambda row: (row.at, -len(row.surface), row.entity))
    shown = excerpt(sentence.text, [Span(row.at, row.at + len(row.surface)) for row in ordered])
    units = utf16_offsets(shown.text)
    marks = [
        value
        for row, mark in zip(ordered, shown.marks, strict=True)
        for value in (units[mark.start], units[mark.end], number[row.entity])
    ]
    return shown.text, article, marks


def _rows(showings: Iterable[tuple[str, ...]], row_of: Mapping[str, int]) -> list[int | list[int]]:
    """An edge's showings as row numbers; one that is not carried whole is left out."""
    rows = [
        [row_of[sentence] for sentence in showing]
        for showing in showings
        if showing and all(sentence in row_of for sentence in showing)
    ]
    return [row[0] if len(row) == 1 else row for row in rows]
