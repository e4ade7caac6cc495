"""Groups of entities that are named with one another more than with the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import graspologic_native
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

TRIALS = 2
ITERATIONS = 3


def communities(weights: csr_array, *, seed: int = 0, resolution: float = 1.0) -> NDArray[np.int64]:
    """The community of each node by the Leiden algorithm on weighted modularity.

    0 is the largest community; of two of one size, the one with the smallest node comes first.
    A node without an edge is in none: -1.

    Args:
        weights: symmetric, rows in the order of node ids, so that the result is always the same.
        seed: of the algorithm's choices.
        resolution: above 1 more and smaller communities, below 1 fewer and larger ones.

    Source: V. A. Traag, L. Waltman, N. J. van Eck, From Louvain to Leiden, Scientific Reports 9, 2019.
    """
    nodes = weights.shape[0]
    label = np.full(nodes, -1, dtype=np.int64)
    if not weights.nnz:
        return label
    _, found = graspologic_native.leiden_csr(
        weights.indptr.astype(np.int64),
        weights.indices.astype(np.int32),
        weights.data,
        nodes,
        resolution=resolution,
        seed=seed,
        iterations=ITERATIONS,
        trials=TRIALS,
    )
    linked = np.flatnonzero(np.diff(weights.indptr))
    label[linked] = [found[node] for node in linked.tolist()]
    return _by_size(label)


def _by_size(label: NDArray[np.int64]) -> NDArray[np.int64]:
    linked = np.flatnonzero(label >= 0)
    _, first, place, size = np.unique(
        label[linked], return_index=True, return_inverse=True, return_counts=True
    )
    rank = np.empty(len(size), dtype=np.int64)
    rank[np.lexsort((first, -size))] = np.arange(len(size))
    numbered = label.copy()
    numbered[linked] = rank[place]
    return numbered
