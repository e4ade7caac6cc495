"""From runs and groups of displays to articles: what is a headline, what a sub-headline."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from wenmai.graph.page.drafts import Draft, Reader
from wenmai.graph.page.headings.evidence import Sides, evidence, is_signed
from wenmai.graph.page.headings.headlines import READ_AT_MOST, coverage
from wenmai.graph.page.headings.piles import cut_headings, place, split_apart, split_by
from wenmai.graph.page.layout.blocks import Part
from wenmai.graph.page.layout.boxes import BOX_AT_LEAST, find_box
from wenmai.graph.page.layout.runs import Stretch, cut_runs, draft, usual_gap
from wenmai.graph.page.layout.shapes import Shape
from wenmai.graph.page.repeats import LEAST
from wenmai.graph.values import ArticleKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBERED = re.compile(
    r"#*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|问[：:]|答[：:]|记者[：:])"
)


class Assembler:
    """The articles of one page, while its groups of displays find their place."""

    def __init__(self, parts: Sequence[Part], reader: Reader) -> None:
        self.reader = reader
        self.step = usual_gap(parts)
        self.stretches = cut_runs(parts, reader, self.step)
        gaps = [stretch.group[0].gap for stretch in self.stretches[1:] if stretch.group]
        self.gaps = (min(gaps), max(gaps)) if gaps else (0, 0)
        first = self.stretches[0]
        opening = first.run[0].opening if first.run else None
        headless = all(_is_dateline(part) for part in first.group) and bool(first.run)
        self.unsure = headless and opening is not None and opening.jump is not None
        self.trailing = headless and _ends_with_headings(self.stretches)
        self.drafts: list[Draft] = []
        self.host: Draft | None = None
        self.loose: list[list[Part]] = []  # groups of displays with no text behind

    def articles(self) -> list[Draft]:
        """All drafts in page order."""
        for stretch in self.stretches:
            self._take(stretch)
        self._place_loose()
        self.drafts.sort(key=lambda item: item.start)
        return self._join_broken()

    def _join_broken(self) -> list[Draft]:
        """Put together what only a gap has parted, where headlines stand below their texts."""
        kept: list[Draft] = []
        for item in self.drafts:
            last = kept[-1] if kept else None
            if self.trailing and last is not None and _goes_on(last, item):
                last.texts.extend(item.texts)
                last.heads, last.inner = [*last.heads, *item.heads], [*last.inner, *item.inner]
                last.ended = item.ended
            else:
                kept.append(item)
        return kept

    def _take(self, stretch: Stretch) -> None:
        group, found = stretch.group, draft(stretch)
        before, box, group = find_box(group, begins=self._above(group), pile=self._lacks_headlines())
        if box is not None:
            if before:
                self._hang(before)
            self._add(box)
            self.host = None
        if not found:
            if group:
                self.loose.append(group)
            return
        main = next((item for item in found if item.kind is ArticleKind.ARTICLE), found[0])
        while group and _is_dateline(group[-1]) and not _is_dated(main):
            main.texts.insert(0, self.reader.opening(group[-1]))
            group = group[:-1]
        if group and self.host is not None and self._parts(group, self.host, main) <= 0:
            self._merge(group, found, main)
            return
        if group and self.host is not None:
            self._uncover(group, self.host, main)
        self._give(group, main)
        if not group and self.host is not None and self._resumes(found, main, stretch.run[0].part.gap):
            self._merge(group, found, main)
            return
        for item in found:
            self._add(item)
        aside = main.kind is ArticleKind.CAPTION and not group
        if self.host is None or not aside or self.host.ended:
            self.host = main

    def _above(self, group: Sequence[Part]) -> int:
        """How many parts of a group are surely the headline of the text above."""
        if len(group) < BOX_AT_LEAST or self.host is None or _headed(self.host):
            return 0
        near = next((k for k in range(1, len(group)) if group[k].gap), len(group))
        share = coverage(_words(group[:near]), self._text(self.host))
        if near + BOX_AT_LEAST > len(group) or (share < 0.3 and not self.trailing):
            return 0
        while near < len(group) and group[near].shape is Shape.BYLINE:
            near += 1
        return near

    def _lacks_headlines(self) -> bool:
        return any(item.kind is ArticleKind.ARTICLE and not _headed(item) for item in self.drafts)

    def _hang(self, group: list[Part]) -> None:
        """Displays between a text and a box: the text's headline, if it has none yet."""
        if self.host is not None and not _headed(self.host):
            self.host.heads.extend(group)
        else:
            self.loose.append(group)

    def _add(self, item: Draft) -> None:
        self.drafts.append(item)

    def _resumes(self, found: Sequence[Draft], main: Draft, gap: int) -> bool:
        """Whether text without a headline goes on with the article before it.

        It does where that broke off, where only a caption stands between, and where it prints
        paragraphs of that article again.
        """
        host = self.host
        if (
            host is None
            or host.kind is not ArticleKind.ARTICLE
            or main.opened
            or main.kind is not ArticleKind.ARTICLE
        ):
            return False
        if host.open or self._repeats(host, main):
            return True
        before = found[0] if found[0] is not main else self.drafts[-1]
        after_caption = before.kind is ArticleKind.CAPTION and before.start > host.start
        return after_caption and not host.ended and gap - self.step.usual < 2

    def _repeats(self, host: Draft, main: Draft) -> bool:
        text = self.reader.view.text
        first = main.texts[0]
        return (
            first.end - first.start >= LEAST
            and text.find(text[first.start : first.end], host.start, host.end) >= 0
        )

    def _merge(self, group: Sequence[Part], found: Sequence[Draft], main: Draft) -> None:
        """The group is a sub-headline: the run goes on with the article before it."""
        host = self.host
        if host is None:
            return
        host.inner.extend(group)
        for item in found:
            if item is main and item.kind is ArticleKind.ARTICLE:
                host.texts.extend(item.texts)
                host.ended = item.ended
            else:
                self._add(item)

    def _parts(self, group: Sequence[Part], host: Draft, main: Draft) -> float:
        """Above 0: the group parts two articles."""
        above, below = self._text(host), self._text(main)
        sides = Sides(host, main, above, below, gaps=self.gaps, trailing=self.trailing)
        score = evidence(group, sides)
        over = group[0].gap - self.step.usual
        nearer = main.texts[0].part.gap - group[0].gap
        return score + 2.5 * (over >= 2) + 1.5 * (self.drafts[-1] is not host) + 2.5 * (nearer > 0)

    def _text(self, item: Draft) -> str:
        text = self.reader.view.text
        return text[item.start : min(item.end, item.start + READ_AT_MOST)]

    def _uncover(self, group: Sequence[Part], host: Draft, main: Draft) -> None:
        """Where a group is the headline of a second text run on to the one above, part the two."""
        if not _headed(host) or host.kind is not ArticleKind.ARTICLE:
            return
        words = _words(group)
        tail = self.reader.view.text[max(host.start, host.end - 500) : host.end]
        if coverage(words, tail) < coverage(words, self._text(main)) + 0.25:
            return
        lower = split_by(host, group, self.reader)
        if lower is not None:
            self.drafts.append(lower)
            self.host = lower

    def _give(self, group: list[Part], main: Draft) -> None:
        """Share a group of displays between the article above it and the one below."""
        host = self.host
        cut = 0
        if host is not None and host.kind is ArticleKind.ARTICLE and not _headed(host) and group:
            cut = self._best_cut(group, host, main)
            host.heads.extend(group[:cut])
        main.heads.extend(group[cut:])

    def _best_cut(self, group: Sequence[Part], above: Draft, below: Draft) -> int:
        """How many parts of a group belong to the text above."""
        upper, lower = self._text(above), self._text(below)
        best, best_score = 0, -1.0
        for cut in range(len(group) + 1):
            if 0 < cut < len(group) and not _may_cut(group[cut - 1], group[cut]):
                continue
            left, right = _words(group[:cut]), _words(group[cut:])
            score = coverage(left, upper) * len(left) + coverage(right, lower) * len(right)
            score /= max(1, len(left) + len(right))
            score += self._cut_bonus(group, cut, above, below)
            if score > best_score:
                best, best_score = cut, score
        return best

    def _cut_bonus(self, group: Sequence[Part], cut: int, above: Draft, below: Draft) -> float:
        """What layout and by-lines say for a cut: whose name a by-line adds to, what stands nearer."""
        bonus = 0.0
        if cut == 0:
            bonus += (-0.05 if self.trailing else 0.15) * (self.trailing or not self.unsure)
        nearer = below.texts[0].part.gap - group[0].gap
        if cut in (0, len(group)) and nearer:
            bonus += 0.15 if (nearer > 0) == (cut > 0) else -0.15
        for k, part in enumerate(group):
            if part.credit is not None and part.credit.authors:
                bonus -= 0.4 * is_signed(above if k < cut else below)
        return bonus

    def _place_loose(self) -> None:
        """Headlines that stand apart from all text go to the articles without one, by content."""
        for group in self.loose:
            headings = cut_headings(group)
            bare = [item for item in self.drafts if not _headed(item) and item.kind is ArticleKind.ARTICLE]
            left = place(headings, bare, self.reader)
            self.drafts.extend(split_apart(left, bare, self.reader))
            if left and self.drafts:
                owner = max(self.drafts, key=lambda item: item.start)
                owner.furniture.extend(part for heading in left for part in heading)


def _ends_with_headings(stretches: Sequence[Stretch]) -> bool:
    """Whether displays stand below the last text of a page that is no caption."""
    for stretch in reversed(stretches):
        if stretch.run and any(not text.photo for text in stretch.run[-1:]):
            return False
        if stretch.group and (find_box(stretch.group)[1] is None or _begins_signed(stretch.group)):
            return True
    return False


def _begins_signed(group: Sequence[Part]) -> bool:
    """Whether a headline with the by-line of its writers begins a group, whatever box stands behind."""
    head = list(takewhile(lambda part: part.shape is Shape.DISPLAY, group))
    line = group[len(head)] if head and len(head) < len(group) else None
    credit = line.credit if line is not None and line.shape is Shape.BYLINE else None
    return credit is not None and bool(credit.names) and not credit.source


def _goes_on(before: Draft, item: Draft) -> bool:
    """Whether a text without end or headline goes on in one without a beginning."""
    both = before.kind is item.kind is ArticleKind.ARTICLE
    return both and not _headed(before) and not before.ended and not item.opened and _headed(item)


def _headed(item: Draft) -> bool:
    return any(part.shape is Shape.DISPLAY for part in item.heads)


def _is_dated(item: Draft) -> bool:
    """Whether a text has a dateline or jump line of its own."""
    opening = item.texts[0].opening
    if opening is None:
        return False
    return opening.jump is not None or (opening.credit is not None and opening.credit.dateline)


def _is_dateline(part: Part) -> bool:
    """Whether a line belongs to the text below: 本报讯（记者…）, （记者…）."""
    return part.credit is not None and (part.credit.dateline or part.lines[0].text[0] in "（(")


def _may_cut(before: Part, after: Part) -> bool:
    if after.shape is Shape.BYLINE:
        return False
    return before.shape is Shape.BYLINE or after.gap > 0 or before.level != after.level


def _words(parts: Sequence[Part]) -> str:
    return "\n".join(part.lines[0].text for part in parts if part.shape is Shape.DISPLAY)
