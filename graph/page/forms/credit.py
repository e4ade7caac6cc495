"""What a by-line says: who is named, and for what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from wenmai.graph.page.forms.names import Name
from wenmai.graph.page.forms.traditional import plain

if TYPE_CHECKING:
    from collections.abc import Callable


class Credited(StrEnum):
    """What a person is named for."""

    WRITER = "writer"
    PHOTOGRAPHER = "photographer"
    OTHER = "other"  # drawings, translation, editing: no author of the text


@dataclass(frozen=True, slots=True)
class Credit:
    """What one by-line says. Offsets count into the text that was read."""

    names: tuple[tuple[Name, Credited], ...] = ()
    agency: str | None = None
    place: str | None = None
    day: str | None = None  # as printed: 2月14日
    dateline: bool = False
    editors: bool = False
    source: bool = False
    remark: bool = False  # about the author or the figures; it names nobody who wrote
    photo: bool = False
    mark: bool = False
    bare: bool = False  # names and nothing else

    @property
    def authors(self) -> tuple[str, ...]:
        """Writers and photographers, each once, as named."""
        return tuple(dict.fromkeys(n.text for n, role in self.names if role is not Credited.OTHER))

    def moved(self, to: Callable[[int], int]) -> Credit:
        """The same with its names' offsets counted otherwise."""
        return replace(
            self, names=tuple((Name(to(n.start), to(n.end - 1) + 1, n.text), r) for n, r in self.names)
        )

    def spelled(self, text: str) -> Credit:
        """The same with its names as they stand in a text of the same length."""
        as_written = (
            (n if n.text.isascii() else Name(n.start, n.end, re.sub(r"\s", "", text[n.start : n.end])), role)
            for n, role in self.names
        )
        bare = re.sub(r"\s", "", text)
        at = plain(bare).find(self.place) if self.place else -1
        place = bare[at : at + len(self.place)] if self.place and at >= 0 else self.place
        return replace(self, names=tuple(as_written), place=place)

    def shifted(self, by: int) -> Credit:
        """The same, its names further on in a longer text."""
        return self.moved(lambda at: at + by)
