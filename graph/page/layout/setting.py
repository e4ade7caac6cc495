"""How a page is set as a whole: the gap between wrapped lines, its column widths, its indent."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from wenmai.graph.page.forms.grammar import HAN
from wenmai.graph.page.layout.lines import LONG, Line, tight_gap

if TYPE_CHECKING:
    from collections.abc import Sequence

_HAN_PAIR = re.compile(rf"[{HAN}]{{2}}")
_NEAR = 20_000  # characters on either side of a break in which a pair of characters is looked for


class Setting:
    """What the lines of one page have in common."""

    def __init__(self, lines: Sequence[Line], text: str) -> None:
        self.lines = lines
        self.text = text
        self.tight = tight_gap(lines)
        widths = Counter(round(line.width) for line in lines if not line.closed and 6 < line.width < LONG)
        least = max(4, sum(widths.values()) * 0.08)
        self.common = {w for w in widths if widths[w - 1] + widths[w] + widths[w + 1] >= least}
        indents = Counter(line.indent for line in lines if line.indent)
        usual = indents.most_common(1)[0][0] if indents else 0
        self.indent = usual if 2 <= indents[usual] < 0.8 * len(lines) else 0  # of a paragraph's first line

    def is_common(self, line: Line) -> bool:
        """Whether it is as wide as a column of the page."""
        return round(line.width) in self.common

    def is_first(self, line: Line) -> bool:
        """Whether it is as wide as the first line of a paragraph, its two blanks lost."""
        return round(line.width + 2) in self.common

    def is_indented(self, line: Line) -> bool:
        """Whether it is indented as paragraphs are on this page."""
        return self.indent > 0 and line.indent == self.indent

    def mends(self, at: int) -> bool:
        """Whether the two characters at the break behind a line stand together elsewhere nearby."""
        here, after = self.lines[at], self.lines[at + 1]
        pair = here.text[-1] + after.text[0]
        if _HAN_PAIR.fullmatch(pair) is None:
            return False
        return self.text.count(pair, max(0, here.end - _NEAR), here.end + _NEAR) > 1


def is_spaced(line: Line) -> bool:
    """Whether a line is letter-spaced."""
    return line.raw.strip().count(" ") >= max(2, len(line.text) - 3)
