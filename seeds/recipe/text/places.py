"""The one convention for places written in one run: 江苏南京, 晋中市榆次区 are one name each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wenmai.graph.values import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAZETTEERS = Path(__file__).parents[2] / "gazetteers"
_COUNTRY, _NOWHERE = 0, 99
_REGIONS = {"内蒙古": 2, "广西": 2, "西藏": 2, "宁夏": 2, "新疆": 2}
_KINDS = "省市县区州盟旗镇乡道"
_LONGEST = 12  # characters of a division's name


def in_one_run(text: str, mentions: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Mentions, sorted by place, with a place joined to the wider one that stands right before it.

    Only names of countries and divisions take others in: a river or a road does not, and neither
    does one of a list of equals that only a blank parts in print.
    """
    result: list[dict[str, Any]] = []
    for mention in mentions:
        before = result[-1] if result else None
        if (
            before is not None
            and before["end"] == mention["start"]
            and before["type"] == mention["type"] == EntityType.PLACE
            and not before["optional"]
            and not mention["optional"]
            and _within(text[before["start"] : before["end"]], text[mention["start"] : mention["end"]])
        ):
            result[-1] = before | {"end": mention["end"]}
        else:
            result.append(mention)
    return result


def _within(wide: str, narrow: str) -> bool:
    levels = _levels()
    last = min((levels[wide[at:]] for at in range(len(wide)) if wide[at:] in levels), default=_NOWHERE)
    beginnings = (narrow[:end] for end in range(min(len(narrow), _LONGEST), 1, -1))
    # 钟楼大街 does not begin with the district 钟楼区.
    first = next((levels[one] for one in beginnings if one in levels and _stands(one, narrow)), _NOWHERE)
    return last < first


def _stands(name: str, text: str) -> bool:
    return name == text or name[-1] in _KINDS or name in _REGIONS


@cache
def _levels() -> dict[str, int]:
    """How wide each country or division is, by its names with and without the word for its kind."""
    levels: dict[str, int] = {}
    for line in _rows("divisions.tsv"):
        code, name, *_ = line.split("\t")
        for form in (name, name[:-1] if len(name) > 2 and name[-1] in _KINDS else name):
            levels[form] = min(levels.get(form, _NOWHERE), len(code.partition("-")[0]))
    for line in _rows("short.tsv"):
        name, code, *_ = line.split("\t")
        if len(name) > 1:
            levels[name] = min(levels.get(name, _NOWHERE), len(code))
    for line in _rows("countries.tsv"):
        _, *names = line.split("\t")
        levels |= {name: _COUNTRY for name in names if len(name) > 1}
    for line in _rows("townships.tsv"):
        for one in line.split("\t")[1].split():
            levels.setdefault(one.lstrip("0123456789"), 9)
    return levels | _REGIONS


def _rows(name: str) -> list[str]:
    lines = (_GAZETTEERS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
