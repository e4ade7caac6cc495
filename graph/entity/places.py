"""What a place name may mean, and which of its readings the document speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wenmai.graph.entity.forms import LEVELS, clean
from wenmai.graph.entity.gazetteer import Country, Division, Gazetteer

_RELATIVE = re.compile(rf"^(?:[我本该全]|我们)({LEVELS}|村)$")
_REGION_END = re.compile(r"(?<=..)(?:地区|境内|全境|全域)$")


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """A place name, read by itself.

    `readings` are divisions that the whole name can mean; `within` the ones before `key`, where the
    name goes on (山东烟台海域: 烟台海域 within 烟台市).
    """

    key: str
    readings: tuple[Division, ...] = ()
    within: tuple[Division, ...] = ()
    country: Country | None = None
    level: str = ""
    full: bool = True


class PlaceReader:
    """Reads place names; each distinct one once."""

    def __init__(self, gazetteer: Gazetteer, features: frozenset[str]) -> None:
        self.gazetteer = gazetteer
        self.features = features
        self._read: dict[str, PlaceForm] = {}

    def read(self, surface: str) -> PlaceForm:
        """Read a place name."""
        form = self._read.get(surface)
        if form is None:
            form = self._read[surface] = self._form(clean(surface))
        return form

    def _form(self, text: str) -> PlaceForm:
        country = self.gazetteer.country_of.get(text)
        if country:
            return PlaceForm(country.name, country=country)
        relative = _RELATIVE.match(text)
        if relative:
            return PlaceForm(text, level=relative.group(1))
        if text in self.features:
            return PlaceForm(text)
        names, end = self.gazetteer.run(text)
        if not names:
            one = tuple(self.gazetteer.named(text))
            return PlaceForm(self._other(text), one, full=False)
        if end == len(text):
            full = any(text.endswith(d.name) for d in names[-1])
            return PlaceForm(text, names[-1], full=full or len(names) > 1)
        return self._going_on(text, names, end)

    def _going_on(self, text: str, names: tuple[tuple[Division, ...], ...], end: int) -> PlaceForm:
        rest = text[end:]
        if _REGION_END.fullmatch(rest) or rest in ("境内", "全境", "全域", "地区"):
            return PlaceForm(text, names[-1], full=False)
        key = text
        if len(names) > 1:  # outer places are said for the reader; they are no part of the name
            key = next(text[i:] for i in range(end - 1, -1, -1) if self._starts(text[i:end], names[-1]))
        return PlaceForm(key, within=names[-1])

    def _starts(self, name: str, readings: Iterable[Division]) -> bool:
        codes = {d.code for d in readings}
        return any(d.code in codes for d in self.gazetteer.named(name))

    @staticmethod
    def _other(text: str) -> str:
        return _REGION_END.sub("", text) if len(text) > 3 else text


def choose(
    readings: tuple[Division, ...], said: Iterable[Division], *, gazetteer: Gazetteer, full: bool
) -> Division | None:
    """The reading that the document's other places speak for; None where they leave it open.

    Each other place counts one for a reading that lies in the same next higher division, four where it is
    the reading itself. Without a winner the highest division stands for a bare name (吉林 is 吉林省).
    """
    if len(readings) == 1:
        return readings[0]
    scores = dict.fromkeys((d.code for d in readings), 0)
    for place in said:
        chain = {d.code for d in gazetteer.chain(place)}
        for d in readings:
            if place.code == d.code:
                scores[d.code] += 4
            elif (d.parent or d.code) in chain:
                scores[d.code] += 1
    best = max(scores.values())
    leaders = [d for d in readings if scores[d.code] == best]
    if best and len(leaders) == 1:
        return leaders[0]
    top = min(d.level for d in leaders)
    highest = [d for d in leaders if d.level == top]
    return highest[0] if len(highest) == 1 and (not full or best) else None
