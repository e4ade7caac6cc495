"""From the text of a printed page to its articles and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wenmai.graph.page.articles import Assembler
from wenmai.graph.page.credits import byline_spans, describe
from wenmai.graph.page.dates import article_date, page_year, printed_date
from wenmai.graph.page.drafts import Draft, Reader
from wenmai.graph.page.forms.furniture import masthead
from wenmai.graph.page.headings.headlines import heading_text, pick
from wenmai.graph.page.layout.blocks import Part, read_parts
from wenmai.graph.page.layout.lines import read_lines
from wenmai.graph.page.layout.shapes import Shape
from wenmai.graph.page.markup import unmark
from wenmai.graph.page.repeats import repeated
from wenmai.graph.page.windows import sentences_of
from wenmai.graph.text.view import TextView
from wenmai.graph.values import Article, Page, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_page(
    text: str,
    *,
    source: str,
    date: str | None = None,
    publication: str | None = None,
    page: str | None = None,
) -> Page:
    """Read one page, in time linear in its length; never raises.

    `date` (ISO), `publication` and `page` are those of the issue, where known. An empty text has
    no articles; one without any structure is one article.
    """
    unmarked = unmark(text)
    view = TextView.of(unmarked.text)
    lines = read_lines(unmarked, view)
    parts = _take_masthead(read_parts(lines, view.text))
    reader = Reader(unmarked.text, view)
    drafts = Assembler(parts, reader).articles() or _one(parts, reader)
    _place_furniture(parts, drafts)
    signs = "\n".join(part.lines[0].text for part in parts if part.shape is Shape.FURNITURE)
    paper = publication or masthead(signs)
    printed, year = printed_date(signs), page_year(view.text)
    articles = tuple(
        _article(number, draft, reader, given=date, printed=printed, year=year, publication=paper, page=page)
        for number, draft in enumerate(drafts)
    )
    spans = byline_spans(parts, drafts, reader)
    repeats = repeated(view.text, [t for draft in drafts for t in draft.texts if t.part.shape is Shape.BODY])
    sentences = sentences_of(parts, drafts, view, repeats=repeats)
    marks = tuple(sorted({view.from_source(at) for at in unmarked.marks}))
    return Page(source, view, articles, sentences, spans.bylines, spans.credited, date or printed, marks)


def _take_masthead(parts: list[Part]) -> list[Part]:
    """A short heading at the top with the date of the issue below it, then another: the paper's name."""
    if len(parts) > 2 and [part.shape for part in parts[:3]] == [
        Shape.DISPLAY,
        Shape.FURNITURE,
        Shape.DISPLAY,
    ]:
        first = parts[0]
        if len(first.lines[0].text.lstrip("#")) <= 10:
            return [Part(Shape.FURNITURE, first.lines, first.gap), *parts[1:]]
    return parts


def _one(parts: Sequence[Part], reader: Reader) -> list[Draft]:
    """A page of displays alone is one article."""
    kept = [part for part in parts if part.shape is not Shape.FURNITURE] or list(parts)
    return [Draft(texts=[reader.plain(part) for part in kept])] if kept else []


def _place_furniture(parts: Sequence[Part], drafts: Sequence[Draft]) -> None:
    """Give each sign of the page to the article that it stands in or behind."""
    at = 0
    for part in parts:
        if part.shape is Shape.FURNITURE and drafts:
            while at + 1 < len(drafts) and drafts[at + 1].start <= part.start:
                at += 1
            drafts[at].furniture.append(part)


def _article(
    number: int,
    draft: Draft,
    reader: Reader,
    *,
    given: str | None,
    printed: str | None,
    year: int | None,
    publication: str | None,
    page: str | None,
) -> Article:
    said = describe(draft, reader)
    body = reader.view.text[draft.start : draft.end]
    heading = pick(draft.heads, body)
    lead = reader.view.text[said.lead : said.lead + 200]
    when, method = article_date(lead, said.day, given=given, printed=printed, year=year)
    start, end = reader.view.to_source(draft.start, draft.end)
    return Article(
        number=number,
        span=Span(start, end),
        headline=heading_text(heading) or None if heading else None,
        authors=said.authors,
        agency=said.agency,
        publication=publication,
        dateline=said.place,
        date=when,
        date_method=method,
        continued=said.continued_from is not None,
        kind=draft.kind,
        page=page,
        continued_from=said.continued_from,
        continued_on=said.continued_on,
    )
