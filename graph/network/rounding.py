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
    size = np.abs(values)
    places = DIGITS - 1 - np.floor(np.log10(size, where=size > 0, out=np.zeros_like(size)))
    # Powers of ten up to 22 are exact, and so the quotient is the float nearest to the decimal.
    up, down = 10.0 ** np.clip(places, 0, 22), 10.0 ** np.clip(-places, 0, 22)
    short = np.rint(values * up / down) * down / up + 0.0
    for row in np.flatnonzero(np.abs(places) > 22).tolist():
        short[row] = float(f"{values[row]:.{DIGITS - 1}e}")
    return short.tolist()  # type: ignore[no-any-return]
