"""Jump lines: （上接第1版）, 下转第三版, ▲上接A01版."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class JumpKind(StrEnum):
    """Which way a jump line points."""

    FROM = "from"
    ON = "on"


class Jump(NamedTuple):
    """A jump line and where it stands in the text that was read."""

    kind: JumpKind
    page: str
    start: int
    end: int


_MARK = r"[▲△▼▽►▶◄◀→←■●◆★☆>\s]*"
_WAYS = r"上\s*接|下\s*转|转\s*接|转\s*入|转\s*自|转|接"
_PAGE = r"[A-Z]?\s?\d{1,3}|[一二三四五六七八九十]{1,3}"
_JUMP = re.compile(
    rf"{_MARK}(?P<open>[（(【\[〔])?{_MARK}(?:紧|文)?(?P<kind>{_WAYS})\s*(?:本\s*报\s*)?(?P<nth>第\s*)?(?P<page>{_PAGE})\s*[版页]"
    rf"(?:[^（）()【】。]{{0,40}}(?=[）)】\]〕]))?{_MARK}(?P<close>[）)】\]〕])?{_MARK}"
)
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")}


def page_number(text: str) -> str:
    """A page's number as a paper prints it elsewhere: 第三版 and 03版 are both 3, A01 stays."""
    text = re.sub(r"\s", "", text)
    if text.isdigit():
        return str(int(text))
    if text[0].isascii():
        return text
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return str(_DIGITS.get(text[-1], 0))
    return str((_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0))


def read_jump(text: str, *, at_end: bool = False) -> Jump | None:
    """The jump line that a text begins with (or, `at_end`, ends with).

    A jump inside running text is a remark to the reader, none of ours; a bare 转3版 counts only
    in brackets.
    """
    if at_end:
        tail = len(text) - min(len(text), 60)
        for match in _JUMP.finditer(text, tail):
            if match.end() == len(text):
                return _jump(match)
        return None
    first = _JUMP.match(text)
    return _jump(first) if first else None


def _jump(match: re.Match[str]) -> Jump | None:
    kind = re.sub(r"\s", "", match["kind"])
    if len(kind) == 1 and not (match["open"] and match["close"]):
        return None
    if not (match["open"] or match["nth"] or len(kind) == 2):
        return None
    way = JumpKind.FROM if kind in ("上接", "转自", "接") else JumpKind.ON
    return Jump(way, page_number(match["page"]), match.start(), match.end())
