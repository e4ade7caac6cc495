"""What a place name may mean, and which of its readings the document speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wenmai.graph.entity.known.gazetteer import Country, Division, Gazetteer, Level
from wenmai.graph.entity.reading.forms import LEVELS, clean

_RELATIVE = re.compile(rf"^(?:[我本该全]|我们|这个)({LEVELS})$")
_REGION_END = re.compile(r"(?:地区|境内|全境|全域)$")
_ITSELF = 6  # what the division itself weighs among the places of a document
_REGION_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """A place name, read by itself.

    `readings` are divisions that the whole name can mean; `within` the ones before what `key` adds
    (山东烟台海域: 烟台海域 within 烟台市). `full` says whether a class word ends the name,
    `vague` whether it is a county's short name that towns elsewhere bear too.
    """

    key: str
    readings: tuple[Division, ...] = ()
    within: tuple[Division, ...] = ()
    country: Country | None = None
    level: str = ""
    full: bool = True
    vague: bool = False


class PlaceReader:
    """Reads place names; each distinct one once."""

    def __init__(
        self, gazetteer: Gazetteer, *, elsewhere: Callable[[str], PlaceForm | None] | None = None
    ) -> None:
        """`elsewhere` reads the names that this gazetteer does not matter for."""
        self.gazetteer = gazetteer
        self._elsewhere = elsewhere
        self._read: dict[str, PlaceForm] = {}

    def read(self, surface: str) -> PlaceForm:
        """Read a place name."""
        form = self._read.get(surface)
        if form is None:
            form = self._elsewhere(surface) if self._elsewhere else None
            form = self._read[surface] = form or self._form(clean(surface))
        return form

    def _form(self, text: str) -> PlaceForm:
        country = self.gazetteer.country_of.get(text)
        if country:
            return PlaceForm(country.name, country=country)
        relative = _RELATIVE.match(text)
        if relative and not self.gazetteer.named(text):  # 全州 is a county
            return PlaceForm(text, level=relative.group(1))
        return PlaceForm(text) if text in self.gazetteer.features else self._divisions(text)

    def _divisions(self, text: str) -> PlaceForm:
        names, end = self.gazetteer.run(text)
        if not names:  # one character: 沪
            return PlaceForm(self._region(text), tuple(self.gazetteer.named(text)), full=False)
        if len(names) > 1 and any(text.endswith(f) for f in self.gazetteer.features):  # 杭州西湖 is the lake
            return PlaceForm(text, within=names[-2])
        if end == len(text):
            full = any(text.endswith(d.name) for d in names[-1])
            return PlaceForm(text, names[-1], full=full, vague=self.gazetteer.is_vague(text))
        return self._longer(text, names, end)

    def _longer(self, text: str, names: tuple[tuple[Division, ...], ...], end: int) -> PlaceForm:
        """A name that goes on behind divisions: all but the last of these are said for the reader only."""
        if _REGION_END.fullmatch(text[end:]):
            return PlaceForm(text, names[-1], full=False)
        start = 0
        if len(names) > 1:
            start = next(i for i in range(end - 1, -1, -1) if self._names(text[i:end], names[-1]))
        key = text[start:]
        feature = next((f for f in self.gazetteer.features if key.startswith(f)), None)
        return PlaceForm(key, within=() if feature else names[-1])

    def _names(self, name: str, readings: Iterable[Division]) -> bool:
        codes = {d.code for d in readings}
        return any(d.code in codes for d in self.gazetteer.named(name))

    @staticmethod
    def _region(text: str) -> str:
        return _REGION_END.sub("", text) if len(text) >= _REGION_SHORTEST else text


def choose(
    readings: tuple[Division, ...], said: Iterable[Division], *, gazetteer: Gazetteer
) -> Division | None:
    """The reading that other places of the text speak for; None where they leave it open.

    Each place weighs by the lowest division that it shares with a reading (a province 1, a prefecture or
    Beijing 2, a county 3); the reading itself 6. The winner needs half as much again as any other reading
    of its level; of a tie between levels the higher wins. A division inside another of the readings (吉林市,
    吉林省) needs to be named itself.
    """
    said = list(said)
    named = set(said)
    readings = tuple(
        d for d in readings if d in named or not any(o != d and gazetteer.inside(d, o) for o in readings)
    )
    scores = dict.fromkeys(readings, 0)
    for place in said:
        for reading in readings:
            shared = gazetteer.shared(place, reading)
            if shared is not None:
                scores[reading] += _ITSELF if place == reading else _weight(shared)
    ranked = sorted(readings, key=lambda d: (-scores[d], d.level, d.code))
    first, best = ranked[0], scores[ranked[0]]
    rivals = (scores[d] for d in ranked[1:] if d.level == first.level)
    return first if best and all(3 * score <= 2 * best for score in rivals) else None


def _weight(shared: Division) -> int:
    city = shared.level == Level.PROVINCE and shared.name.endswith("市")  # 北京市 weighs like 长春市
    return int(Level.PREFECTURE if city else shared.level)


def by_rank(readings: tuple[Division, ...]) -> Division | None:
    """The highest division of that name, where it is the only one so high: 吉林 is the province."""
    top = min(d.level for d in readings)
    highest = [d for d in readings if d.level == top]
    return highest[0] if len(highest) == 1 else None
