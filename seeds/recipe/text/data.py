"""Annotated text as the network learns it: one span convention, layout white space dropped."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.tags import tags_of
from wenmai.graph.text.view import TextView
from wenmai.graph.values import EntityType
from wenmai.seeds.recipe.text import marks
from wenmai.seeds.recipe.text.places import in_one_run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LONGEST = 500  # characters of an example
IGNORED = -100  # a tag that carries no loss
_CLASS_NOUNS = re.compile("(?:工程|行动|计划|规划|战略|项目|改革|专项|倡议|政策|建设|攻坚战|试点|方案)+")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence or paragraph, its names, and the optional ones, which are neither right nor wrong."""

    id: str
    text: str
    names: tuple[Found, ...]
    optional: tuple[Found, ...] = ()

    def tags(self) -> list[int]:
        """A tag for each character; those of optional names carry no loss but where a name is."""
        tags = tags_of(len(self.text), list(self.names))
        named = {at for name in self.names for at in range(name.start, name.end)}
        for name in self.optional:
            for at in range(name.start, name.end):
                if at not in named:
                    tags[at] = IGNORED
        return tags


def read_examples(files: Iterable[Path]) -> list[Example]:
    """Read JSON lines of `id, text, mentions`, a mention being `start, end, type, optional`; or marked text.

    Raises:
        ValueError: a file is neither.
    """
    examples = [example_of(row, file.stem) for file in sorted(files) for row in _rows(file)]
    return [example for example in examples if example.text]


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".txt":
        return marks.rows(text)
    return (json.loads(line) for line in text.splitlines() if line.strip())


def example_of(row: dict[str, Any], where: str) -> Example:
    """One line as an example; what stands behind the first `LONGEST` characters is left out."""
    view = TextView.of(row["text"])
    named: list[Found] = []
    optional: list[Found] = []
    last = 0
    mentions = sorted(row["mentions"], key=lambda one: (one["start"], one["end"]))
    for mention in in_one_run(row["text"], mentions):
        start, end = with_class_noun(row["text"], mention["start"], mention["end"], mention["type"])
        start, end = bisect_left(view.at, start), bisect_left(view.at, end)
        if last <= start < end <= LONGEST:
            last = end
            kept = optional if mention["optional"] else named
            kept.append(Found(start, end, EntityType(mention["type"])))
    return Example(f"{where}:{row['id']}", view.text[:LONGEST], tuple(named), tuple(optional))


def with_class_noun(text: str, start: int, end: int, kind: str) -> tuple[int, int]:
    """The one convention for quoted programmes: “…”工程 is a name with its quotes and its class noun."""
    if (
        kind == EntityType.PROGRAM
        and start > 0
        and text[start - 1] in "“‘"
        and text[end : end + 1] in tuple("”’")
    ):
        noun = _CLASS_NOUNS.match(text, end + 1)
        if noun:
            return start - 1, noun.end()
    return start, end


def batches(lengths: list[int], size: int, order: list[int]) -> Iterator[list[int]]:
    """Indexes in batches of like length, at most `size` characters each, padding counted.

    `order` is shuffled before; 2,000 at a time are sorted by length.
    """
    for begin in range(0, len(order), 2000):
        batch: list[int] = []
        for i in sorted(order[begin : begin + 2000], key=lengths.__getitem__):
            if batch and (lengths[i] + 2) * (len(batch) + 1) > size:
                yield batch
                batch = []
            batch.append(i)
        if batch:
            yield batch
