"""Inline marks in own-written text: {P:张三} {O:…} {L:…} {G:…}, a ? after the code if optional."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wenmai.graph.values import EntityType

_TYPES = {"P": EntityType.PERSON, "O": EntityType.ORG, "L": EntityType.PLACE, "G": EntityType.PROGRAM}
_MARK = re.compile(r"\{([POLG])(\??):([^{}]+)\}")
_RULE = re.compile(r"^===[ \t]*$", re.MULTILINE)


class MarkError(ValueError):
    """A mark that does not close, nests or has an unknown code."""


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A mention set by hand: offsets are code points of the text without marks, end exclusive.

    `optional`: a reasonable annotator could leave it out or type it otherwise; score it neutrally.
    """

    start: int
    end: int
    text: str
    type: EntityType
    optional: bool = False


def parse(marked: str) -> tuple[str, list[Marked]]:
    """Take the marks out of a text; the mentions come in text order.

    Raises:
        MarkError: a brace is left over.
    """
    parts: list[str] = []
    mentions: list[Marked] = []
    length = position = 0
    for mark in _MARK.finditer(marked):
        before, name = marked[position : mark.start()], mark[3]
        start = length + len(before)
        length = start + len(name)
        parts += [before, name]
        mentions.append(Marked(start, length, name, _TYPES[mark[1]], bool(mark[2])))
        position = mark.end()
    text = "".join([*parts, marked[position:]])
    if brace := re.search(r"[{}]", text):
        near = text[max(0, brace.start() - 10) : brace.end() + 10]
        raise MarkError(f"a mark does not close, nests or has an unknown code near {near!r}")
    return text, mentions


def articles(file_text: str) -> list[tuple[str, list[Marked]]]:
    """Split a file at its lines of === and parse each article, headline and all."""
    return [parse(part.strip()) for part in _RULE.split(file_text) if part.strip()]


def lines(file_text: str) -> list[tuple[str, list[Marked]]]:
    """Parse a file of single sentences, one a line; blank lines are skipped."""
    return [parse(line.strip()) for line in file_text.splitlines() if line.strip()]


def unmarked(text: str, mentions: list[Marked]) -> list[tuple[int, str]]:
    """Where a surface of two or more characters, marked elsewhere in the text, stands unmarked.

    An occurrence that any mention overlaps is taken as marked: 沅江 inside 沅江大桥.
    """
    covered = [False] * len(text)
    for mention in mentions:
        covered[mention.start : mention.end] = [True] * (mention.end - mention.start)
    return sorted(
        (found.start(), surface)
        for surface in {m.text for m in mentions if len(m.text) > 1}
        for found in re.finditer(re.escape(surface), text)
        if not any(covered[found.start() : found.end()])
    )
