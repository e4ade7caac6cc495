"""The one place where scores are rounded, so that a second run writes the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

DIGITS = 6  # significant; sums may differ in the sixteenth from one machine to another


def rounded(values: NDArray[np.float64]) -> list[float]:
    """The values with DIGITS significant digits, as Python floats; -0.0 becomes 0.0.

    Raises:
        ValueError: a value that is no finite number.
    """
    if not np.isfinite(values).all():
        raise ValueError("a score is a finite number")
    different, place = np.unique(values, return_inverse=True)
    short = [float(f"{value:.{DIGITS}g}") + 0.0 for value in different.tolist()]
    return np.array(short, dtype=np.float64)[place].tolist()  # type: ignore[no-any-return]
