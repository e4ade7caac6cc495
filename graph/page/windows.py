"""The sentences of a page, each in its article and with its role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wenmai.graph.page.layout.blocks import Part
from wenmai.graph.page.layout.shapes import Shape
from wenmai.graph.text.sentences import split
from wenmai.graph.values import ArticleKind, Role, Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wenmai.graph.page.drafts import Draft
    from wenmai.graph.text.view import TextView


def sentences_of(
    parts: Sequence[Part], drafts: Sequence[Draft], view: TextView, *, repeats: set[int]
) -> tuple[Sentence, ...]:
    """Cut every part into sentences; together they hold all of the view but white space."""
    homes = _homes(drafts)
    found: list[Sentence] = []
    paragraph = -1
    before: Part | None = None
    for part in parts:
        number, role = homes.get(part.start, (found[-1].article if found else 0, Role.HEADLINE))
        if before is not None and role is Role.HEADLINE and _goes_on(before, part) and found[-1].role is role:
            last = found[-1]
            found[-1] = Sentence(
                last.number, last.article, last.paragraph, role, Span(last.span.start, part.end)
            )
            before = part
            continue
        paragraph += 1
        whole = role in (Role.HEADLINE, Role.BYLINE)
        spans = [Span(part.start, part.end)] if whole else split(view.text, part.start, part.end)
        for span in spans:
            kind = Role.REPEAT if span.start in repeats else role
            found.append(Sentence(len(found), number, paragraph, kind, span))
        before = part
    return tuple(found)


def _goes_on(before: Part, part: Part) -> bool:
    """Whether two displays are lines of one heading."""
    return part.shape is before.shape is Shape.DISPLAY and part.gap == 0 and part.level == before.level == 0


def _homes(drafts: Sequence[Draft]) -> dict[int, tuple[int, Role]]:
    """For each part, by its start: its article and role."""
    homes: dict[int, tuple[int, Role]] = {}
    for number, draft in enumerate(drafts):
        body = Role.CAPTION if draft.kind is ArticleKind.CAPTION else Role.BODY
        for text in draft.texts:
            credited = text.credit is not None and not text.credit.remark
            homes[text.start] = number, Role.BYLINE if credited else body
        for part in (*draft.heads, *draft.inner):
            homes[part.start] = number, Role.BYLINE if part.shape is Shape.BYLINE else Role.HEADLINE
        for part in draft.furniture:
            homes[part.start] = number, Role.HEADLINE
    return homes
