"""A page in passages, as a pipeline reads them: an article's sentences, parted by blank lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from wenmai.graph.extract.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wenmai.graph.values import Page

LONGEST = 20_000  # characters of a passage: pipelines need memory by its length
_BETWEEN = "\n\n"
_PAUSE = re.compile(r"[\W_]")


@dataclass(frozen=True, slots=True)
class Part:
    """Where a stretch of the passage's text stands in the page's view."""

    start: int
    view: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to find names in; `parts` are in order and lie `_BETWEEN` one another."""

    text: str
    parts: tuple[Part, ...]

    def in_view(self, found: list[Found]) -> Iterator[Found]:
        """The names, in view offsets; one that leaves its part is cut down to it."""
        k = 0
        for name in sorted(found):
            while k < len(self.parts) and self.parts[k].start + self.parts[k].length <= name.start:
                k += 1
            if k == len(self.parts):
                return
            part = self.parts[k]
            end = min(name.end, part.start + part.length)
            start = max(name.start, part.start)
            if start < end:
                yield Found(start, end, name.type, name.score, name.own).moved(part.view - part.start)


def passages(page: Page, *, longest: int = LONGEST) -> list[Passage]:
    """The passages of a page, in order: one for each article, more where it is longer than `longest`."""
    result: list[Passage] = []
    for _, sentences in groupby(page.sentences, key=lambda sentence: sentence.article):
        stretches: list[tuple[int, int]] = []
        size = 0
        for sentence in sentences:
            for start, end in _cut(page.view.text, sentence.span.start, sentence.span.end, longest):
                if stretches and size + end - start > longest:
                    result.append(_passage(page, stretches))
                    stretches, size = [], 0
                stretches.append((start, end))
                size += end - start + len(_BETWEEN)
        result.append(_passage(page, stretches))
    return result


def _cut(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """A sentence in stretches of at most `longest`, ending at punctuation where there is any."""
    while end - start > longest:
        stop = start + longest
        pause = next((i + 1 for i in range(stop - 1, start, -1) if _PAUSE.match(text[i])), stop)
        yield start, pause
        start = pause
    yield start, end


def _passage(page: Page, stretches: list[tuple[int, int]]) -> Passage:
    parts: list[Part] = []
    at = 0
    for start, end in stretches:
        parts.append(Part(at, start, end - start))
        at += end - start + len(_BETWEEN)
    return Passage(_BETWEEN.join(page.view.text[start:end] for start, end in stretches), tuple(parts))
