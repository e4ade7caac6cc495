"""What a line is by its form alone: by-line, credit, furniture, or none of them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from wenmai.graph.page.forms import Credit, read_credit, read_jump
from wenmai.graph.page.forms.furniture import is_furniture
from wenmai.graph.page.forms.grammar import HAN
from wenmai.graph.page.forms.traditional import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wenmai.graph.page.layout.lines import Line
    from wenmai.graph.page.layout.setting import Setting


class Shape(StrEnum):
    """What a part of a page is by its form."""

    BODY = "body"
    DISPLAY = "display"
    BYLINE = "byline"
    FURNITURE = "furniture"


# Cheap: whether a line may be a form at all.
_SIGNS = (
    "记者 通讯员 摄 讯 编 版 据 图 《 完 年 月 号 @ 者 员 ■ ● □ ◎ ▲ ◆ ◇ 星期 www 绘 实习 整理 审 热线",
    r"电[）)】]?$ [报刊]$ [）)】]$ ^[（(\-—─_*=~] ^[A-Z]?\d{1,2} 20\d\d[.\-/] 周[一二三四五六日]",
    r"[文图]\s*[/／] [/／]\s*[文图摄]",
)
_FORM = re.compile("|".join(" ".join(_SIGNS).split()))
_RUNNING = re.compile(r"[，。；！？,;!?…]")
_SAID = re.compile(r"^[（(【]|记\s*者|通\s*讯|作\s*者|来\s*源")
_UNBALANCED = re.compile(r"[（(【][^）)】]*$|^[^（(【]*[）)】]")
_SPACED_NAME = re.compile(rf"\s*[{HAN}]\s+[{HAN}]\s*")
_NAMES = re.compile(rf"[\s■●□◎◆◇▲]*(?:[{HAN}·]{{1,4}}(?:[\s、，,]+|$)){{1,12}}")
_LISTED = re.compile(r"[，、；。,]|[的和与在把被将及或给让于（(“‘—·/]$")
_LONGEST = 120


def line_forms(lines: Sequence[Line], setting: Setting) -> list[Credit | Shape | None]:
    """For each line its credit, FURNITURE, or None."""
    forms = [_form(line) for line in lines]
    for at, form in enumerate(forms):
        if at and isinstance(form, Credit) and form.bare and not form.mark and _runs_on(lines, at, setting):
            forms[at] = None
    return forms


def _form(line: Line) -> Credit | Shape | None:
    if len(line.text) > _LONGEST:
        return None
    text = plain(line.text)
    if not line.level and not _FORM.search(text):
        return read_credit(line.raw) if _NAMES.fullmatch(line.raw) else None
    if is_furniture(text):
        return Shape.FURNITURE
    broken = _UNBALANCED.search(text) or (_RUNNING.search(text) and not _SAID.search(text))
    credit = None if line.level or broken or read_jump(text) else read_credit(line.raw)
    return Shape.FURNITURE if credit and credit.editors else credit


def _runs_on(lines: Sequence[Line], at: int, setting: Setting) -> bool:
    """Whether a line of names goes on with a list that the line before breaks off."""
    before, line = lines[at - 1], lines[at]
    if before.closed or line.gap > setting.tight or _SPACED_NAME.fullmatch(line.raw):
        return False
    return _LISTED.search(before.text) is not None or setting.is_common(before)
