"""Whose 市委 it is: the place that a relative body belongs to, by what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wenmai.graph.entity.forms import is_place_kind
from wenmai.graph.entity.gazetteer import Division, Gazetteer, Level

_CHAIN = re.compile(r"^[^，。；：！？,;:!?“”\"]{0,14}、$")
_TITLE = r"(?:[^，。；！？“”]{0,16}?(?:书记|主任|市长|省长|县长|区长|局长|厅长|部长|主席|院长|检察长|旗长|州长|镇长|乡长|常委|委员|秘书长|负责人|处长|科长|行长|董事长|总经理|校长|会长|理事长|代表|司长|署长|所长|队长|干部|专员|盟长|主任委员))+$"
TITLED = re.compile(rf"^{_TITLE}")
SPEECH = re.compile(r"^[^。！？]{0,6}(?:说|表示|介绍|告诉|指出|强调|认为|坦言|称|谈到|透露|建议|讲|提出)")
_SURE, _LIKELY, _FAIR, _WEAK = 0.95, 0.9, 0.8, 0.7


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that the text names, alone or in a body's name, and where."""

    sentence: int
    paragraph: int
    at: int
    end: int
    division: Division
    body: bool = False  # named in a body's name
    titled: bool = False  # an office and a person follow: 隆回县教育局局长肖拥军
    speaks: bool = False  # and a verb of speech


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a relative body stands."""

    sentence: int
    paragraph: int
    at: int
    level: str
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The division found, by which rule, and how sure that is."""

    division: Division
    method: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds the article: its paper's place, headline and dateline, the user's word."""

    publication: Division | None = None
    publication_name: str = ""
    dispatched: bool = False  # an agency's text: the paper's place says nothing
    headline: tuple[Division, ...] = ()
    dateline: tuple[Division, ...] = ()
    given: Division | None = None


class PlaceOf:
    """Finds the place of relative bodies of one article."""

    def __init__(self, gazetteer: Gazetteer, anchors: Sequence[Anchor], setting: Setting) -> None:
        self.gazetteer = gazetteer
        self.anchors = anchors
        self.setting = setting

    def __call__(self, spot: Spot, texts: Mapping[int, str]) -> Verdict | None:
        """The place of a relative body, or None where nothing tells: never guessed."""
        rules = (self._apposed(spot, texts), self._local_paper(spot), self._said(spot), self._article(spot))
        return next((verdict for rule in rules for verdict in rule), None)

    def fits(self, level: str, division: Division) -> list[Division]:
        """The divisions of a level that a place is or lies in, the nearest first."""
        return [d for d in self.gazetteer.chain(division) if is_place_kind(level, d)]

    def _apposed(self, spot: Spot, texts: Mapping[int, str]) -> Iterator[Verdict]:
        """天津市南开区委书记、区委审计委员会主任: the office before it, in the same run of titles."""
        before = [a for a in self.anchors if a.sentence == spot.sentence and a.end <= spot.at]
        if not before:
            return
        last = before[-1]
        gap = texts[spot.sentence][last.end : spot.at]
        fitting = self.fits(spot.level, last.division)
        if fitting and (_CHAIN.match(gap) or gap in ("和", "及", "与", "以及", "联合", "、")):
            yield Verdict(fitting[0], "apposition", last.division.name, _SURE)

    def _local_paper(self, spot: Spot) -> Iterator[Verdict]:
        """晋中日报 → 晋中市, unless another place's officer is speaking or the text is an agency's."""
        paper = self.setting.publication
        if paper is None or self.setting.dispatched:
            return
        fitting = self.fits(spot.level, paper)
        if not fitting:
            return
        if not spot.titled:
            yield from self._speaker(spot)
            yield from self._subject(spot)
        yield Verdict(fitting[0], "publication", self.setting.publication_name, _LIKELY)

    def _said(self, spot: Spot) -> Iterator[Verdict]:
        yield from self._speaker(spot)
        yield from self._subject(spot)
        yield from self._sentence(spot)

    def _speaker(self, spot: Spot) -> Iterator[Verdict]:
        """The officer whose words or deeds the paragraph reports."""
        near = [a for a in self.anchors if a.paragraph == spot.paragraph and a.titled and a.speaks]
        found = self._agreed(spot.level, near)
        if found:
            yield Verdict(found, "speaker", near[0].division.name, _LIKELY)

    def _subject(self, spot: Spot) -> Iterator[Verdict]:
        """A body of a place that the sentence named before: 运城市人社局将按照市委…."""
        near = [a for a in self.anchors if a.sentence == spot.sentence and a.end <= spot.at and a.body]
        found = self._agreed(spot.level, near)
        if found and not spot.titled:
            yield Verdict(found, "sentence", near[-1].division.name, _LIKELY)

    def _sentence(self, spot: Spot) -> Iterator[Verdict]:
        for scope in ("sentence", "paragraph"):
            near = [a for a in self.anchors if getattr(a, scope) == getattr(spot, scope)]
            found = self._agreed(spot.level, near)
            if found:
                yield Verdict(found, scope, found.name, _FAIR)

    def _agreed(self, level: str, anchors: Iterable[Anchor]) -> Division | None:
        return self._leader(Counter(a.division for a in anchors), level, clear=True)

    def _article(self, spot: Spot) -> Iterator[Verdict]:
        for method, places in (("headline", self.setting.headline), ("dateline", self.setting.dateline)):
            found = self._leader(Counter(places), spot.level, clear=True)
            if found:
                yield Verdict(found, method, found.name, _FAIR)
        found = self._leader(Counter(a.division for a in self.anchors), spot.level, clear=False)
        if found:
            yield Verdict(found, "article", found.name, _WEAK)
        if self.setting.given:
            fitting = self.fits(spot.level, self.setting.given)
            if fitting:
                yield Verdict(fitting[0], "given", self.setting.given.name, _FAIR)

    def _leader(self, places: Counter[Division], level: str, *, clear: bool) -> Division | None:
        """The one division of a level that the places are or lie in; `clear`: without a rival.

        Else it has to be named at least twice as often as the next one. A city at county level stands back
        behind its prefecture once the prefecture is named or another part of it is.
        """
        votes: Counter[Division] = Counter()
        for place, count in places.items():
            for division in self.fits(level, place):
                votes[division] += count
        for division in list(votes):
            if division.level == Level.COUNTY:
                outer = self.gazetteer.at(division, Level.PREFECTURE)
                if outer in votes and outer is not None:
                    inner_only = votes[outer] == votes[division]
                    del votes[outer if inner_only else division]
        ranked = votes.most_common(2)
        if not ranked or len(ranked) > 1 and (clear or ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]
