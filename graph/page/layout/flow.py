"""Which lines are running text and which stand alone.

Running text is known by its full stops and by lines that are all as wide as the column. What
stands between and is neither by-line nor furniture is a display: headline, kicker, sub-headline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wenmai.graph.page.forms import Credit, read_jump
from wenmai.graph.page.forms.openings import opens
from wenmai.graph.page.layout.lines import LONG, Line
from wenmai.graph.page.layout.setting import Setting, is_spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wenmai.graph.page.layout.shapes import Shape

_STRONG = re.compile(r"[。；;].|[，,][^，,]+[，,]")
_HANGING = frozenset("的和与在把被将及或给让于，、,(（《“‘—·/")
_LEADING = frozenset("的了着们，、。；：！？”’）》,;:!?)…")
_FIRST = 3.6  # a first line lost its two blanks, and a full line may squeeze in one character more
_INNER = re.compile(r"[，、；。,]")
_OPEN_QUOTE = re.compile(r"“[^”]*$|《[^》]*$|^[^“]*”|^[^《]*》")  # headlines keep theirs in pairs
_OPEN_BRACKET = re.compile(r"[（(【][^）)】]{0,40}$")
_STUMP = re.compile(r"\w[，、。；]")  # a word's last character and a stop: no sentence begins so
_EXCLAIMS = 24  # characters: a short line with ！ or ？ that stands alone is a display


def running_text(
    lines: Sequence[Line], forms: Sequence[Credit | Shape | None], setting: Setting
) -> list[bool]:
    """For each line whether it is running text."""
    return _Flow(lines, forms, setting).read()


class _Flow:
    """The lines of a page while they are told apart, from the last one up."""

    def __init__(
        self, lines: Sequence[Line], forms: Sequence[Credit | Shape | None], setting: Setting
    ) -> None:
        self.lines = lines
        self.forms = forms
        self.set = setting
        self.flows = [False] * len(lines)

    def read(self) -> list[bool]:
        for at in range(len(self.lines) - 1, -1, -1):
            if self.forms[at] is None and not self.lines[at].level:
                self.flows[at] = self._flows(at)
        self._mend()
        return self.flows

    def _flows(self, at: int) -> bool:
        line = self.lines[at]
        text = line.text
        if len(text) >= LONG or _STRONG.search(text) or read_jump(text) or self.set.is_indented(line):
            return True
        if line.closed:
            return not (text[-1] in "！？!?" and len(text) <= _EXCLAIMS and self._is_alone(at))
        if opens(text):
            return True
        return at + 1 < len(self.lines) and self.flows[at + 1] and self._continues(at)

    def _is_alone(self, at: int) -> bool:
        after = self.lines[at + 1].gap if at + 1 < len(self.lines) else 9
        return self.lines[at].gap > self.set.tight and after > self.set.tight

    def _continues(self, at: int) -> bool:
        """Whether an open line runs on in the next, which is running text."""
        here, after = self.lines[at], self.lines[at + 1]
        if _is_joined(here.text, after.text):
            return True
        if self.set.is_indented(after) or opens(after.text):
            return False
        if _OPEN_BRACKET.search(here.text) or _OPEN_QUOTE.search(here.text):
            return True
        if is_spaced(here) and self._is_fresh(at):
            return self.set.mends(at)
        if after.width >= LONG:
            return _INNER.search(here.text) is not None and self.set.mends(at)
        return self._crosses(at) if after.gap > self.set.tight else self._wraps(at)

    def _wraps(self, at: int) -> bool:
        """Whether an open line runs on in the one right below: both are as wide as a column."""
        here, after = self.lines[at], self.lines[at + 1]
        first = self.set.is_first(here)
        last = after.closed or (at + 2 < len(self.lines) and self.lines[at + 2].gap > self.set.tight)
        if not last:
            inner = _INNER.search(here.text) is not None
            full = inner and self.set.is_common(here) and not self._is_fresh(at)
            near = -(_FIRST if first else 2) <= here.width - after.width <= 2
            return near or full or (first and self.set.mends(at))
        before = self.lines[at - 1] if at and here.gap <= self.set.tight else None
        even = before is not None and not before.closed and abs(before.width - here.width) <= 2
        return here.width >= after.width - _FIRST and (even or first or self.set.is_common(here))

    def _crosses(self, at: int) -> bool:
        """Whether an open line runs on behind a blank line, at a break of column or page."""
        here, after = self.lines[at], self.lines[at + 1]
        inner = _INNER.search(here.text) is not None
        column = self.set.is_common(here) or self.set.is_first(here)
        if self._is_fresh(at):
            if at == 0 or here.gap > self.set.tight or self.forms[at - 1] is not None:
                return inner and self.set.mends(at)
            if not inner:
                return self.set.mends(at)
            return not is_spaced(here) and (
                self.set.mends(at) or (column and here.width > after.width - _FIRST)
            )
        before = _INNER.search(self.lines[at - 1].text) is not None
        even = abs(here.width - after.width) <= 1.5 or inner or before
        return (column and even) or self.set.mends(at)

    def _is_fresh(self, at: int) -> bool:
        """Whether nothing before a line can run on in it."""
        if at == 0 or self.forms[at - 1] is not None:
            return True
        before = self.lines[at - 1]
        return before.closed or before.level > 0 or not (self.set.is_common(before) or before.width >= LONG)

    def _mend(self) -> None:
        """Give back to running text the lines that a change of column made look odd."""
        at = 0
        while at < len(self.lines):
            stop = at
            while stop < len(self.lines) and self._is_display(stop) and (stop == at or self._is_tight(stop)):
                stop += 1
            if stop > at:
                self._mend_run(at, stop)
            at = max(stop, at + 1)

    def _is_display(self, at: int) -> bool:
        return not self.flows[at] and self.forms[at] is None and not self.lines[at].level

    def _is_tight(self, at: int) -> bool:
        return self.lines[at].gap <= self.set.tight

    def _mend_run(self, at: int, stop: int) -> None:
        """Lines at..stop-1 stand together and look like displays; are they a piece of a column?"""
        lines = self.lines[at:stop]
        skip = _column_begins(lines)
        if at and self.flows[at - 1] and not self.lines[at - 1].closed and self._goes_on(at):
            skip = 0
        for k in range(at + skip, stop):
            self.flows[k] = True

    def _goes_on(self, at: int) -> bool:
        """Whether the open running text before a line goes on in it."""
        before, line = self.lines[at - 1], self.lines[at]
        if before.text[-1] in _HANGING or self.set.mends(at - 1):
            return True
        if before.width >= LONG:
            return False
        if self._is_tight(at):
            return before.width >= line.width - 2
        return self.set.is_common(before) and line.width >= before.width - 2


def _is_joined(here: str, after: str) -> bool:
    """Whether no display can end as one line does, or no text begin as the next."""
    if here[-1] in _HANGING or after[0] in _LEADING or _STUMP.match(after):
        return True
    return here[-1] in "：:" and after[0] in "“‘「"


def _column_begins(lines: Sequence[Line]) -> int:
    """How many lines of a block stand above its column of even lines; all where it has none."""
    middle = sorted(line.width for line in lines)[len(lines) // 2]
    fits = [abs(line.width - middle) <= 2 for line in lines]
    if len(lines) < 3 or sum(fits) < 0.7 * len(lines) or not any(_INNER.search(line.text) for line in lines):
        return len(lines)
    first = fits.index(True)
    return first - 1 if first and -_FIRST <= lines[first - 1].width - middle < 0 else first
