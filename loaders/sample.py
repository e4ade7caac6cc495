"""The sample newspapers that ship with the package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def sample_articles() -> Iterator[Path]:
    """The folder of the sample pages, for as long as the block runs."""
    with as_file(files("wenmai.seeds") / "articles") as folder:
        yield folder
