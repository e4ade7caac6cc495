"""What of a graph fits on one page: the most mentioned entities, the backbone between them."""

from __future__ import annotations

from dataclasses import dataclass

from wenmai.graph.network.knowledge_graph import Edge, KnowledgeGraph, Node

ALL_EDGES = 300  # so many entities open with every edge drawn
SMALL = 1_500  # up to here the page holds all edges (if fewer than MOST_EDGES)
LARGE = 5_000  # above, not all entities are drawn at once
MOST_EDGES = 20_000
DRAWN_AT_FIRST = 3_000  # edges: the slider opens where no more are drawn
DRAWN_LATER = 10_000  # the same for a page that opens with communities
DRAWN_AT_ONCE = 2_000  # entities of a page above LARGE


@dataclass(frozen=True, slots=True)
class Selection:
    """The nodes (most mentioned first) and edges (sorted) of a page, and how many stay out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_nodes: int
    left_edges: int  # both those of a node left out and those too weak

    @property
    def graph(self) -> KnowledgeGraph:
        """The selection as a graph of its own."""
        return KnowledgeGraph(tuple(sorted(self.nodes, key=lambda node: node.id)), self.edges)

    @property
    def opens_with_communities(self) -> bool:
        """Whether the page first shows communities, not entities."""
        return len(self.nodes) > SMALL

    @property
    def drawn_at_once(self) -> int:
        """How many entities the page draws at most when nothing is singled out."""
        return len(self.nodes) if len(self.nodes) <= LARGE else DRAWN_AT_ONCE


def select(graph: KnowledgeGraph, *, max_nodes: int) -> Selection:
    """Take the `max_nodes` most mentioned entities and, of many edges, the backbone.

    Raises:
        ValueError: `max_nodes` is less than 1.
    """
    if max_nodes < 1:
        raise ValueError(f"a page holds at least one entity: {max_nodes=}")
    nodes = tuple(sorted(graph.nodes, key=lambda node: (-node.mentions, -node.degree, node.id))[:max_nodes])
    kept = {node.id for node in nodes}
    between = tuple(edge for edge in graph.edges if edge.a in kept and edge.b in kept)
    edges = _backbone(between, at_most=MOST_EDGES if len(nodes) <= SMALL else min(MOST_EDGES, 4 * len(nodes)))
    return Selection(nodes, edges, len(graph.nodes) - len(nodes), len(graph.edges) - len(edges))


def _backbone(edges: tuple[Edge, ...], *, at_most: int) -> tuple[Edge, ...]:
    """The most significant edges, each entity's best one before any second."""
    if len(edges) <= at_most:
        return edges
    ranked = sorted(edges, key=lambda edge: (edge.significance, -edge.weight, edge.a, edge.b))
    seen: set[str] = set()
    best: list[Edge] = []
    others: list[Edge] = []
    for edge in ranked:
        (others if {edge.a, edge.b} <= seen else best).append(edge)
        seen |= {edge.a, edge.b}
    return tuple(sorted((best + others)[:at_most], key=lambda edge: (edge.a, edge.b)))


def opening_count(selection: Selection) -> int:
    """The least count of co-mentions with which the slider opens."""
    counts = sorted((edge.count for edge in selection.edges), reverse=True)
    most = DRAWN_LATER if selection.opens_with_communities else DRAWN_AT_FIRST
    if not counts or len(selection.nodes) <= ALL_EDGES or len(counts) <= most:
        return counts[-1] if counts else 1
    cut = counts[most]  # the first that must not be drawn
    stronger = [count for count in counts if count > cut]
    return min(stronger, default=cut)
