"""From the names found on a page to its mentions: role, sentence and place in the file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from wenmai.graph.extract.edges import tidied
from wenmai.graph.extract.found import Found, free_of
from wenmai.graph.values import EntityType, Mention, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wenmai.graph.values import Page, Sentence


def mentions_of(page: Page, found: Iterable[Found]) -> tuple[Mention, ...]:
    """The mentions of a page, sorted by place, none overlapping another.

    `found` are names in view offsets. A person that `page.credited` knows, and an agency in a
    by-line of the page, is a mention whether found or not, and takes the place of any name that
    it touches. Names that cross the end of a
    sentence, or a Markdown mark (石桥**县**), are no names; `tidied` says what is no part of one.
    """
    people = [Found(span.start, span.end, EntityType.PERSON) for span in page.credited if len(span)]
    credited = [*people, *free_of(people, _agencies(page))]
    names = [*credited, *free_of(credited, tidied(found, page.view.text))]
    return tuple(_mentions(page, sorted(names)))


def _agencies(page: Page) -> Iterator[Found]:
    """The agencies of the page's articles where its by-lines name them: 新华社 in 新华社发（…摄）."""
    known = sorted(
        {article.agency for article in page.articles if article.agency}, key=lambda a: (-len(a), a)
    )
    if not known:
        return
    any_of = re.compile("|".join(map(re.escape, known)))
    for line in page.bylines:
        for match in any_of.finditer(page.view.text, line.start, line.end):
            yield Found(match.start(), match.end(), EntityType.ORG)


def _mentions(page: Page, names: list[Found]) -> Iterator[Mention]:
    starts = [sentence.span.start for sentence in page.sentences]
    bylines = sorted(page.bylines)
    line_starts = [line.start for line in bylines]
    credited = frozenset(page.credited)
    for name in names:
        number = bisect_right(starts, name.start) - 1
        if number < 0 or name.end > page.sentences[number].span.end:
            continue
        if bisect_left(page.marks, name.end) > bisect_right(page.marks, name.start):
            continue
        line = bisect_right(line_starts, name.start) - 1
        signed = line >= 0 and name.end <= bylines[line].end
        signed = signed or Span(name.start, name.end) in credited
        yield _mention(page, page.sentences[number], name, byline=signed)


def _mention(page: Page, sentence: Sentence, name: Found, *, byline: bool) -> Mention:
    start, end = page.view.to_source(name.start, name.end)
    return Mention(
        source=page.source,
        start=start,
        end=end,
        text=page.view.text[name.start : name.end],
        type=name.type,
        role=Role.BYLINE if byline else sentence.role,
        article=sentence.article,
        sentence=sentence.number,
        at=name.start - sentence.span.start,
        score=name.score,
    )
