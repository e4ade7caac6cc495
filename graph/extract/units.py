"""What the encoder reads at a time: a sentence without the white space of its layout."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wenmai.graph.extract.found import Found
from wenmai.graph.text.sentences import split
from wenmai.graph.text.view import TextView

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

_PARAGRAPH = re.compile(r"(?:(?!\n[^\S\n]*\n).)+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or paragraph; `at[begin + i]` is where character i stands in the whole text."""

    text: str
    begin: int
    at: array[int] = field(repr=False)

    def place(self, name: Found) -> Found:
        """A name of the sentence as one of the whole text."""
        first, last = self.at[self.begin + name.start], self.at[self.begin + name.end - 1]
        return Found(first, last + 1, name.type, name.score, name.own)


def paragraphs(text: str) -> Iterator[Unit]:
    """What blank lines part in a text, each without the white space of its layout."""
    for paragraph in _PARAGRAPH.finditer(text):
        view = TextView.of(paragraph.group())
        at = view.at
        if paragraph.start():
            for i in range(len(at)):
                at[i] += paragraph.start()
        yield Unit(view.text, 0, at)


def units(text: str) -> Iterator[Unit]:
    """The sentences of a text; a blank line ends one too. Takes time linear in its length."""
    for paragraph in paragraphs(text):
        for sentence in split(paragraph.text):
            yield Unit(paragraph.text[sentence.start : sentence.end], sentence.start, paragraph.at)
