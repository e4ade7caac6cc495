"""Administrative divisions and countries: their names, codes, and what lies inside what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

PEOPLES = (
    "蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|"
    "傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|达斡尔|仫佬族|羌族|布朗族|撒拉族|"
    "毛南族|仡佬族|锡伯族|锡伯|阿昌族|普米族|塔吉克族|塔吉克|怒族|鄂温克族|裕固族|保安族|独龙族|鄂伦春|各族"
)
_KIND = re.compile(
    rf"^(.{{2,}}?)(?:{PEOPLES})*(特别行政区|自治区|自治州|自治县|自治旗|地区|街道|[省市县区旗盟镇乡])$"
)
_RUN_LONGEST = 16
_FEATURE_NEXT = frozenset("江河湖山岛岭溪峡峰洲滩泉塔寺")
_CLASS_END = frozenset("省市区县州旗盟镇乡道")
UNLISTED = "-"  # begins the code of a division that only texts name
# Behind a short name: the name is another division's.
_OTHER_CLASS = re.compile(r"[市县区旗盟州](?![域块场级际间属辖])")
_TOWN = 9  # digits of a township's code


class Level(IntEnum):
    """How high a division stands; the smaller, the higher."""

    COUNTRY = 0
    PROVINCE = 1
    PREFECTURE = 2
    COUNTY = 3
    TOWNSHIP = 4


@dataclass(frozen=True, slots=True, eq=False)
class Division:
    """A division: its GB/T 2260 code (of Taiwan's, Hong Kong's, Macau's parts: ours, with a dash).

    A gazetteer holds one of each; they are compared by identity, which is fast.
    """

    code: str
    name: str
    level: Level
    parent: str | None = None  # code of the next higher one

    @property
    def listed(self) -> bool:
        """Whether the lists have it; else only texts name it."""
        return not self.code.startswith(UNLISTED)


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166 alpha-2, the usual name first, then its other names."""

    iso: str
    name: str
    others: tuple[str, ...] = ()


def short_name(name: str) -> str | None:
    """The name without its class word, where two characters stay: 晋中市 → 晋中, 祁县 → None."""
    found = _KIND.match(name)
    return found.group(1) if found else None


class Gazetteer:
    """Look-up of divisions by name, alone or in a run such as 山西晋中市榆次区.

    Args:
        divisions: code → name; the level is told by the length of the code.
        countries: any order.
        extra: further names of divisions (京 → 11).
        features: mountains, rivers … whose name is a division's short name too (泰山).
    """

    def __init__(
        self,
        divisions: Mapping[str, str],
        countries: Iterable[Country] = (),
        *,
        extra: Iterable[tuple[str, str]] = (),
        features: Iterable[str] = (),
    ) -> None:
        self.by_code: MutableMapping[str, Division] = {}
        self.features = frozenset(features)
        self.country_of: dict[str, Country] = {}
        self._named: dict[str, list[str]] = {}
        self._sorted: dict[str, list[Division]] = {}
        for code, name in divisions.items():
            self._add(code, name, divisions)
        for name, code in extra:
            codes = self._named.setdefault(name, [])
            if code not in codes:
                codes.append(code)
        for country in countries:
            for name in (country.name, *country.others):
                self.country_of[name] = country
        towns = (d.name for d in self.by_code.values() if d.level == Level.TOWNSHIP)
        self._stems = {name.rstrip("镇乡街道苏木") for name in towns}
        self._canonical: dict[str, str] = {}
        self._chains: dict[str, tuple[Division, ...]] = {}

    def _add(self, code: str, name: str, divisions: Mapping[str, str]) -> None:
        parent = _parent(code, divisions)
        if parent and divisions[parent] == name:  # 东莞市 stands twice: a prefecture and its only county
            self.by_code[code] = self.by_code[parent]
            return
        self.by_code[code] = Division(code, name, _level(code), parent)
        self._named.setdefault(name, []).append(code)
        if len(code) < _TOWN or "-" in code:
            short = short_name(name)
            if short and short[0] not in "省市县区":
                self._named.setdefault(short, []).append(code)
                if name[-3:-1] == "自治" and name[-1] in "州县旗":  # 循化县 is 循化撒拉族自治县
                    self._named.setdefault(short + name[-1], []).append(code)

    def named(self, name: str) -> Sequence[Division]:
        """All divisions that bear the name, in full or without its class word, the highest first."""
        codes = self._named.get(name)
        if not codes:
            return ()
        known = self._sorted.get(name)
        if known is None:
            found = (self.by_code[c] for c in codes)
            known = self._sorted[name] = sorted(found, key=lambda d: (d.level, d.name != name, d.code))
        return known

    def is_vague(self, name: str) -> bool:
        """Whether a county's short name is one that towns elsewhere bear too: 古城, 和平, 新华."""
        found = self.named(name)
        return (
            name in self._stems
            and bool(found)
            and all(d.level == Level.COUNTY and d.name != name for d in found)
        )

    def chain(self, division: Division) -> tuple[Division, ...]:
        """The division and all that it lies in, itself first."""
        known = self._chains.get(division.code)
        if known is None:
            outer = self.chain(self.by_code[division.parent]) if division.parent else ()
            known = self._chains[division.code] = (division, *outer)
        return known

    def shared(self, a: Division, b: Division) -> Division | None:
        """The lowest division that both are or lie in."""
        codes = {d.code for d in self.chain(b)}
        return next((d for d in self.chain(a) if d.code in codes), None)

    def inside(self, division: Division, outer: Division) -> bool:
        """Whether the first lies in the second, or is it."""
        return any(d.code == outer.code for d in self.chain(division))

    def at(self, division: Division, level: Level) -> Division | None:
        """The division of a level that this one is or lies in."""
        return next((d for d in self.chain(division) if d.level == level), None)

    def canonical(self, division: Division) -> str:
        """The name that stands for it: alone where that is enough and usual, districts with their city.

        晋中市, 祁县, 周王庙镇; 晋中市榆次区, 北京市朝阳区; 祁县城关镇 where several towns are called so.
        """
        known = self._canonical.get(division.code)
        if known is None:
            known = self._canonical[division.code] = self._name(division)
        return known

    def _name(self, division: Division) -> str:
        name = division.name
        if not division.parent or division.level <= Level.PREFECTURE:
            return name
        alone = len([c for c in self._named[name] if self.by_code[c].name == name]) == 1
        if division.level == Level.COUNTY and name.endswith("区") and "开发区" not in name:
            alone = False
        return name if alone else self.canonical(self.by_code[division.parent]) + name

    def run(self, text: str) -> tuple[tuple[tuple[Division, ...], ...], int]:
        """Read division names that follow each other at the start of a text, the longest first.

        Returns:
            The readings of each name (those that lie in a reading of the name before), and how far
            they reach. 江苏南京南站 gives ((江苏省,), (南京市,)), 4.
        """
        names: list[tuple[Division, ...]] = []
        at = 0
        while at < len(text):
            found = self._next(text, at, names[-1] if names else ())
            if found is None and len(names) > 1:  # 浙江宁波市周王庙镇: the city is wrong, the province is not
                found = self._next(text, at, names[-2], full=True)
            if found is None:
                break
            readings, at = found
            names.append(readings)
        return tuple(names), at

    def _next(
        self, text: str, at: int, outer: tuple[Division, ...], *, full: bool = False
    ) -> tuple[tuple[Division, ...], int] | None:
        for end in range(min(len(text), at + _RUN_LONGEST), at + 1, -1):
            readings = self.named(text[at:end])
            if readings and _OTHER_CLASS.match(text, end):
                readings = [d for d in readings if _stands_before(d, text[at:end], text[end])]
            if text[end : end + 1] in _FEATURE_NEXT and text[end - 1] not in _CLASS_END:
                continue  # 钱塘江 is no part of 钱塘区
            if outer:
                readings = [d for d in readings if any(d.code != o.code and self.inside(d, o) for o in outer)]
            if full:
                readings = [d for d in readings if text[at:end] == d.name]
            if readings:
                return tuple(readings), end
        return None


def _stands_before(division: Division, said: str, next_class: str) -> bool:
    """Whether a class word may follow the name: 沁县县委, 宁夏区党委; 大同县 is no part of 大同市."""
    return said[-1] in _CLASS_END or (division.level == Level.PROVINCE and next_class == "区")


def _level(code: str) -> Level:
    if "-" in code:
        return Level.PREFECTURE if code.startswith("71") else Level.COUNTY
    return {2: Level.PROVINCE, 4: Level.PREFECTURE, 6: Level.COUNTY}.get(len(code), Level.TOWNSHIP)


def _parent(code: str, divisions: Mapping[str, str]) -> str | None:
    if "-" in code:
        return code[:2]
    length = 6 if len(code) == _TOWN else len(code) - 2
    while length > 0:
        if code[:length] in divisions:
            return code[:length]
        length -= 2
    return None
