"""From lines to parts: paragraphs of running text, displays, by-lines, furniture.

Running text is known by its full stops and by lines that are all as wide as the column. What
stands between and is neither by-line nor furniture is a display: headline, kicker, sub-headline.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wenmai.graph.page.forms import Credit, read_credit, read_jump
from wenmai.graph.page.forms.furniture import is_furniture
from wenmai.graph.page.forms.grammar import HAN
from wenmai.graph.page.forms.openings import ONLY_NOTES, OPENS
from wenmai.graph.page.layout.lines import LONG, Line, tight_gap

if TYPE_CHECKING:
    from collections.abc import Sequence


class Shape(StrEnum):
    """What a part of a page is by its form."""

    BODY = "body"
    DISPLAY = "display"
    BYLINE = "byline"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together; `start`, `end` are view offsets, `gap` the blank lines before."""

    shape: Shape
    lines: tuple[Line, ...]
    gap: int
    credit: Credit | None = None

    @property
    def start(self) -> int:
        """Where it begins in the view."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends in the view."""
        return self.lines[-1].end

    @property
    def level(self) -> int:
        """Of a Markdown heading; 0 for none."""
        return self.lines[0].level

    @property
    def closed(self) -> bool:
        """Whether it ends a sentence."""
        return self.lines[-1].closed


_FORM = re.compile(
    r"记者|通讯员|摄|电[）)】]?$|讯|编|版|据|图|《|完|[年月]|号|@|者|员|[■●□◎▲◆◇]|周[一二三四五六日]|[报刊]$|星期|^[（(\-—─_*=~]|^[A-Z]?\d{1,2}|www|20\d\d[.\-/]|绘|[）)]$|实习|整理|审|热线"
)
_STRONG = re.compile(r"[。；;].|[，,][^，,]+[，,]")
_HANGING = frozenset("的和与在把被将及或给让于，、,(（《“‘—·/")
_LEADING = frozenset("的了着们，、。；：！？”’）》,;:!?)…")
_FIRST = 3.6  # a first line lost its two blanks, and a full line may squeeze in one character more
_INNER = re.compile(r"[，、；。,]")
_UNBALANCED = re.compile(r"[（(【][^）)】]*$|^[^（(【]*[）)】]")
_OPEN_QUOTE = re.compile(r"“[^”]*$|《[^》]*$|^[^“]*”|^[^《]*》")  # headlines keep theirs in pairs
_HAN_PAIR = re.compile(rf"[{HAN}]{{2}}")
_STUMP = re.compile(r"\w[，、。；]")  # a word's last character and a stop: no sentence begins so
_OPEN_BRACKET = re.compile(r"[（(【][^）)】]{0,40}$")
_SPACED_NAME = re.compile(rf"\s*[{HAN}]\s+[{HAN}]\s*")
_SHORT_NAMES = re.compile(rf"[\s■●□◎◆◇▲◇]*(?:[{HAN}·]{{1,4}}(?:[\s、，,]+|$)){{1,12}}")


def read_parts(lines: Sequence[Line], text: str) -> list[Part]:
    """Put lines together to the parts of a page, in order; `text` is the view's."""
    return _Reader(lines, text).parts() if lines else []


class _Reader:
    """The page while its lines are told apart."""

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
        self.forms = [self._form_at(at) for at in range(len(lines))]
        self.flows = [False] * len(lines)

    def parts(self) -> list[Part]:
        """Tell running text from displays, then put lines together."""
        for at in range(len(self.lines) - 1, -1, -1):
            self.flows[at] = self._flows(at)
        self._mend()
        return self._assemble()

    def _form_at(self, at: int) -> Credit | Shape | None:
        """A line's form, unless the line before breaks off and a run of names goes on with it."""
        form = self._form(self.lines[at])
        if (
            at
            and isinstance(form, Credit)
            and form.bare
            and not form.mark
            and not _SPACED_NAME.fullmatch(self.lines[at].raw)
        ):
            before = self.lines[at - 1]
            listed = (
                _INNER.search(before.text) is not None
                or before.text[-1] in _HANGING
                or self._is_common(before)
            )
            if listed and not before.closed and self.lines[at].gap <= self.tight:
                return None
        return form

    def _form(self, line: Line) -> Credit | Shape | None:
        text = line.text
        if len(text) > 120:
            return None
        if line.level:
            return Shape.FURNITURE if is_furniture(text) else None
        if _FORM.search(text):
            if read_jump(text) or _UNBALANCED.search(text):
                return None
            if is_furniture(text):
                return Shape.FURNITURE
            credit = read_credit(line.raw)
            if credit:
                return Shape.FURNITURE if credit.editors else credit
            return None
        if len(text) <= 48 and _SHORT_NAMES.fullmatch(line.raw):
            return read_credit(line.raw)
        return None

    def _flows(self, at: int) -> bool:
        line = self.lines[at]
        if self.forms[at] is not None or line.level:
            return False
        text = line.text
        if len(text) >= LONG or _STRONG.search(text) or read_jump(text):
            return True
        if self._is_indented(line) or (OPENS.match(text) and not line.closed):
            return True
        if line.closed:
            return not (text[-1] in "！？!?" and len(text) <= 24 and self._alone(at))
        return at + 1 < len(self.lines) and self.flows[at + 1] and self._continues(at)

    def _alone(self, at: int) -> bool:
        after = self.lines[at + 1].gap if at + 1 < len(self.lines) else 9
        return self.lines[at].gap > self.tight and after > self.tight

    def _continues(self, at: int) -> bool:
        """Whether an open line runs on in the next, which is running text."""
        here, after = self.lines[at], self.lines[at + 1]
        if (
            here.text[-1] in _HANGING
            or (here.text[-1] in "：:" and after.text[0] in "“‘「")
            or after.text[0] in _LEADING
            or _STUMP.match(after.text)
        ):
            return True
        if self._is_indented(after) or OPENS.match(after.text):
            return False
        if _OPEN_BRACKET.search(here.text) or _OPEN_QUOTE.search(here.text):
            return True
        if _is_spaced(here) and self._is_fresh(at):
            return self._mends(at)
        if after.width >= LONG:
            return _INNER.search(here.text) is not None and self._mends(at)
        if after.gap > self.tight:
            return self._crosses(at)
        if not after.closed and not (at + 2 < len(self.lines) and self.lines[at + 2].gap > self.tight):
            short = _FIRST if self._is_first(here) else 2
            full = self._is_common(here) and _INNER.search(here.text) is not None
            return (
                -short <= here.width - after.width <= 2 or full or (self._is_first(here) and self._mends(at))
            )
        before = self.lines[at - 1] if at and here.gap <= self.tight else None
        even = before is not None and not before.closed and abs(before.width - here.width) <= 2
        return here.width >= after.width - _FIRST and (even or self._is_common(here) or self._is_first(here))

    def _is_fresh(self, at: int) -> bool:
        """Whether nothing before a line can run on in it."""
        if at == 0 or self.forms[at - 1] is not None:
            return True
        before = self.lines[at - 1]
        return before.closed or before.level > 0 or not (self._is_common(before) or before.width >= LONG)

    def _crosses(self, at: int) -> bool:
        """Whether an open line runs on behind a blank line, at a break of column or page."""
        here, after = self.lines[at], self.lines[at + 1]
        if self._is_fresh(at):
            if _INNER.search(here.text) is None:
                return here.gap <= self.tight and self._mends(at)
            if _is_spaced(here):
                return False
        return (abs(here.width - after.width) <= 1.5 and self._is_common(here)) or self._mends(at)

    def _is_first(self, line: Line) -> bool:
        """Whether it is as wide as the first line of a paragraph, its two blanks lost."""
        return round(line.width + 2) in self.common

    def _is_indented(self, line: Line) -> bool:
        return self.indent > 0 and line.indent == self.indent

    def _is_common(self, line: Line) -> bool:
        return round(line.width) in self.common

    def _mends(self, at: int) -> bool:
        """Whether the two characters at a break stand together elsewhere nearby."""
        here, after = self.lines[at], self.lines[at + 1]
        pair = here.text[-1] + after.text[0]
        return (
            _HAN_PAIR.fullmatch(pair) is not None
            and self.text.count(pair, max(0, here.end - 20_000), here.end + 20_000) > 1
        )

    def _mend(self) -> None:
        """Give back to running text the lines that a change of column made look odd."""
        at = 0
        while at < len(self.lines):
            stop = at
            while (
                stop < len(self.lines)
                and self._open_display(stop)
                and (stop == at or self.lines[stop].gap <= self.tight)
            ):
                stop += 1
            if stop > at:
                self._mend_run(at, stop)
            at = max(stop, at + 1)

    def _open_display(self, at: int) -> bool:
        return not self.flows[at] and self.forms[at] is None and not self.lines[at].level

    def _mend_run(self, at: int, stop: int) -> None:
        """Lines at..stop-1 stand together and look like displays; are they a piece of a column?"""
        lines = self.lines[at:stop]
        before = self.lines[at - 1] if at and self.flows[at - 1] and not self.lines[at - 1].closed else None
        runs_on = before is not None and (
            (lines[0].gap <= self.tight and before.width < LONG and before.width >= lines[0].width - 2)
            or self._mends(at - 1)
            or before.text[-1] in _HANGING
            or (before.width < LONG and self._is_common(before) and lines[0].width >= before.width - 2)
        )
        skip = 0 if runs_on else _column_begins(lines)
        for k in range(at + skip, stop):
            self.flows[k] = True

    def _assemble(self) -> list[Part]:
        parts: list[Part] = []
        run: list[Line] = []
        for at, line in enumerate(self.lines):
            if self.flows[at]:
                if run and not self._same_paragraph(run[-1], line):
                    parts.append(Part(Shape.BODY, tuple(run), run[0].gap))
                    run = []
                run.append(line)
                continue
            if run:
                parts.append(Part(Shape.BODY, tuple(run), run[0].gap))
                run = []
            form = self.forms[at]
            if isinstance(form, Credit):
                parts.append(Part(Shape.BYLINE, (line,), line.gap, form))
            else:
                parts.append(Part(form or Shape.DISPLAY, (line,), line.gap))
        if run:
            parts.append(Part(Shape.BODY, tuple(run), run[0].gap))
        return parts

    def _same_paragraph(self, before: Line, line: Line) -> bool:
        if OPENS.match(line.text) and not ONLY_NOTES.fullmatch(line.text):
            return False
        if self._is_indented(line):
            return False
        if not before.closed:
            return True
        if before.width >= LONG or line.gap > self.tight:
            return False
        if self.indent:
            return True
        return self._is_common(before) and before.width >= line.width - 1


def _is_spaced(line: Line) -> bool:
    """Whether a line is letter-spaced."""
    return line.raw.strip().count(" ") >= max(2, len(line.text) - 3)


def _column_begins(lines: Sequence[Line]) -> int:
    """How many lines of a block stand above its column of even lines; all where it has none."""
    middle = sorted(line.width for line in lines)[len(lines) // 2]
    fits = [abs(line.width - middle) <= 2 for line in lines]
    if len(lines) < 3 or sum(fits) < 0.7 * len(lines) or not any(_INNER.search(line.text) for line in lines):
        return len(lines)
    first = fits.index(True)
    return first - 1 if first and -_FIRST <= lines[first - 1].width - middle < 0 else first
