"""Nodes and edges as vis-network draws them and as the page's own script reads them.

Numbers stand for ids: a node's is its rank by mentions, an edge's its place in the selection.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pypinyin import Style, lazy_pinyin

from wenmai.graph.network.knowledge_graph import Corpus, Edge, Node
from wenmai.graph.network.layout import place
from wenmai.graph.values import EntityId, Role
from wenmai.loaders.write.html.evidence import Sources
from wenmai.loaders.write.html.heading import marks_apart
from wenmai.loaders.write.html.kinds import KINDS, STYLE_OF
from wenmai.loaders.write.html.selection import Selection
from wenmai.loaders.write.html.timeline import Timeline

Row = dict[str, object]  # becomes one JSON object

LARGEST, SMALLEST = 26.0, 4.0  # radius of a node
THINNEST, THICKEST = 0.7, 6.0  # width of an edge
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def radii(nodes: Iterable[Node]) -> dict[EntityId, float]:
    """Radius of each node: its area goes with its mentions, down to a size that one can hit."""
    mentions = {node.id: node.mentions for node in nodes}
    most = max(mentions.values(), default=0) or 1
    return {entity: max(SMALLEST, round(LARGEST * math.sqrt(n / most), 1)) for entity, n in mentions.items()}


def pinyin_keys(name: str) -> list[str]:
    """What one may type for a name: 北京市 → beijingshi, bjs."""
    if not _HAN.search(name):
        return []
    syllables = lazy_pinyin(name, style=Style.NORMAL)
    initials = lazy_pinyin(name, style=Style.FIRST_LETTER)
    return ["".join(syllables).lower(), "".join(initials).lower()]


def node_rows(selection: Selection, corpus: Corpus, when: Timeline) -> list[Row]:
    """One row a node: what vis-network draws, then what the panel says."""
    sizes = radii(selection.nodes)
    ground = {node.id: sizes[node.id] * STYLE_OF[node.kind].reach for node in selection.nodes}
    where = place(selection.graph, ground)
    sentences: defaultdict[EntityId, list[str]] = defaultdict(list)
    for mention in corpus.mentions:
        if mention.role != Role.REPEAT:
            sentences[mention.entity].append(mention.sentence)
    kinds = [style.kind for style in KINDS]
    apart = marks_apart(corpus.graph.nodes)
    return [
        {
            "id": number,
            "key": node.id,
            "label": node.name,
            "mark": apart.get(node.id),
            "shape": STYLE_OF[node.kind].shape,
            "size": sizes[node.id],
            "x": round(where[node.id][0], 1),
            "y": round(where[node.id][1], 1),
            "kind": kinds.index(node.kind),
            "aliases": list(node.aliases),
            "pinyin": [key for name in (node.name, *node.aliases) for key in pinyin_keys(name)],
            "community": node.community,
            "mentions": node.mentions,
            "articles": node.articles,
            "first": node.first_seen,
            "last": node.last_seen,
            "degree": node.degree,
            "strength": _digits(node.weighted_degree),
            "betweenness": _digits(node.betweenness),
            "pagerank": _digits(node.pagerank),
            "months": when.counts(sentences[node.id]),
        }
        for number, node in enumerate(selection.nodes)
    ]


def edge_rows(
    edges: Sequence[Edge], sources: Sources, number: Mapping[EntityId, int], when: Timeline
) -> list[Row]:
    """One row an edge; the width goes with the square root of the count."""
    most = max((edge.count for edge in edges), default=1)
    return [
        {
            "id": i,
            "from": number[edge.a],
            "to": number[edge.b],
            "width": _width(edge.count, most),
            "count": edge.count,
            "articles": edge.articles,
            "weight": _digits(edge.weight),
            "npmi": _digits(edge.npmi),
            "g2": _digits(edge.g2),
            "alpha": _digits(edge.significance),
            "first": edge.first,
            "last": edge.last,
            "months": when.counts(showing[0] for showing in showings),
        }
        for i, (edge, showings) in enumerate(zip(edges, sources.of_edge, strict=True))
    ]


def _width(count: int, most: int) -> float:
    share = (count - 1) / max(most - 1, 1)
    return round(THINNEST + (THICKEST - THINNEST) * math.sqrt(share), 2)


def community_rows(nodes: Iterable[Node]) -> list[Row]:
    """The communities, largest first, each named by its most mentioned members."""
    members: defaultdict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.community >= 0:
            members[node.community].append(node)
    return [
        {"community": community, "size": len(found), "name": "、".join(node.name for node in found[:3])}
        for community, found in sorted(members.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def _digits(value: float) -> float:
    """Four significant digits: the page is to be read, not computed with."""
    return float(f"{value:.4g}")
