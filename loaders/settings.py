"""What a run was asked for, read once at the edge."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

DEFAULT_MODEL = "zh_wenmai_lg"


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read and names found: a file read otherwise is read again."""

    model: str = DEFAULT_MODEL
    encoding: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    date: str | None = None
    publication: str | None = None
    simplify: bool = False


@dataclass(frozen=True, slots=True)
class Linking:
    """How mentions become entities, and entities a graph; None: as before, or as usual."""

    window: str | None = None
    bylines: bool | None = None
    place: str | None = None
    min_score: float | None = None  # mentions that are less sure do not count

    def settled(self) -> Linking:
        """The same, what is left open as usual."""
        return Linking(
            self.window or "sentence", bool(self.bylines), self.place, float(self.min_score or 0.0)
        )


def fingerprint(settings: Reading | Linking) -> str:
    """The settings in one line, equal for equal settings."""
    return json.dumps(asdict(settings), ensure_ascii=False, sort_keys=True)
