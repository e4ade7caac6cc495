"""Characters that a file format cannot hold, replaced and counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wenmai.graph.network.knowledge_graph import Edge, KnowledgeGraph
    from wenmai.graph.values import EntityId

REPLACEMENT = "\ufffd"
NOT_UTF8 = re.compile("[\ud800-\udfff]")  # in names of files that are not text
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class _Cleaner:
    forbidden: re.Pattern[str]
    replaced: int = 0

    def one(self, text: str) -> str:
        clean, number = self.forbidden.subn(REPLACEMENT, text)
        self.replaced += number
        return clean

    def all(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(self.one, texts))


def clean(graph: KnowledgeGraph, forbidden: re.Pattern[str]) -> tuple[KnowledgeGraph, int]:
    """The graph with forbidden characters of its texts as U+FFFD, and how many there were.

    Ids that would become equal are told apart by further U+FFFD at their end. Nodes and edges are
    sorted by their new ids.
    """
    if not any(map(forbidden.search, _texts(graph))):
        return graph, 0
    cleaner = _Cleaner(forbidden)
    ids = _ids([node.id for node in graph.nodes], cleaner)
    nodes = (
        replace(
            node,
            id=ids[node.id],
            name=cleaner.one(node.name),
            aliases=tuple(sorted(cleaner.all(node.aliases))),
        )
        for node in graph.nodes
    )
    edges = (_edge(edge, ids, cleaner) for edge in graph.edges)
    cleaned = replace(
        graph,
        nodes=tuple(sorted(nodes, key=lambda node: node.id)),
        edges=tuple(sorted(edges, key=lambda edge: (edge.a, edge.b))),
    )
    return cleaned, cleaner.replaced


def _texts(graph: KnowledgeGraph) -> Iterator[str]:
    for node in graph.nodes:
        yield node.id
        yield node.name
        yield from node.aliases
    yield from chain.from_iterable(edge.evidence for edge in graph.edges)


def _ids(ids: list[EntityId], cleaner: _Cleaner) -> dict[EntityId, EntityId]:
    taken = set(ids)
    new: dict[EntityId, EntityId] = {}
    for old in ids:
        fresh = cleaner.one(old)
        if fresh != old:
            while fresh in taken:
                fresh += REPLACEMENT
            taken.add(fresh)
        new[old] = fresh
    return new


def _edge(edge: Edge, ids: dict[EntityId, EntityId], cleaner: _Cleaner) -> Edge:
    a, b = sorted((ids[edge.a], ids[edge.b]))
    return replace(edge, a=a, b=b, evidence=cleaner.all(edge.evidence))
