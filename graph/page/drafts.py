"""Articles while they are put together: runs of body text, and the displays between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wenmai.graph.page.blocks import Part, Shape
from wenmai.graph.page.forms import Credit
from wenmai.graph.page.openings import Edge, caption_credit, read_closing, read_opening
from wenmai.graph.values import ArticleKind

if TYPE_CHECKING:
    from wenmai.graph.text.view import TextView

CAPTION_AT_MOST = 320


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

    def raw(self, start: int, end: int) -> tuple[int, str]:
        """A stretch of the view as it stands in the source, and where."""
        begin, stop = self.view.to_source(start, end)
        return begin, self.source[begin:stop]

    def text(self, part: Part) -> Text:
        """A part with its openings and closings, offsets in the view."""
        if part.shape is Shape.BYLINE:
            return Text(part, part.start, part.end)
        if part.shape is Shape.DISPLAY:
            line = part.lines[0]
            return Text(part, part.start, part.end, None, self._shift(caption_credit(line.raw), line.at))
        base, head = self.raw(part.start, min(part.end, part.start + 200))
        far, tail = self.raw(max(part.start, part.end - 150), part.end)
        closing = read_closing(tail) or caption_credit(tail)
        return Text(
            part, part.start, part.end, self._shift(read_opening(head), base), self._shift(closing, far)
        )

    def opening(self, part: Part) -> Text:
        """A dateline in a line of its own above its text."""
        return Text(part, part.start, part.end, Edge(part.start, part.end, self.credit(part)))

    def plain(self, part: Part) -> Text:
        """A part taken for text whatever its form."""
        return Text(part, part.start, part.end)

    def credit(self, part: Part) -> Credit | None:
        """A by-line's credit, offsets in the view."""
        return self.to_view(part.credit, part.lines[0].at) if part.credit else None

    def to_view(self, credit: Credit, base: int) -> Credit:
        """A credit read from a piece of the source, offsets in the view."""
        return credit.moved(lambda at: self.view.from_source(base + at))

    def _shift(self, edge: Edge | None, base: int) -> Edge | None:
        return edge.moved(lambda at: self.view.from_source(base + at)) if edge else None
