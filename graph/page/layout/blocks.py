"""From lines to parts: paragraphs of running text, displays, by-lines, furniture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wenmai.graph.page.forms import Credit
from wenmai.graph.page.forms.openings import is_only_notes, opens
from wenmai.graph.page.layout.flow import running_text
from wenmai.graph.page.layout.lines import LONG, Line
from wenmai.graph.page.layout.setting import Setting
from wenmai.graph.page.layout.shapes import Shape, line_forms

if TYPE_CHECKING:
    from collections.abc import Sequence


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


def read_parts(lines: Sequence[Line], text: str) -> list[Part]:
    """Put lines together to the parts of a page, in order; `text` is the view's."""
    setting = Setting(lines, text)
    forms = line_forms(lines, setting)
    flows = running_text(lines, forms, setting)
    parts: list[Part] = []
    run: list[Line] = []
    for line, form, flowing in zip(lines, forms, flows, strict=True):
        if run and not (flowing and _same_paragraph(run[-1], line, setting)):
            parts.append(Part(Shape.BODY, tuple(run), run[0].gap))
            run = []
        if flowing:
            run.append(line)
        elif isinstance(form, Credit):
            parts.append(Part(Shape.BYLINE, (line,), line.gap, form))
        else:
            parts.append(Part(form or Shape.DISPLAY, (line,), line.gap))
    if run:
        parts.append(Part(Shape.BODY, tuple(run), run[0].gap))
    return parts


def _same_paragraph(before: Line, line: Line, setting: Setting) -> bool:
    if setting.is_indented(line) or (opens(line.text) and not is_only_notes(line.text)):
        return False
    if not before.closed:
        return True
    if before.width >= LONG or line.gap > setting.tight:
        return False
    return setting.indent > 0 or (setting.is_common(before) and before.width >= line.width - 1)
