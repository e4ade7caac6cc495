"""Which of our four types a label means: ours, OntoNotes', those of Chinese data sets and tools."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wenmai.graph.extract.labels import ONTONOTES
from wenmai.graph.values import EntityType
from wenmai.loaders.problems import UsageError
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_USUAL = {
    EntityType.PERSON: (
        "person per pers people name human nr 人物 人名 人 姓名 人员 名字 人物名"
    ),
    EntityType.ORG: (
        "org organization organisation institution company government corp nt "
        "机构 组织 机构名 组织名 组织机构 机构组织 机构团体 团体 单位 公司 企业 政府"
    ),
    EntityType.PLACE: (
        "place loc location gpe fac facility address scene ns 地点 地名 地方 位置 地区 地址 地理位置 场所"
    ),
    EntityType.PROGRAM: (
        "program programme prog project plan initiative campaign policy "
        "项目 工程 计划 规划 行动 专项 政策 项目名 项目名称 项目计划"
    ),
}  # fmt: skip
_KNOWN = {name: kind for kind, names in _USUAL.items() for name in names.split()} | {
    name.casefold(): kind for name, kind in ONTONOTES.items()
}
_NAMED = re.compile(r"[._-]nam$")  # PER.NAM of Weibo's data: a name, as against PER.NOM, a description
IGNORE = frozenset({"ignore", "忽略"})


@dataclass(frozen=True, slots=True)
class Labels:
    """What labels mean; `own` comes first, by labels as `plain` spells them, None for one to leave out."""

    own: Mapping[str, EntityType | None] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Labels:
        """Take pairs of a label and what it means: a type, another known label, or `ignore`.

        Raises:
            UsageError: it means neither, or two things.
        """
        own: dict[str, EntityType | None] = {}
        for label, meaning in pairs:
            kind = None if plain(meaning) in IGNORE else _KNOWN.get(plain(meaning))
            if kind is None and plain(meaning) not in IGNORE:
                raise UsageError(
                    say(
                        f"--label {label}={meaning}：不认识 {meaning}；"
                        "可用 PERSON、ORG、PLACE、PROGRAM 或 ignore（略去）",
                        f"--label {label}={meaning}: {meaning} is unknown; "
                        "say PERSON, ORG, PLACE, PROGRAM or ignore",
                    )
                )
            if own.setdefault(plain(label), kind) != kind:
                raise UsageError(
                    say(
                        f"--label：{label} 有两种含义；请只留一种",
                        f"--label: {label} means two things; say one",
                    )
                )
        return cls(own)

    def knows(self, label: str) -> bool:
        """Whether it is known what the label means, be it nothing."""
        return plain(label) in self.own or plain(label) in _KNOWN

    def type_of(self, label: str) -> EntityType | None:
        """The type of a known label; None for one to leave out.

        Raises:
            KeyError: the label is not known.
        """
        name = plain(label)
        return self.own[name] if name in self.own else _KNOWN[name]


def plain(label: str) -> str:
    """A label as it is compared: width, case and white space at its ends make no difference."""
    return _NAMED.sub("", unicodedata.normalize("NFKC", label).strip().casefold())
