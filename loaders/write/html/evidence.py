"""The sentences of a page, with every name in them marked, and which of them show an edge."""

from __future__ import annotations

import base64
import gzip
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from wenmai.graph.network.knowledge_graph import Corpus, Edge, MentionRow, SentenceRow
from wenmai.graph.values import EntityId


def utf16(text: str, at: int) -> int:
    """Where a code point offset falls when counted in UTF-16 units, as JavaScript does."""
    return at + sum(character > "\uffff" for character in text[:at])


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
        windows = _Windows(corpus.sentences, mentions)
        return cls(
            tuple(sentence for sentence in corpus.sentences if sentence.id in mentions),
            {sentence: tuple(rows) for sentence, rows in mentions.items()},
            {entity: tuple(found) for entity, found in naming.items()},
            tuple(tuple(windows.showing(edge, first) for first in edge.evidence) for edge in edges),
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


class _Windows:
    """Looks for the other name where an edge's window is wider than a sentence."""

    def __init__(self, sentences: Iterable[SentenceRow], mentions: Mapping[str, list[MentionRow]]) -> None:
        self._row = {sentence.id: sentence for sentence in sentences}
        self._named = {sentence: {row.entity for row in rows} for sentence, rows in mentions.items()}
        self._places: defaultdict[tuple[str, EntityId], list[tuple[int, str]]] = defaultdict(list)
        for sentence in self._row.values():
            for entity in sorted(self._named.get(sentence.id, ())):
                self._places[sentence.article, entity].append((sentence.number, sentence.id))
        for places in self._places.values():
            places.sort()

    def showing(self, edge: Edge, first: str) -> tuple[str, ...]:
        """The sentence and, for each end that it does not name, the next one that does."""
        named = self._named.get(first, set())
        shown = [first] if named & {edge.a, edge.b} else []
        for end in (edge.a, edge.b):
            if end in named or first not in self._row:
                continue
            row = self._row[first]
            places = self._places[row.article, end]
            behind = bisect_right(places, (row.number, row.id))
            shown += [sentence for _, sentence in places[behind : behind + 1] if sentence not in shown]
        return tuple(shown)


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
    [text, article, [start, end, node, …]] with UTF-16 offsets, and `edges`, for each edge in its
    order a list of showings (a sentence, or a list of sentences side by side).
    """
    taken = sources.sample(per_edge)
    carried = [sentence for sentence in sources.sentences if sentence.id in taken]
    row_of = {sentence.id: i for i, sentence in enumerate(carried)}
    named = {sentence.article for sentence in carried}
    articles = [article for article in corpus.articles if article.id in named]
    article_of = {article.id: i for i, article in enumerate(articles)}
    content = {
        "articles": [[a.headline, a.date, a.publication, a.page, a.source] for a in articles],
        "sentences": [
            [s.text, article_of[s.article], _marks(s.text, sources.mentions[s.id], number)] for s in carried
        ],
        "edges": [_rows(showings, row_of) for showings in sources.of_edge],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    raw = gzip.compress(text.encode("utf-8", errors="replace"), 9, mtime=0)
    return Evidence(base64.b64encode(raw).decode("ascii"), len(carried))


def _marks(text: str, mentions: Iterable[MentionRow], number: Mapping[EntityId, int]) -> list[int]:
    ordered = sorted(mentions, key=lambda row: (row.at, -len(row.surface), row.entity))
    return [
        value
        for row in ordered
        for value in (utf16(text, row.at), utf16(text, row.at + len(row.surface)), number[row.entity])
    ]


def _rows(showings: Iterable[tuple[str, ...]], row_of: Mapping[str, int]) -> list[int | list[int]]:
    """An edge's showings as row numbers; one that is not carried whole is left out."""
    rows = [
        [row_of[sentence] for sentence in showing]
        for showing in showings
        if showing and all(sentence in row_of for sentence in showing)
    ]
    return [row[0] if len(row) == 1 else row for row in rows]
