"""How often an entity lies on the shortest ways between others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from numpy.typing import NDArray

EXACT = 2_000  # nodes up to which every node is a source
WORK = 100_000_000  # sources times edges, at most, above
FEWEST, MOST = 32, 512  # sources, above
_CELLS = 1_000_000  # nodes times sources looked at together


def betweenness(weights: csr_array, *, seed: int = 0) -> NDArray[np.float64]:
    """The share of shortest paths between two other nodes that pass through each node.

    In [0, 1]; a path's length is its number of edges, weights do not matter. Exact up to EXACT
    nodes (Brandes 2001). Above, the estimate from a random sample of sources (Brandes and Pich
    2007), as many as keep sources times edges under WORK, yet FEWEST to MOST of them.

    Args:
        weights: symmetric, rows in the order of node ids, so that the sample is always the same.
        seed: of the sample.

    Source: U. Brandes, A Faster Algorithm for Betweenness Centrality, Journal of Mathematical
    Sociology 25(2), 2001; U. Brandes, C. Pich, Centrality Estimation in Large Networks, 2007.
    """
    nodes = weights.shape[0]
    total = np.zeros(nodes)
    linked = np.flatnonzero(np.diff(weights.indptr))
    if nodes < 3 or not len(linked):
        return total
    links = csr_array((np.ones(weights.nnz), weights.indices, weights.indptr), shape=weights.shape)
    sources = _sources(linked, nodes=nodes, edges=weights.nnz // 2, seed=seed)
    batch = max(1, min(64, _CELLS // nodes))
    for start in range(0, len(sources), batch):
        total += _dependencies(links, sources[start : start + batch])
    total *= len(linked) / len(sources) / ((nodes - 1) * (nodes - 2))
    return np.minimum(total, 1.0)  # an estimate may overshoot


def _sources(linked: NDArray[np.int64], *, nodes: int, edges: int, seed: int) -> NDArray[np.int64]:
    if nodes <= EXACT:
        return linked
    number = min(len(linked), max(FEWEST, min(MOST, WORK // edges)))
    # RandomState: its stream is frozen, that of numpy's newer generators may change.
    return np.sort(np.random.RandomState(seed).permutation(linked)[:number])


def _dependencies(links: csr_array, sources: NDArray[np.int64]) -> NDArray[np.float64]:
    """Brandes' dependencies of the sources on each node, all sources level by level at once."""
    shape = (links.shape[0], len(sources))
    paths = np.zeros(shape)
    paths[sources, np.arange(len(sources))] = 1.0
    front = paths.copy()
    levels: list[NDArray[np.bool_]] = []
    while front.any():
        levels.append(front > 0)
        front = links @ front
        front[paths > 0] = 0.0
        paths += front
    share = np.zeros(shape)
    for nearer, farther in zip(levels[-2::-1], levels[:0:-1], strict=True):
        flow = np.zeros(shape)
        flow[farther] = (1.0 + share[farther]) / paths[farther]
        flow = links @ flow
        share[nearer] += flow[nearer] * paths[nearer]
    share[sources, np.arange(len(sources))] = 0.0
    return share.sum(axis=1)  # type: ignore[no-any-return]
