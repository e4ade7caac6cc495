"""A gazetteer with the divisions that only texts name beside those of the lists."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Sequence

from wenmai.graph.entity.known.gazetteer import Division, Gazetteer, Level


class WiderGazetteer(Gazetteer):
    """Looks up in the lists first, then among further divisions; costs nothing but these.

    Args:
        base: a gazetteer; left as it is.
        divisions: what texts name beside; their parents are among them or in the base.
        names: what the texts at hand call these.
    """

    def __init__(
        self, base: Gazetteer, divisions: Iterable[Division], names: Iterable[tuple[str, Division]]
    ) -> None:
        self.base = base
        self.by_code = ChainMap({d.code: d for d in divisions}, base.by_code)
        self.features = base.features
        self.country_of = base.country_of
        self._more: dict[str, list[Division]] = {}
        for name, division in names:
            bearers = self._more.setdefault(name, [])
            if division not in bearers and division not in base.named(name):
                bearers.append(division)
        self._lengths = sorted({len(name) for name in self._more})
        self._both: dict[str, Sequence[Division]] = {}
        self._canonical = {}
        self._chains = {}

    def matters_for(self, text: str) -> bool:
        """Whether a text holds a name that the base lacks, or has for others."""
        return any(
            text[at : at + length] in self._more
            for length in self._lengths
            for at in range(len(text) - length + 1)
        )

    def named(self, name: str) -> Sequence[Division]:
        """All divisions that bear the name, the listed ones first, of these those that are called just so."""
        if name not in self._more:
            return self.base.named(name)
        known = self._both.get(name)
        if known is None:
            further = sorted(self._more[name], key=lambda d: (d.level, d.name != name, d.code))
            known = self._both[name] = [*(d for d in self.base.named(name) if _is_own(d, name)), *further]
        return known

    def is_vague(self, name: str) -> bool:
        """Whether a county's short name is one that towns elsewhere bear too: 古城, 和平, 新华."""
        return self.base.is_vague(name)

    def _name(self, division: Division) -> str:
        if division.listed:
            return self.base.canonical(division)
        if not division.parent or division.level != Level.COUNTY or not division.name.endswith("区"):
            return division.name
        return self.canonical(self.by_code[division.parent]) + division.name


def _is_own(division: Division, name: str) -> bool:
    """Whether a name is no nickname: 白沙县 is one of 白沙黎族自治县."""
    return division.name == name or name[-1] not in "县州旗"
