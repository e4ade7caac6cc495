"""Which edges stand out at their ends: the disparity filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wenmai.graph.link.tables import Column


def disparity(a: Column, b: Column, weight: NDArray[np.float64], *, nodes: int) -> NDArray[np.float64]:
    """The significance alpha of each edge: (1 - w/s)^(k-1), the smaller of its two ends' values.

    w is the edge's weight, s the weights of all edges at that end together, k how many there are.
    alpha is the chance that a split of s over k edges at random gives one of them w or more; in
    [0, 1], the smaller the more the edge stands out. An end with no other edge says nothing of its
    only one: its value is 1, and the other end decides.

    Args:
        a: row of the one end of each edge, in [0, nodes).
        b: row of the other end.
        weight: of each edge, above 0.
        nodes: how many rows there are.

    Raises:
        ValueError: a weight that is not above 0.

    Source: M. Á. Serrano, M. Boguñá, A. Vespignani, Extracting the multiscale backbone of complex
    weighted networks, PNAS 106(16), 2009.
    """
    if not (weight > 0).all():
        raise ValueError("an edge weighs more than nothing")
    degree = np.bincount(a, minlength=nodes) + np.bincount(b, minlength=nodes)
    strength = np.zeros(nodes)
    for end in (a, b):
        strength += np.bincount(end, weight, minlength=nodes)
    return np.minimum(
        _at_end(weight, strength[a], degree[a]),
        _at_end(weight, strength[b], degree[b]),
    )


def _at_end(
    weight: NDArray[np.float64], strength: NDArray[np.float64], degree: Column
) -> NDArray[np.float64]:
    # 0 ** 0 is 1: the end of degree 1.
    rest = np.where(degree == 1, 0.0, np.maximum(strength - weight, 0.0) / strength)
    return np.power(rest, degree - 1)
