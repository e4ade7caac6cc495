"""From runs and groups of displays to articles: what is a headline, what a sub-headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wenmai.graph.page.blocks import Part, Shape
from wenmai.graph.page.drafts import Draft, Reader, Text
from wenmai.graph.page.evidence import evidence
from wenmai.graph.page.headlines import LABEL, READ_AT_MOST, assign, blocks, coverage, heading_text
from wenmai.graph.page.runs import Stretch, cut_runs, draft, usual_gap
from wenmai.graph.values import ArticleKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBERED = re.compile(
    r"#*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|问[：:]|答[：:]|记者[：:])"
)
_DIGIT = re.compile(r"\d|[一二三四五六七八九十百千万亿]{2}")


class Assembler:
    """The articles of one page, while its groups of displays find their place."""

    def __init__(self, parts: Sequence[Part], reader: Reader) -> None:
        self.reader = reader
        self.step = usual_gap(parts)
        self.stretches = cut_runs(parts, reader, self.step)
        first = self.stretches[0]
        self.trailing = not first.group and bool(first.run) and first.run[0].opening is None
        self.drafts: list[Draft] = []
        self.host: Draft | None = None
        self.loose: list[list[Part]] = []  # groups of displays with no text behind

    def articles(self) -> list[Draft]:
        """All drafts in page order."""
        for stretch in self.stretches:
            self._take(stretch)
        self._place_loose()
        self.drafts.sort(key=lambda item: item.start)
        return self.drafts

    def _take(self, stretch: Stretch) -> None:
        group, found = stretch.group, draft(stretch)
        box = _box(group)
        if box is not None:
            self._add(box)
            self.host = None
            group = []
        if not found:
            if group:
                self.loose.append(group)
            return
        main = next((item for item in found if item.kind is ArticleKind.ARTICLE), found[0])
        if group and self.host is not None and self._parts(group, self.host, main) <= 0:
            self._merge(group, found, main)
            return
        self._give(group, main)
        if not group and self.host is not None and self._resumes(main):
            self._merge(group, found, main)
            return
        for item in found:
            self._add(item)
        if main.kind is ArticleKind.ARTICLE or not (self.host and self.host.open):
            self.host = main

    def _add(self, item: Draft) -> None:
        self.drafts.append(item)

    def _resumes(self, main: Draft) -> bool:
        """Whether text without a headline goes on with the article before a caption or gap."""
        host = self.host
        return host is not None and host.kind is ArticleKind.ARTICLE and host.open and not main.opened

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
        return evidence(
            group, host, main, above=above, below=below, step=self.step.usual, trailing=self.trailing
        )

    def _text(self, item: Draft) -> str:
        text = self.reader.view.text
        return text[item.start : min(item.end, item.start + READ_AT_MOST)]

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
            if cut == 0:
                score += -0.05 if self.trailing else 0.15
            if score > best_score:
                best, best_score = cut, score
        return best

    def _place_loose(self) -> None:
        """Headlines that stand apart from all text go to the article without one that they fit best."""
        for group in self.loose:
            found = blocks(group)
            bare = [item for item in self.drafts if not _headed(item) and item.kind is ArticleKind.ARTICLE]
            pairs = self._fit(found, bare)
            placed: dict[int, Draft] = {id(part): bare[c] for r, c in pairs.items() for part in found[r]}
            owner = self.drafts[-1] if self.drafts else None
            for part in group:
                owner = placed.get(id(part), owner)
                if owner is not None:
                    (
                        owner.heads if id(part) in placed or part.shape is Shape.BYLINE else owner.furniture
                    ).append(part)

    def _fit(self, headings: Sequence[Sequence[Part]], bare: Sequence[Draft]) -> dict[int, int]:
        """By content; a last heading of some length goes to the last article without one."""
        words = [heading_text(heading) for heading in headings]
        pairs = assign(words, [self._text(item) for item in bare], least=0.2)
        rest = [k for k, text in enumerate(words) if k not in pairs and len(text) > LABEL]
        left = [k for k in range(len(bare)) if k not in pairs.values()]
        return pairs | ({rest[0]: left[0]} if len(rest) == len(left) == 1 else {})


def _headed(item: Draft) -> bool:
    return any(part.shape is Shape.DISPLAY for part in item.heads)


def _may_cut(before: Part, after: Part) -> bool:
    if after.shape is Shape.BYLINE:
        return False
    return before.shape is Shape.BYLINE or after.gap > 0 or before.level != after.level


def _words(parts: Sequence[Part]) -> str:
    return "\n".join(part.lines[0].text for part in parts if part.shape is Shape.DISPLAY)


def _box(group: Sequence[Part]) -> Draft | None:
    """A box of facts: many displays in a row, a good part of them with figures."""
    displays = [part for part in group if part.shape is Shape.DISPLAY]
    figures = sum(_DIGIT.search(part.lines[0].text) is not None for part in displays)
    if len(displays) < 6 or figures * 4 < len(displays):
        return None
    head = [part for part in group[:1] if part.shape is Shape.DISPLAY]
    texts = [Text(part, part.start, part.end) for part in group[len(head) :]]
    return Draft(texts=texts, heads=head, kind=ArticleKind.BOX, ended=True)
