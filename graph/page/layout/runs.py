"""Cut the parts of a page into runs of body text and the groups of displays between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wenmai.graph.page.drafts import CAPTION_AT_MOST, Draft, Reader, Text
from wenmai.graph.page.forms.openings import caption_credit
from wenmai.graph.page.layout.blocks import Part
from wenmai.graph.page.layout.shapes import Shape
from wenmai.graph.values import ArticleKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_SURE = 8  # paragraphs that must keep one distance before a wider one means anything


class Step(NamedTuple):
    """The usual number of blank lines between paragraphs, and whether a wider gap parts articles."""

    usual: int
    strict: bool


def usual_gap(parts: Sequence[Part]) -> Step:
    """Measure the distance of paragraphs on a page."""
    gaps = Counter(
        after.gap
        for before, after in pairwise(parts)
        if before.shape is after.shape is Shape.BODY and before.closed
    )
    if not gaps:
        return Step(1, strict=False)
    usual = min(gaps, key=lambda gap: (-gaps[gap], gap))
    wider = sum(count for gap, count in gaps.items() if gap > usual)
    headless = parts[0].shape is Shape.BODY  # else every article has a display above
    return Step(usual, headless and gaps[usual] >= _SURE and wider * 5 <= gaps[usual])


@dataclass(slots=True)
class Stretch:
    """A group of displays and by-lines, and the run of body text behind it; either may be empty."""

    group: list[Part] = field(default_factory=list)
    run: list[Text] = field(default_factory=list)
    ended: bool = False  # the run's last paragraph says that the article is over

    @property
    def open(self) -> bool:
        """Whether the run breaks off in mid-sentence."""
        last = self.run[-1] if self.run else None
        return (
            last is not None
            and last.part.shape is Shape.BODY
            and not last.part.closed
            and last.closing is None
        )


def cut_runs(parts: Sequence[Part], reader: Reader, step: Step) -> list[Stretch]:
    """Stretches in page order; furniture is left out."""
    printed = [part for part in parts if part.shape is not Shape.FURNITURE]
    stretches = [Stretch()]
    for at, part in enumerate(printed):
        here = stretches[-1]
        after = printed[at + 1] if at + 1 < len(printed) else None
        if part.shape is Shape.BODY or (part.shape is Shape.DISPLAY and caption_credit(part.lines[0].raw)):
            text = reader.text(part)
            if here.run and _begins(here, text, step):
                stretches.append(Stretch(run=[text], ended=text.ends and not text.photo))
            else:
                here.run.append(text)
                here.ended = text.ends and not text.photo
        elif part.shape is Shape.BYLINE and here.run and _closes(here, part, after):
            text = reader.text(part)
            here.run.append(text)
            here.ended = here.ended or not text.photo
        elif here.run:
            stretches.append(Stretch(group=[part]))
        else:
            here.group.append(part)
    return stretches


def _begins(here: Stretch, text: Text, step: Step) -> bool:
    """Whether an article begins with a paragraph that follows another without a display between."""
    if text.opening is not None:
        return True
    if here.open or (text.closing is not None and text.closing.start <= text.start):
        return False
    over = text.part.gap - step.usual
    return here.ended or over >= 2 or (step.strict and over >= 1 and here.run[-1].part.closed)


def _closes(here: Stretch, part: Part, after: Part | None) -> bool:
    """Whether a by-line behind running text belongs to it, and not to what follows."""
    credit = part.credit
    if credit is None or after is None or after.shape is not Shape.BODY or credit.photo:
        return True
    if here.open:
        return True
    text = part.lines[0].text
    if text[0] in "（(【" or credit.bare or credit.source or (credit.dateline and not credit.names):
        return True
    return part.gap <= after.gap


def draft(stretch: Stretch) -> list[Draft]:
    """The articles and captions of one run, in page order."""
    pieces = _captions(stretch.run)
    captions = [texts for is_caption, texts in pieces if is_caption]
    plain = [texts for is_caption, texts in pieces if not is_caption]
    if captions and len(plain) <= 1 and _is_picture_page(stretch, plain, pieces):
        return [Draft(texts=list(stretch.run), kind=ArticleKind.CAPTION, ended=True)]
    drafts: list[Draft] = []
    host: Draft | None = None
    for is_caption, texts in pieces:
        if is_caption:
            drafts.append(Draft(texts=texts, kind=ArticleKind.CAPTION, ended=True))
        elif host is None:
            host = Draft(texts=texts)
            drafts.append(host)
        else:
            host.texts.extend(texts)
    if host is not None:
        host.ended = stretch.ended
    return drafts


def _is_picture_page(
    stretch: Stretch, plain: list[list[Text]], pieces: list[tuple[bool, list[Text]]]
) -> bool:
    """Whether a few words stand above pictures: 迎春运 检修忙, a sentence, then captions."""
    if not plain:
        return len(pieces) > 1 and bool(stretch.group)
    first_is_plain = not pieces[0][0]
    size = sum(text.end - text.start for text in plain[0])
    pictures = sum(is_caption for is_caption, _ in pieces)
    return (
        first_is_plain
        and pictures > 1
        and size <= 150
        and bool(stretch.group)
        and plain[0][0].opening is None
    )


def _captions(run: Sequence[Text]) -> list[tuple[bool, list[Text]]]:
    """Cut a run into captions (paragraph and credit) and the rest; pieces in order."""
    pieces: list[tuple[bool, list[Text]]] = []
    for text in run:
        last = pieces[-1] if pieces else None
        if text.part.shape is Shape.BYLINE and text.photo and last:
            if last[0]:
                last[1].append(text)
                continue
            body = last[1][-1]
            if (
                body.part.shape is Shape.BODY
                and body.end - body.start <= CAPTION_AT_MOST
                and body.opening is None
            ):
                last[1].pop()
                if not last[1]:
                    pieces.pop()
                pieces.append((True, [body, text]))
                continue
        if text.part.shape is not Shape.BYLINE and text.photo and text.end - text.start <= CAPTION_AT_MOST:
            pieces.append((True, [text]))
        elif last and not last[0]:
            last[1].append(text)
        else:
            pieces.append((False, [text]))
    return pieces
