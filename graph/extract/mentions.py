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

    `found` are names in view offsets. Those that the user listed stand as they are, before all
    others. A person that `page.credited` knows, and an agency in a by-line of the page, is a
    mention whether found or not, and takes the place of any name that it touches. Names that
    cross the end of a sentence, or a Markdown mark (石桥**县**), are no names; `tidied` says what
    is no part of one.
    """
    found = list(found)
    own = [name for name in found if name.own and _sentence_of(page, name) is not None]
    people = [Found(span.start, span.end, EntityType.PERSON) for span in page.credited if len(span)]
    credited = free_of(own, [*people, *free_of(people, _agencies(page))])
    taken = [*own, *credited]
    others = tidied((name for name in found if not name.own), page.view.text)
    return tuple(_mentions(page, sorted([*taken, *free_of(taken, others)])))


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
    bylines = sorted(page.bylines)
    line_starts = [line.start for line in bylines]
    credited = frozenset(page.credited)
    for name in names:
        sentence = _sentence_of(page, name)
        if sentence is None:
            continue
        line = bisect_right(line_starts, name.start) - 1
        signed = line >= 0 and name.end <= bylines[line].end
        signed = signed or Span(name.start, name.end) in credited
        yield _mention(page, sentence, name, byline=signed)


def _sentence_of(page: Page, name: Found) -> Sentence | None:
    """The sentence that a name stands in; None where it leaves one, or crosses a mark."""
    number = bisect_right(page.sentences, name.start, key=_begin) - 1
    if number < 0 or name.end > page.sentences[number].span.end:
        return None
    if bisect_left(page.marks, name.end) > bisect_right(page.marks, name.start):
        return None
    return page.sentences[number]


def _begin(sentence: Sentence) -> int:
    return sentence.span.start


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
