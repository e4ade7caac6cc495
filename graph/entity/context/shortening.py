"""Short names that a document uses behind the full one: 百信公司 for 百信信息技术有限公司."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from wenmai.graph.entity.context.definitions import is_subsequence
from wenmai.graph.entity.reading.forms import FormReader, Kind, clean, company_core

_HEADS = (
    "大学",
    "学院",
    "医院",
    "集团",
    "银行",
    "中心",
    "研究院",
    "研究所",
    "协会",
    "学会",
    "公司",
    "学校",
    "中学",
    "小学",
    "报社",
    "日报",
    "局",
    "社",
)
_COMPANY_END = re.compile(r"(?:公司|集团|厂|银行|保险|证券|商场|超市)$")
_GENERIC = frozenset(
    ("公司", "集团", "该公司", "中心", "学校", "医院", "大学", "学院", "委员会", "协会", "研究院", "银行")
)
_BRANCH = re.compile(
    r"(?:分公司|子公司|分行|支行|分局|分院|分社|分校|营业部|营业厅|项目部|事业部|支部|党委|党支部|工会)$"
)
_SHORTEST = 2


class Shortener:
    """The full names of one document, by what a short form of them may look like."""

    def __init__(self, reader: FormReader, names: Iterable[str]) -> None:
        self.reader = reader
        self._full: dict[str, str | None] = {}
        self._companies: defaultdict[str, list[str]] = defaultdict(list)
        self._others: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for name in sorted(set(names)):
            self._add(name)

    def _add(self, name: str) -> None:
        text = clean(name)
        form = self.reader.read(name)
        bare = self._without_place(text)
        for start in sorted({text, bare}):
            if form.kind is Kind.COMPANY or _COMPANY_END.search(text):
                self._companies[start[:_SHORTEST]].append(name)
            elif start:
                self._others[start[0], start[-1]].append(name)

    def _without_place(self, text: str) -> str:
        return self.reader.without_place(text) or text

    def full(self, surface: str) -> str | None:
        """The one longest name that a name shortens, or None where none or several would do."""
        if surface not in self._full:
            self._full[surface] = self._find(surface)
        return self._full[surface]

    def _find(self, surface: str) -> str | None:
        text = clean(surface)
        if len(text) < _SHORTEST or text in _GENERIC:
            return None
        found = set(self._longer_companies(text)) or set(self._longer_others(text))
        if not _BRANCH.search(text):
            found = {n for n in found if not _BRANCH.search(clean(n))}
        longest = {self.full(n) or n for n in found if n != surface}
        cores = {self.reader.read(n).key for n in longest}
        return min(longest, key=lambda n: (-len(n), n)) if len(cores) == 1 else None

    def _longer_companies(self, text: str) -> list[str]:
        core = company_core(text)
        stem = core.removesuffix("集团") if len(core) > 3 else core
        if self._is_place(stem) or len(stem) < _SHORTEST:
            return []
        grouped = core != stem
        out = []
        for name in self._companies[stem[:_SHORTEST]]:
            long = company_core(clean(name))
            if len(long) <= len(core) or (grouped and "集团" not in long):
                continue
            if long.startswith(stem) or self._without_place(long).startswith(stem):
                out.append(name)
        exact = [n for n in out if self._without_place(company_core(clean(n))) in (stem, stem + "集团")]
        return exact or out

    def _longer_others(self, text: str) -> list[str]:
        if self._is_place(text) or self._place_and_head(text):
            return []
        pool = self._others[text[0], text[-1]]
        return [n for n in pool if len(clean(n)) > len(text) > 2 and self._fits(text, clean(n))]

    def _fits(self, short: str, long: str) -> bool:
        return is_subsequence(short, long) and not any(
            short.endswith(h)
            and long.endswith(h)
            and long.startswith(short[: -len(h)])
            and len(short) - len(h) < 2
            for h in _HEADS
        )

    def _is_place(self, text: str) -> bool:
        return bool(self.reader.gazetteer.named(text)) or text in self.reader.gazetteer.country_of

    def _place_and_head(self, text: str) -> bool:
        rest = self.reader.without_place(text)
        return len(rest) < len(text) and rest in _HEADS
