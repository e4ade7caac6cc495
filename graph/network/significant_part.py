"""The part of a graph that stands out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wenmai.graph.network.knowledge_graph import KnowledgeGraph


def backbone(graph: KnowledgeGraph, alpha: float) -> KnowledgeGraph:
    """The edges with significance below alpha (Serrano 2009), and the nodes that they join.

    The scores of nodes and edges stay those of the whole graph. An edge between two entities that
    have no other is never in a backbone, since nothing can be said of it: see `disparity`.

    Raises:
        ValueError: alpha is not in (0, 1].
    """
    if not 0 < alpha <= 1:
        raise ValueError(f"alpha is above 0 and at most 1, not {alpha}")
    edges = tuple(edge for edge in graph.edges if edge.significance < alpha)
    joined = {end for edge in edges for end in (edge.a, edge.b)}
    return replace(graph, nodes=tuple(node for node in graph.nodes if node.id in joined), edges=edges)
