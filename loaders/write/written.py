"""What a writer tells of a file that it wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """A graph file; `replaced` characters could not stand in it and are U+FFFD now."""

    path: Path
    nodes: int
    edges: int
    replaced: int = 0
