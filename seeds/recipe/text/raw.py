"""Text without annotation, for the teacher to label: sentences of news items and government reports."""

from __future__ import annotations

import hashlib
import json
import lzma
from typing import TYPE_CHECKING, Any

from wenmai.graph.extract.units import units

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

SHORTEST, LONGEST = 8, 300  # characters of a sentence


def sentences(files: Iterable[Path], characters: int, held_out: Collection[str] = ()) -> list[str]:
    """Different sentences of `.jsonl` or `.jsonl.xz` files, about so many characters in all.

    Which ones hangs on their text alone. Items that hold a sentence of `held_out` are left out whole.
    """
    held = frozenset(held_out)
    found: dict[str, str] = {}
    for file in sorted(files):
        for row in _rows(file):
            text = [one.text for one in units("\n\n".join(_paragraphs(row)))]
            if held.isdisjoint(text):
                found |= {_mark(one): one for one in text if SHORTEST <= len(one) <= LONGEST}
    chosen: list[str] = []
    for mark in sorted(found):
        if characters <= 0:
            break
        chosen.append(found[mark])
        characters -= len(found[mark])
    return chosen


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with (lzma.open if file.suffix == ".xz" else open)(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _paragraphs(row: dict[str, Any]) -> list[str]:
    paragraphs = row.get("paragraphs") or str(row["content"]).split("\n")
    return [str(row.get("title", "")), *map(str, paragraphs)]


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
