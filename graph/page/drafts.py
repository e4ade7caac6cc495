"""Articles while they are put together: runs of body text, and the displays between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wenmai.graph.page.forms import Credit
from wenmai.graph.page.forms.openings import Edge, caption_credit, read_closing, read_opening
from wenmai.graph.page.layout.blocks import Part
from wenmai.graph.page.layout.shapes import Shape
from wenmai.graph.values import ArticleKind

if TYPE_CHECKING:
    from wenmai.graph.text.view import TextView

CAPTION_AT_MOST = 320
_RUN = re.compile(r"[\s\ufeff\u200b]+|[^\s\ufeff\u200b]+")
_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(slots=True)
class Text:
    """A paragraph or by-line inside an article, with what stands at its ends; view offsets."""

    part: Part
    start: int
    end: int
    opening: Edge | None = None  # its offsets are the view's
    closing: Edge | None = None

    @property
    def credit(self) -> Credit | None:
        """What it says where it is a by-line; offsets count into its line."""
        return self.part.credit

    @property
    def photo(self) -> bool:
        """Whether it is, or ends in, the credit of a picture."""
        credit = self.part.credit or (self.closing.credit if self.closing else None)
        return credit is not None and credit.photo

    @property
    def ends(self) -> bool:
        """Whether an article is over behind it, as far as its own form says."""
        if self.part.credit:
            return True
        if self.closing is None:
            return False
        return self.closing.jump is not None or (self.closing.credit is not None)


@dataclass(slots=True)
class Draft:
    """An article in the making."""

    texts: list[Text] = field(default_factory=list)
    heads: list[Part] = field(default_factory=list)  # displays and by-lines outside of the body
    inner: list[Part] = field(default_factory=list)  # sub-headlines inside of it
    furniture: list[Part] = field(default_factory=list)
    kind: ArticleKind = ArticleKind.ARTICLE
    ended: bool = False

    @property
    def start(self) -> int:
        """Where the body begins in the view."""
        return self.texts[0].start

    @property
    def end(self) -> int:
        """Where the body ends in the view."""
        return max(self.texts[-1].end, max((part.end for part in self.inner), default=0))

    @property
    def opened(self) -> bool:
        """Whether its first paragraph says that an article begins."""
        return self.texts[0].opening is not None

    @property
    def open(self) -> bool:
        """Whether it breaks off in mid-sentence."""
        last = self.texts[-1]
        return last.part.shape is Shape.BODY and not last.part.closed and not last.ends


class Reader:
    """Reads paragraphs of one page: the source, its view, and what they begin and end with."""

    def __init__(self, source: str, view: TextView) -> None:
        self.source = source
        self.view = view

    def as_set(self, start: int, end: int) -> tuple[str, list[int]]:
        """A stretch of the view with the blanks of its letter-spacing, and each character's view offset.

        Line breaks are dropped: 卫/若溪 broken over a line reads 卫若溪, 周 圆 stays 周 圆.
        """
        begin, stop = self.view.to_source(start, end)
        text: list[str] = []
        offsets: list[int] = []
        at = start
        for match in _RUN.finditer(self.source, begin, stop):
            piece = match.group()
            if piece.isspace():
                if not _BREAK.search(piece) and piece[0] not in "\ufeff\u200b":
                    text.append(" ")
                    offsets.append(at)
                continue
            if at < end and self.view.text[at] == " " and piece[0] != " ":
                at += 1
            text.append(piece)
            offsets.extend(range(at, at + len(piece)))
            at += len(piece)
        return "".join(text), offsets

    def text(self, part: Part) -> Text:
        """A part with its openings and closings, offsets in the view."""
        if part.shape is Shape.BYLINE:
            return Text(part, part.start, part.end)
        if part.shape is Shape.DISPLAY:
            text, offsets = self.as_set(part.start, part.end)
            return Text(part, part.start, part.end, None, _moved(caption_credit(text), offsets))
        head, ahead = self.as_set(part.start, min(part.end, part.start + 160))
        tail, behind = self.as_set(max(part.start, part.end - 150), part.end)
        closing = read_closing(tail) or caption_credit(tail)
        return Text(part, part.start, part.end, _moved(read_opening(head), ahead), _moved(closing, behind))

    def opening(self, part: Part) -> Text:
        """A dateline in a line of its own above its text."""
        return Text(part, part.start, part.end, Edge(part.start, part.end, self.credit(part)))

    def plain(self, part: Part) -> Text:
        """A part taken for text whatever its form."""
        return Text(part, part.start, part.end)

    def credit(self, part: Part) -> Credit | None:
        """A by-line's credit, offsets in the view."""
        base = part.lines[0].at
        return part.credit.moved(lambda at: self.view.from_source(base + at)) if part.credit else None


def _moved(edge: Edge | None, offsets: list[int]) -> Edge | None:
    return edge.moved(offsets.__getitem__) if edge else None
