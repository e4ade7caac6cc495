"""Programmes by their form, for pipelines that were trained without them.

Three forms: a quoted name with a class noun (“清水进村”行动), the title of a plan in book marks,
and names known everywhere. Modest on purpose: what has no such form is not found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wenmai.graph.extract.found import Found, free_of
from wenmai.graph.values import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLASS = "工程|行动|计划|规划|战略|项目|改革|专项|倡议|政策|建设|攻坚战|试点|方案"
# Between the quotes and the class noun: 中小企业服务, 三年, 专项整治.
_QUOTED = re.compile(
    rf"[“‘][^“”‘’，。；：！？《》]{{2,18}}[”’][\u4e00-\u9fff]{{0,10}}?(?:{_CLASS})(?:{_CLASS}|纲要|建议)*"
)
_NAMED_INSIDE = re.compile(rf"(?<=[“‘])[^“”‘’，。；：！？《》]{{2,18}}(?:{_CLASS})(?=[”’])")
_TITLE = re.compile(
    r"(?<=《)[^《》]{2,60}(?:规划|规划纲要|方案|行动|计划|纲要|清单|意见)(?:（[^《》（）]{1,16}）)?(?=》)"
)
_KNOWN = re.compile(
    "|".join(
        [
            "一带一路",
            "乡村振兴战略",
            "就业优先战略",
            "创新驱动发展战略",
            "区域协调发展战略",
            "扩大内需战略",
            "健康中国战略",
            "西部大开发",
            "千万工程",
            "东数西算",
            "南水北调(?:[东中西]线)?(?:一期|二期)?(?:工程)?",
            "西气东输(?:工程)?",
            "退耕还林(?:还草)?(?:工程)?",
            "消费品以旧换新",
            "大规模设备更新",
            "一国两制",
            "扫黄打非",
        ]
    )
)
# “老大难”的改革: what stands between shows that the quoted words are no part of a name.
_LOOSE = re.compile(r"[”’][^“”‘’]*[的了和与在]")


def programs(text: str) -> list[Found]:
    """The programmes of a text without layout white space, sorted, not overlapping."""
    return free_of((), _candidates(text))


def _candidates(text: str) -> Iterator[Found]:
    for pattern in (_QUOTED, _NAMED_INSIDE, _TITLE, _KNOWN):
        for match in pattern.finditer(text):
            if pattern is _QUOTED and _LOOSE.search(match.group()):
                continue
            yield Found(match.start(), match.end(), EntityType.PROGRAM)
