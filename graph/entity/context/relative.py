"""Whose 市委 it is: the place that a relative body belongs to, by what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wenmai.graph.entity.known.gazetteer import Division, Gazetteer, Level

_CHAIN = re.compile(r"^[^，。；：！？,;:!?“”\"]{0,14}、$")
_JOINED = frozenset(("和", "及", "与", "以及", "暨", "联合", "会同", "、", "携手"))
_LOOK_BACK = 200
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
    speaks: bool = False  # an office, a person and a verb of speech follow: 隆回县教育局局长肖拥军表示
    guest: bool = False  # a place that officers of another one visit, or that guests come from


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a relative body stands."""

    sentence: int
    paragraph: int
    at: int
    level: str
    titled: bool = False  # an office and a person follow: 市委书记刘星
    pointing: bool = False  # 该县, not 我县


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
    unknown: frozenset[str] = frozenset()  # levels at which the paper has a place that nobody knows


def fits(level: str, division: Division) -> bool:
    """Whether a level word (省, 市, 区 …) can stand for a division."""
    if level == "州":
        level = "自治州"
    return division.name.endswith(level) and not (level == "区" and division.level <= Level.PREFECTURE)


class PlaceOf:
    """Finds the place of the relative bodies of one article.

    Args:
        gazetteer: what lies in what.
        anchors: the places that the article names, in their order.
        setting: what surrounds it.
        texts: the sentences by number.
        scan: the divisions that the bare text names in full; asked last.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        anchors: Sequence[Anchor],
        setting: Setting,
        *,
        texts: Mapping[int, str],
        scan: Callable[[], Counter[Division]],
    ) -> None:
        self.gazetteer = gazetteer
        self.anchors = anchors
        self.setting = setting
        self.texts = texts
        self.scan = scan
        self.guests = frozenset(a.division for a in anchors if a.guest)
        self._in_sentence: defaultdict[int, list[Anchor]] = defaultdict(list)
        self._in_paragraph: defaultdict[int, list[Anchor]] = defaultdict(list)
        for anchor in anchors:
            self._in_sentence[anchor.sentence].append(anchor)
            self._in_paragraph[anchor.paragraph].append(anchor)
        self._all = Counter(a.division for a in anchors)
        self._by_level: dict[str, Division | None] = {}
        self._by_text: dict[str, Division | None] = {}

    def __call__(self, spot: Spot) -> Verdict | None:
        """The place of a relative body, or None where nothing tells: never guessed.

        A paper of an unknown place speaks of its own city, not of one that the text happens to name.
        """
        sure = (self._pointed, self._apposed, self._local_paper, self._speaker, self._subject)
        unknown = spot.level in self.setting.unknown
        for rule in (*sure, self._given) if unknown else (*sure, self._near, self._article):
            verdict = next(rule(spot), None)
            if verdict:
                return verdict
        return None

    def outer(self, level: str, division: Division) -> Division | None:
        """The division of a level that a place is or lies in, the nearest."""
        return next((d for d in self.gazetteer.chain(division) if fits(level, d)), None)

    def _pointed(self, spot: Spot) -> Iterator[Verdict]:
        """该县 is the county named last."""
        if spot.pointing:
            here = spot.sentence, spot.at
            end = bisect_left(self.anchors, here, key=lambda a: (a.sentence, a.at))
            for anchor in reversed(self.anchors[max(0, end - _LOOK_BACK) : end]):
                if fits(spot.level, anchor.division):
                    yield Verdict(anchor.division, "pointed", anchor.division.name, _LIKELY)

    def _apposed(self, spot: Spot) -> Iterator[Verdict]:
        """天津市南开区委书记、区委审计委员会主任: the office before it, in the same run of titles."""
        before = [a for a in self._in_sentence[spot.sentence] if a.end <= spot.at]
        if before:
            last = before[-1]
            gap = self.texts[spot.sentence][last.end : spot.at]
            found = self.outer(spot.level, last.division)
            if found and (gap in _JOINED or (last.body and _CHAIN.match(gap))):
                yield Verdict(found, "apposition", last.division.name, _SURE)

    def _local_paper(self, spot: Spot) -> Iterator[Verdict]:
        """晋中日报 → 晋中市, unless another place's officer speaks or the text is an agency's."""
        paper = self.setting.publication
        found = self.outer(spot.level, paper) if paper and not self.setting.dispatched else None
        if found:
            yield from self._speaker(spot)
            yield from self._subject(spot)
            if paper and paper.listed:
                yield Verdict(found, "publication", self.setting.publication_name, _LIKELY)
            else:
                yield Verdict(found, "learnt", self.setting.publication_name, _FAIR)

    def _speaker(self, spot: Spot) -> Iterator[Verdict]:
        """The officer whose words the paragraph reports."""
        if not spot.titled:
            near = [a for a in self._in_paragraph[spot.paragraph] if a.speaks]
            found = self._leader(near, spot.level, clear=True)
            if found:
                yield Verdict(found, "speaker", near[0].division.name, _LIKELY)

    def _subject(self, spot: Spot) -> Iterator[Verdict]:
        """A body of a place that the sentence named before: 运城市人社局将按照市委…."""
        if not spot.titled:
            near = [a for a in self._in_sentence[spot.sentence] if a.end <= spot.at and a.body]
            found = self._leader(near, spot.level, clear=True)
            if found:
                yield Verdict(found, "subject", near[-1].division.name, _LIKELY)

    def _near(self, spot: Spot) -> Iterator[Verdict]:
        same = self._in_sentence[spot.sentence]
        before = [a for a in same if a.end <= spot.at]
        paragraph = self._in_paragraph[spot.paragraph]
        for method, near in (("sentence", before), ("sentence", same), ("paragraph", paragraph)):
            found = self._leader(near, spot.level, clear=True)
            if found and self._stands(found, spot):
                yield Verdict(found, method, found.name, _FAIR)

    def _stands(self, found: Division, spot: Spot) -> bool:
        """Whether a city at county level is the one meant: not where the article speaks of its prefecture."""
        if found.level != Level.COUNTY or spot.level != "市":
            return True
        most = self._whole(spot.level)
        return most is None or most == found

    def _article(self, spot: Spot) -> Iterator[Verdict]:
        setting = self.setting
        found = self._most(Counter(setting.headline), spot.level, clear=True)
        if found:
            yield Verdict(found, "headline", found.name, _FAIR)
        found = self._whole(spot.level)
        if found:
            yield Verdict(found, "article", found.name, _WEAK)
        found = self._most(Counter(setting.dateline), spot.level, clear=True)
        if found:
            yield Verdict(found, "dateline", found.name, _FAIR)
        found = self._scanned(spot.level)
        if found:
            yield Verdict(found, "text", found.name, _WEAK)
        yield from self._given(spot)

    def _given(self, spot: Spot) -> Iterator[Verdict]:
        given = self.outer(spot.level, self.setting.given) if self.setting.given else None
        if given:
            yield Verdict(given, "given", given.name, _FAIR)

    def _whole(self, level: str) -> Division | None:
        if level not in self._by_level:
            self._by_level[level] = self._most(self._all, level, clear=False)
        return self._by_level[level]

    def _scanned(self, level: str) -> Division | None:
        if level not in self._by_text:
            self._by_text[level] = self._most(self.scan(), level, clear=False)
        return self._by_text[level]

    def _leader(self, anchors: Iterable[Anchor], level: str, *, clear: bool) -> Division | None:
        return self._most(Counter(a.division for a in anchors), level, clear=clear)

    def _most(self, places: Counter[Division], level: str, *, clear: bool) -> Division | None:
        """The one division of a level that the places are or lie in; `clear`: without a rival.

        Else it has to be named at least twice as often as the next one. Places that are visited don't
        count for themselves. A city at county level stands back behind its prefecture once that or
        another part of it is named.
        """
        votes: Counter[Division] = Counter()
        for place, count in places.items():
            for division in self.gazetteer.chain(place):
                if fits(level, division) and not (division == place and place in self.guests):
                    votes[division] += count
        for division in [d for d in votes if d.level == Level.COUNTY]:
            outer = self.gazetteer.at(division, Level.PREFECTURE)
            if outer is not None and outer in votes:
                del votes[outer if votes[outer] == votes[division] else division]
        ranked = votes.most_common(2)
        if not ranked or (len(ranked) > 1 and (clear or ranked[0][1] < 2 * ranked[1][1])):
            return None
        return ranked[0][0]
