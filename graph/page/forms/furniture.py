"""What a paper prints on every page: its name, the date, page numbers, telephone numbers, editors."""

from __future__ import annotations

import re

from wenmai.graph.page.forms.grammar import EDITOR, HAN, PAPER_KINDS

_CHINESE_YEAR = r"二[〇○零Ｏ][〇○零一二三四五六七八九]{2}"
_NUMERAL = r"[一二三四五六七八九十]{1,3}"
_FULL_DATE = re.compile(
    rf"(?P<y>(?:19|20)\d{{2}}|{_CHINESE_YEAR})\s*(?:年|[-./])\s*(?P<m>\d{{1,2}}|{_NUMERAL})\s*(?:月|[-./])"
    rf"\s*(?P<d>\d{{1,2}}|{_NUMERAL})"
)
_PAPER_NAME = re.compile(rf"[{HAN}]{{2,8}}(?:{'|'.join(PAPER_KINDS.split())})(?![{HAN}])")
_DATE = (
    r"(?P<date>(?:19|20)\d{2}\s*(?:年|[-./])\s*\d{1,2}\s*(?:月|[-./])\s*\d{1,2}\s*日?"
    rf"|{_CHINESE_YEAR}年{_NUMERAL}月{_NUMERAL}日)"
)
_LUNAR = (
    r"(?P<lunar>(?:农历|夏历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?"
    r"[正一二三四五六七八九十冬腊闰]{1,3}月(?:初|十|廿|二十|三十)[一二三四五六七八九十]?)"
)
_SHEET = (
    rf"(?P<sheet>(?:第\s*)?[A-Z]?\s?\d{{1,3}}\s*版|第\s*{_NUMERAL}\s*版|今日\s*(?:\d+|{_NUMERAL})\s*版"
    r"|(?:\d{4}\s*年\s*)?总?第\s*\d+\s*期|(?:[A-Z]|(?<![0-9.]))0\d(?![0-9.])|^\s*[A-Z]?\d{1,2}\s*$)"
)
_CONTACT = (
    r"(?P<contact>(?:新闻|读者|服务|广告|投稿|报料|订阅|发行)?"
    r"(?:热线|电话|邮箱|信箱|传真|网址|电子信箱|地址|邮编|邮政编码)\s*[:：]\s*[\w.@\-—()（）]{4,40}"
    r"|(?:https?://|www\.)[\w./\-]+|E-?mail\s*[:：]?\s*[\w.@-]+"
    r"|国内统一(?:连续出版物|刊)号?.{0,24}|CN\s*\d\d\s*-\s*\d{3,4}|邮发代号\s*[:：]?\s*[\d\-—]+"
    r"|零售.{0,8}元|.{2,8}主管\s*.{2,8}主办)"
)
_MONTH = r"(?P<month>(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月(?!\s*\d))"
_WEEK = r"(?P<week>星\s*期\s*[一二三四五六日天]|周[一二三四五六日](?![\u4e00-\u9fff]))"
_EDITORS = rf"(?P<editors>(?:{EDITOR})[^:：]{{2,14}}?(?=(?:{EDITOR})|$))"
_WEB_WORDS = "来源|发布时间|发布日期|时间|日期|作者|浏览|阅读|点击|字号"
_WEB = (
    rf"(?P<web>(?:{_WEB_WORDS})(?:次数|量)?\s*[:：]\s*[^:：|｜]{{0,16}}?(?={_WEB_WORDS}|\d{{4}}|[|｜]|$)"
    r"|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)"
)
_PAPER = rf"(?P<paper>{_PAPER_NAME.pattern})"
_PIECES = re.compile("|".join((_DATE, _MONTH, _WEEK, _WEB, _LUNAR, _EDITORS, _PAPER, _SHEET, _CONTACT)))
_SECTION = re.compile(rf"[{HAN}]{{0,8}}")
_LEFT_OVER = re.compile(r"[\s|｜丨·•:：/\-—─━_=*()（）\[\]【】]+")
_SAYS = re.compile(r"[转接讯电摄]|记者")
_HAS = re.compile(r"[0-9版报期年周刊@]|www|http|星\s*期")
_RULE = re.compile(r"[\s\-—─━_=*~·•.…]{3,}|[-*_—]")
_DIGIT = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0}


def is_furniture(text: str) -> bool:
    """Whether a line holds nothing but the page's own signs; `text` may hold layout white space."""
    if len(text) > 120:
        return False
    text = text.lstrip("# ")
    if _RULE.fullmatch(text) and "……" not in text:
        return True
    if not _HAS.search(text):
        return False
    found = list(_PIECES.finditer(text))
    if not found:
        return False
    rest = _LEFT_OVER.sub("", _PIECES.sub("", text))
    if not rest:
        kinds = {piece.lastgroup for piece in found}
        return kinds != {"web"} and (_SAYS.search(text) is None or "editors" in kinds)
    named = {piece.lastgroup for piece in found} & {"date", "sheet", "paper"}
    section = _SECTION.fullmatch(rest) is not None and _SAYS.search(text) is None
    return section and (len(named) >= 2 or (bool(named) and len(rest) <= 4))


def masthead(text: str) -> str | None:
    """The paper's name on a line of furniture."""
    found = _PAPER_NAME.search(re.sub(r"\s", "", text))
    return found.group() if found else None


def full_date(text: str) -> str | None:
    """The first full date in a text, as ISO; None if it has none that the calendar knows."""
    found = _FULL_DATE.search(text)
    if not found:
        return None
    year = number(found["y"]) if not found["y"].isdigit() else int(found["y"])
    return iso(year, number(found["m"]), number(found["d"]))


def number(text: str) -> int:
    """Digits or Chinese numerals up to 99, or a year written sign by sign."""
    if text.isdigit():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGIT.get(tens, 1) if tens else 1) * 10 + (_DIGIT.get(ones, 0) if ones else 0)
    value = 0
    for sign in text:
        value = value * 10 + _DIGIT.get(sign, 0)
    return value


_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def iso(year: int, month: int, day: int | None = None) -> str | None:
    """YYYY-MM-DD or YYYY-MM; None for a day that does not exist."""
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not 1 <= day <= _DAYS[month - 1] or (month == 2 and day == 29 and not leap):
        return None
    return f"{year:04}-{month:02}-{day:02}"
