"""What an article's by-lines, datelines and jump lines say together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wenmai.graph.page.drafts import Draft, Reader
from wenmai.graph.page.forms import Credit, JumpKind, Name, read_credit
from wenmai.graph.page.forms.reporters import reporters
from wenmai.graph.page.forms.traditional import plain
from wenmai.graph.page.layout.blocks import Part
from wenmai.graph.page.layout.shapes import Shape
from wenmai.graph.values import ArticleKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What may stand in brackets in mid-paragraph and be a credit.
_INSIDE = re.compile(
    r"[（(][^（）()。]{0,40}?(?:[记記]者|[摄攝]|通[讯訊][员員]|社[发發]|日[电電]|采访整理)[^（）()。]{0,40}[）)]"
)


@dataclass(frozen=True, slots=True)
class Said:
    """The metadata of one article; `lead` is where its text begins behind dateline and jump line.

    A reporter whom the running text names at work (记者张志强从市科技局获悉) is an author only where
    no by-line names one.
    """

    authors: tuple[str, ...]
    agency: str | None
    place: str | None
    day: str | None
    lead: int
    continued_from: str | None
    continued_on: str | None


class Spans(NamedTuple):
    """View stretches of a page's by-lines, and of the names in them."""

    bylines: tuple[Span, ...]
    credited: tuple[Span, ...]


def credits_of(draft: Draft, reader: Reader) -> Iterator[tuple[int, int, Credit]]:
    """All credits of an article with their stretches of the view, in page order within each kind."""
    for part in (*draft.heads, *draft.inner):
        if part.shape is Shape.BYLINE and (credit := reader.credit(part)):
            yield part.start, part.end, credit
    for text in draft.texts:
        if text.part.shape is Shape.BYLINE:
            credit = reader.credit(text.part)
            if credit:
                yield text.start, text.end, credit
            continue
        for edge in (text.opening, text.closing):
            if edge and edge.credit:
                yield edge.start, edge.end, edge.credit
        yield from _inside(text.start, text.end, reader)


def _inside(start: int, end: int, reader: Reader) -> Iterator[tuple[int, int, Credit]]:
    view = reader.view
    for match in _INSIDE.finditer(view.text, start, end):
        text, offsets = reader.as_set(match.start() + 1, match.end() - 1)
        credit = read_credit(text)
        if credit and not credit.bare:
            yield match.start(), match.end(), credit.moved(offsets.__getitem__)


def at_work_in(draft: Draft, reader: Reader) -> list[Name]:
    """The reporters whom an article's running text names, in the order of the view."""
    found: list[Name] = []
    for text in draft.texts:
        if text.part.shape is Shape.BODY and reader.view.text.find("者", text.start, text.end) >= 0:
            piece = reader.view.text[text.start : text.end]
            names = reporters(plain(piece))
            found.extend(
                Name(n.start + text.start, n.end + text.start, piece[n.start : n.end]) for n in names
            )
    return found


def describe(draft: Draft, reader: Reader) -> Said:
    """Put an article's metadata together."""
    found = list(credits_of(draft, reader))
    signed = [name for _, _, credit in found for name in credit.authors]
    at_work = [] if signed or draft.kind is not ArticleKind.ARTICLE else at_work_in(draft, reader)
    authors = tuple(dict.fromkeys(signed or [name.text for name in at_work]))
    wires = [credit for _, _, credit in found if credit.dateline]
    opening = draft.texts[0].opening
    jump = opening.jump if opening else None
    onward = next(
        (
            t.closing.jump.page
            for t in draft.texts
            if t.closing and t.closing.jump and t.closing.jump.kind is JumpKind.ON
        ),
        None,
    )
    return Said(
        authors=authors,
        agency=next((credit.agency for _, _, credit in found if credit.agency), None),
        place=next((credit.place for _, _, credit in found if credit.place), None),
        day=next((credit.day for credit in wires if credit.day), None),
        lead=opening.end if opening else draft.start,
        continued_from=jump.page if jump else None,
        continued_on=onward,
    )


def byline_spans(parts: Sequence[Part], drafts: Sequence[Draft], reader: Reader) -> Spans:
    """Where by-lines stand on a page, furniture that names editors included; sorted, no overlap."""
    lines: set[tuple[int, int]] = set()
    names: set[tuple[int, int]] = set()
    for draft in drafts:
        for start, end, credit in credits_of(draft, reader):
            if credit.remark:
                continue
            lines.add((start, end))
            names.update((name.start, name.end) for name, _ in credit.names)
        for name in at_work_in(draft, reader):
            if not any(start <= name.start < end for start, end in lines):
                names.add((name.start, name.end))
    for part in parts:
        if part.shape is Shape.FURNITURE:
            lines.add((part.start, part.end))
            line = part.lines[0]
            editors = read_credit(line.raw)
            if editors and editors.editors:
                moved = editors.shifted(line.at).moved(reader.view.from_source)
                names.update((name.start, name.end) for name, _ in moved.names)
    return Spans(_disjoint(lines), _disjoint(names))


def _disjoint(spans: set[tuple[int, int]]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < end and (not kept or start >= kept[-1].end):
            kept.append(Span(start, end))
    return tuple(kept)
