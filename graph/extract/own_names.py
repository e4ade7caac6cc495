"""A user's own names: found wherever they stand, and never outdone by what a pipeline finds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from wenmai.graph.extract.found import Found
from wenmai.graph.text.fold import fold
from wenmai.graph.text.sentences import split
from wenmai.graph.text.view import TextView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wenmai.graph.values import EntityType

LONGEST = 100  # characters of a name
_KEY = 2  # characters by which names are looked up; no name is shorter
_SPACE = re.compile(r"[\s\ufeff\u200b]")
_STOP = re.compile(r"[。！？!?].")
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u04ff]")


def surface(text: str) -> str:
    """How a name is matched: without layout white space, full-width signs as half-width ones."""
    return fold(TextView.of(text.strip()).text if _SPACE.search(text) else text)


@dataclass(frozen=True, slots=True, order=True)
class OwnName:
    """A name that a user gives, with its type; `text` becomes its `surface`.

    Raises:
        ValueError: it is shorter than two characters, longer than `LONGEST`, or holds a control
            character or the end of a sentence, behind which no name goes on.
    """

    text: str
    type: EntityType

    def __post_init__(self) -> None:
        text = surface(self.text)
        object.__setattr__(self, "text", text)
        if not _KEY <= len(text) <= LONGEST:
            raise ValueError(f"a name of {len(text)} characters: {text!r}")
        if not text.isprintable() or (_STOP.search(text) and len(split(text)) > 1):
            raise ValueError(f"no name holds a control character or a full stop: {text!r}")


@dataclass(frozen=True, slots=True)
class OwnNames:
    """Names to look for; equal for the same names in whatever order.

    Raises:
        ValueError: one name is given two types.
    """

    entries: tuple[OwnName, ...] = ()
    _types: dict[str, EntityType] = field(init=False, repr=False, compare=False)
    _lengths: dict[str, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        entries = tuple(sorted(set(self.entries)))
        types = {entry.text: entry.type for entry in entries}
        if len(types) < len(entries):
            twice = next(a.text for a, b in pairwise(entries) if a.text == b.text)
            raise ValueError(f"two types for one name: {twice!r}")
        lengths: dict[str, set[int]] = {}
        for entry in entries:
            lengths.setdefault(entry.text[:_KEY], set()).add(len(entry.text))
        object.__setattr__(self, "entries", entries)
        object.__setattr__(self, "_types", types)
        object.__setattr__(self, "_lengths", {key: tuple(sorted(each)) for key, each in lengths.items()})

    def __len__(self) -> int:
        return len(self.entries)

    def find(self, text: str) -> list[Found]:
        """Where the names stand in a text without layout white space; sorted, none touching another.

        Of names that overlap the longest stays, of equally long ones the first. A name that begins
        or ends with a Latin, Greek or Cyrillic letter or a digit does so only where the text has
        none beside it. Takes time linear in the text, and nearly none for more names.
        """
        taken = bytearray(len(text))
        kept: list[Found] = []
        # All that is taken is at least as long as what comes, so its ends show what is free.
        for name in sorted(self._all(fold(text)), key=lambda one: (one.start - one.end, one.start)):
            if not taken[name.start] and not taken[name.end - 1]:
                taken[name.start : name.end] = b"\1" * (name.end - name.start)
                kept.append(name)
        return sorted(kept)

    def _all(self, text: str) -> Iterator[Found]:
        lengths_of, type_of = self._lengths.get, self._types.get
        for start in range(len(text) - _KEY + 1):
            for length in lengths_of(text[start : start + _KEY], ()):
                end = start + length
                kind = type_of(text[start:end]) if end <= len(text) else None
                if kind is not None and not _joined(text, start) and not _joined(text, end):
                    yield Found(start, end, kind, own=True)


NO_NAMES = OwnNames()


def _joined(text: str, at: int) -> bool:
    """Whether a word goes on across a place in a text."""
    return 0 < at < len(text) and bool(_WORD.match(text, at - 1) and _WORD.match(text, at))
