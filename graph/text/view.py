"""The text of a page without the white space of its layout, and the way back to the file."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field

_SPACE = re.compile(r"[\s\ufeff\u200b\u3000]+")
BLANK = "\x1f"  # stands where a mark of Markdown stood: white space that parts no words
_WORDS = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u04ff]")


@dataclass(frozen=True, slots=True)
class TextView:
    """A text with layout white space dropped.

    White space goes everywhere but between two Latin, Greek or Cyrillic letters or digits, where
    one blank stays: 加 快 科 技 reads 加快科技, Open AI stays Open AI. `at[i]` is the source offset
    of `text[i]`; characters themselves are never changed, so that a stretch of the view equals
    its stretch of the source once white space is removed from both.
    """

    text: str
    at: array[int] = field(repr=False)

    @classmethod
    def of(cls, source: str) -> TextView:
        """Read a source text; takes time linear in its length."""
        parts: list[str] = []
        at = array("L")
        position = 0
        for gap in _SPACE.finditer(source):
            begin, end = gap.span()
            parts.append(source[position:begin])
            at.extend(range(position, begin))
            between_words = (
                begin > 0
                and end < len(source)
                and _WORDS.match(source[begin - 1])
                and _WORDS.match(source[end])
            )
            blank = end - len(gap.group().lstrip(BLANK))  # the first that is no mark's place
            if between_words and blank < end:
                parts.append(" ")
                at.append(blank)
            position = end
        parts.append(source[position:])
        at.extend(range(position, len(source)))
        return cls("".join(parts), at)

    def __len__(self) -> int:
        return len(self.text)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the view, not empty, stands in the source.

        Raises:
            ValueError: the stretch is empty or leaves the view.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"not a stretch of the view: {start}..{end} of {len(self.text)}")
        return self.at[start], self.at[end - 1] + 1

    def from_source(self, offset: int) -> int:
        """The view offset of the first kept character at or behind a source offset."""
        return bisect_left(self.at, offset)
