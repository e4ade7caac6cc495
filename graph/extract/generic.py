"""Words for a kind of body that name none by themselves: 政府, 公司, 企业."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wenmai.graph.values import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wenmai.graph.extract.found import Found

_BODIES = (
    *("政府", "人民政府", "人大", "人民代表大会", "政协", "党委", "党政", "机关", "部门", "单位"),
    *("法院", "人民法院", "检察院", "人民检察院", "公安", "党组织", "党支部", "党总支", "基层党组织"),
    *(
        "公司",
        "企业",
        "集团",
        "工厂",
        "银行",
        "合作社",
        "学校",
        "大学",
        "高校",
        "医院",
        "媒体",
        "协会",
        "社区",
    ),
)
_GROUNDS = ("社区", "园区", "景区", "城区", "县城", "乡镇", "街道", "工业园", "产业园")
_GENERIC = {EntityType.ORG: frozenset(_BODIES), EntityType.PLACE: frozenset(_GROUNDS)}


def named(found: Iterable[Found], text: str) -> Iterator[Found]:
    """The finds that name someone or something; a bare word for a kind of body or place does not."""
    for name in found:
        if text[name.start : name.end] not in _GENERIC.get(name.type, ()):
            yield name
