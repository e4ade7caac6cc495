"""The graph as a sparse matrix: what communities and centralities are computed from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from wenmai.graph.network.knowledge_graph import KnowledgeGraph


def adjacency(graph: KnowledgeGraph) -> csr_array:
    """The symmetric matrix of edge weights; rows and columns are the nodes in their order."""
    row = {node.id: number for number, node in enumerate(graph.nodes)}
    size = len(graph.edges)
    a = np.fromiter((row[edge.a] for edge in graph.edges), dtype=np.int64, count=size)
    b = np.fromiter((row[edge.b] for edge in graph.edges), dtype=np.int64, count=size)
    weight = np.fromiter((edge.weight for edge in graph.edges), dtype=np.float64, count=size)
    places = (np.concatenate((a, b)), np.concatenate((b, a)))
    return csr_array((np.concatenate((weight, weight)), places), shape=(len(row), len(row)))
