"""What paths and short fields say of a document: its date, its newspaper, its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from wenmai.loaders.read.document import Details

_DATE = re.compile(
    r"(?<!\d)(?P<y>(?:1[89]|20)\d\d)"
    r"(?:(?P<m>\d\d)(?P<d>\d\d)"
    r"|(?P<s>[-_./])(?P<m2>\d\d?)[-_./](?P<d2>\d\d?)"
    r"|\s*年\s*(?P<m3>\d\d?)\s*月\s*(?P<d3>\d\d?)\s*日)(?!\d)"
)
_MONTH = re.compile(r"(?P<y>(?:1[89]|20)\d\d)(?:[-/.](?P<m>\d\d?)|年(?P<m2>\d\d?)月|年?)")
_PAPER = re.compile(
    r"[\u4e00-\u9fff·（）()]{1,20}(?:报|報|刊|周刊|週刊|参考消息|时讯|新闻)|参考消息|半月谈|瞭望|求是|新华社|中新社"
)
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,20}")
_PAGE = re.compile(r"第?0*(\d{1,3})[版面]|0*(\d{1,3})|([A-Za-z]\d{1,3})[版面]?")
_SEPARATORS = re.compile(r"[_\-\s.,，、—–]+")


def dates(text: str) -> Iterator[tuple[str, int, int]]:
    """The full dates written in a text, as ISO, with where they stand; impossible ones left out."""
    for match in _DATE.finditer(text):
        year = int(match["y"])
        month = int(match["m"] or match["m2"] or match["m3"])
        day = int(match["d"] or match["d2"] or match["d3"])
        try:
            yield date(year, month, day).isoformat(), match.start(), match.end()
        except ValueError:
            continue


def date_of_field(text: str) -> str | None:
    """The ISO date that a field of a table says, to the precision known; None: not understood.

    Reads 2025-02-17 (also with a time behind it), 20250217, 2025/2/17, 2025年2月17日, and
    without the day or the month.
    """
    text = text.strip()
    for found, start, _ in dates(text):
        return found if start == 0 else None
    match = _MONTH.fullmatch(text)
    if match is None:
        return None
    month = match["m"] or match["m2"]
    if month is None:
        return match["y"]
    return f"{match['y']}-{int(month):02d}" if 1 <= int(month) <= 12 else None


def page_of_field(text: str) -> str | None:
    """A page as jump lines name it: 01 and 第1版 are 1, A01 stays A01."""
    text = text.strip()
    match = _PAGE.fullmatch(text)
    if match is None:
        return text or None
    return match[1] or match[2] or match[3].upper()


def details_of_path(path: str) -> Details:
    """What a path says; the file name is asked first, then its folders from the inside out.

    The page and the newspaper are read from names like 晋中日报_2025-02-17_01.txt,
    晋中日报/20250217/第3版.txt.
    """
    pure = PurePosixPath(path)
    parts = [
        pure.stem if pure.suffix and not pure.suffix[1:].isdigit() else pure.name,
        *reversed(pure.parts[:-1]),
    ]
    found = Details()
    for part in parts:
        found = found.over(details_of_name(part))
    if found.date is None:  # 2025/02/17/a.txt
        found = next((Details(date=day) for day, _, _ in dates(path)), Details()).over(found)
    return found


def details_of_name(name: str) -> Details:
    """What one file or folder name says."""
    day, start, end = next(dates(name), (None, len(name), len(name)))
    before = [token for token in _SEPARATORS.split(name[:start]) if token]
    after = [token for token in _SEPARATORS.split(name[end:]) if token]
    page = next((page for token in before + after if (page := _sure_page(token))), None)
    if page is None and day and after and _PAGE.fullmatch(after[0]):
        page = page_of_field(after[0])
    paper = next((token for token in before + after if _PAPER.fullmatch(token)), None)
    if paper is None and day and page and len(before) == 1 and _NAME.fullmatch(before[0]):
        paper = before[0]  # name, date, page: the form speaks for itself
    return Details(date=day, publication=paper, page=page)


def _sure_page(token: str) -> str | None:
    """A page that says 版: 第1版, 01版, A3版."""
    return page_of_field(token) if token.endswith("版") and _PAGE.fullmatch(token) else None
