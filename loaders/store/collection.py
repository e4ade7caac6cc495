"""Many small values are made faster, and in linear time, while nobody looks for rings among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collection() -> Iterator[None]:
    """Keep the cyclic garbage collector out of the block.

    It would walk all of a million mentions again and again as they are made, and find nothing:
    values that hold no one who holds them are freed without it.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
