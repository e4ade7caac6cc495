"""How much more often two entities share a window than chance would have it."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.special import xlogy

Counts: TypeAlias = int | NDArray[np.int64]


def npmi(together: Counts, a: Counts, b: Counts, *, windows: int) -> NDArray[np.float64]:
    """Normalised pointwise mutual information, ln(p(ab) / (p(a) p(b))) / -ln p(ab) (Bouma 2009).

    In [-1, 1]: 1 always together, 0 as often as chance has it, -1 never together. Two entities
    that share every window there is get the limit, 1.

    Args:
        together: windows that name both; a number or an array, as are `a` and `b`.
        a: windows that name the one.
        b: windows that name the other.
        windows: windows that name anyone.

    Raises:
        ValueError: no corpus has such counts.

    Source: G. Bouma, Normalized (Pointwise) Mutual Information in Collocation Extraction, GSCL 2009.
    """
    k, n_a, n_b = _checked(together, a, b, windows)
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.log(windows * k / (n_a * n_b))
        surprise = -np.log(k / windows)
        score = information / surprise
    score = np.where(k == 0, -1.0, np.where(k == windows, 1.0, score))
    return np.clip(score, -1.0, 1.0)


def log_likelihood(together: Counts, a: Counts, b: Counts, *, windows: int) -> NDArray[np.float64]:
    """Signed log-likelihood ratio G² of the 2 x 2 table of windows (Dunning 1993).

    2 Σ k ln(k / expected k) over: both, the one only, the other only, neither. Its size is in
    [0, ∞), above 3.84 significant at 5 %, above 10.83 at .1 %; a pair that is together more
    seldom than chance would have it gets a negative sign. Arguments and errors as for `npmi`.

    Source: T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence,
    Computational Linguistics 19(1), 1993.
    """
    k, n_a, n_b = _checked(together, a, b, windows)
    cells = (
        (k, n_a, n_b),
        (n_a - k, n_a, windows - n_b),
        (n_b - k, windows - n_a, n_b),
        (windows - n_a - n_b + k, windows - n_a, windows - n_b),
    )
    # k ln k is 0 for an empty cell; an empty margin makes its cells empty.
    total: NDArray[np.float64] = np.zeros(k.shape)
    for seen, row, column in cells:
        chance = np.where(seen == 0, 1.0, row * column / windows)
        total = total + xlogy(seen, np.where(seen == 0, 1.0, seen / chance))
    size = np.maximum(2.0 * total, 0.0)
    return np.where(k * windows < n_a * n_b, -size, size)


def _checked(
    together: Counts, a: Counts, b: Counts, windows: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    k, n_a, n_b = (np.asarray(count, dtype=np.float64) for count in (together, a, b))
    possible = (k >= 0) & (k <= np.minimum(n_a, n_b)) & (n_a + n_b - k <= windows)
    possible &= (n_a > 0) & (n_b > 0)
    if not possible.all():
        raise ValueError(f"no corpus has such counts: {together=} {a=} {b=} {windows=}")
    return k, n_a, n_b
