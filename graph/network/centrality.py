"""What place an entity has in the whole graph: degree, betweenness, PageRank, community."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from wenmai.graph.network.adjacency import adjacency
from wenmai.graph.network.betweenness import betweenness
from wenmai.graph.network.communities import communities
from wenmai.graph.network.rounding import rounded

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from wenmai.graph.network.knowledge_graph import KnowledgeGraph

DAMPING = 0.85
_CLOSE = 1e-12
_ROUNDS = 1_000


def with_centralities(graph: KnowledgeGraph, *, seed: int = 0, resolution: float = 1.0) -> KnowledgeGraph:
    """The graph with community, degree, weighted degree, betweenness and PageRank of its nodes.

    Whatever of these stood there is replaced, so that a part of a graph can be scored anew.
    """
    weights = adjacency(graph)
    columns = zip(
        graph.nodes,
        communities(weights, seed=seed, resolution=resolution).tolist(),
        np.diff(weights.indptr).tolist(),
        rounded(weights.sum(axis=1)),
        rounded(betweenness(weights, seed=seed)),
        rounded(pagerank(weights)),
        strict=True,
    )
    nodes = (
        replace(
            node,
            community=community,
            degree=degree,
            weighted_degree=strength,
            betweenness=between,
            pagerank=rank,
        )
        for node, community, degree, strength, between, rank in columns
    )
    return replace(graph, nodes=tuple(nodes))


def pagerank(weights: csr_array) -> NDArray[np.float64]:
    """The share of time that a walk along co-mentions, by weight, spends at each node.

    In (0, 1], 1 over all nodes; at each step the walk goes on with probability .85, else, as from
    a node without an edge, it starts again anywhere.

    Source: L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank Citation Ranking, 1998.
    """
    nodes = weights.shape[0]
    if not nodes:
        return np.zeros(0)
    strength = weights.sum(axis=1)
    lone = strength == 0
    each = np.where(lone, 0.0, 1.0 / np.where(lone, 1.0, strength))
    rank = np.full(nodes, 1.0 / nodes)
    for _ in range(_ROUNDS):
        before = rank
        rank = DAMPING * (weights @ (before * each))
        rank += (1.0 - rank.sum()) / nodes  # those who start again, from lone nodes too
        if np.abs(rank - before).sum() < _CLOSE:
            break
    return rank
