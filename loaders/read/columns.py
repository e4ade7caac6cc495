"""Rows of tables: which column is what, by its usual Chinese or English name."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from wenmai.loaders.read.details import date_of_field, page_of_field
from wenmai.loaders.read.document import Details
from wenmai.loaders.words import say

Row = Mapping[str, str]

USUAL_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "fulltext", "full_text", "正文", "内容", "全文", "文本", "內容"),
    "title": ("title", "headline", "标题", "题目", "题名", "標題", "題名"),
    "date": (
        *("date", "pubdate", "pub_date", "publish_date", "published", "published_at", "publish_time"),
        *("日期", "发布日期", "出版日期", "发表日期", "发布时间", "时间", "發佈日期", "時間"),
    ),
    "publication": (
        *("publication", "newspaper", "paper", "source", "media"),
        *("报纸", "报名", "报刊", "刊名", "来源", "媒体", "報紙", "來源", "媒體"),
    ),
    "author": ("author", "authors", "byline", "reporter", "作者", "记者", "署名", "記者"),
    "page": ("page", "page_number", "版面", "版次", "版", "页码", "頁碼"),
    "file": ("file", "filename", "file_name", "path", "文件", "文件名", "路径", "檔案", "檔名"),
}


class TableError(ValueError):
    """The table cannot be read; the message is for the user."""


def roles_of(header: Sequence[str], *, columns: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """Which column plays which role: as `columns` says, else by the usual names, case apart.

    Raises:
        TableError: a column that `columns` names is not there.
    """
    plain = {name.strip().casefold(): name for name in reversed(header)}  # of two alike, the first
    roles: dict[str, str] = {}
    for role, name in columns:
        if name.strip().casefold() not in plain:
            there = ", ".join(header)
            raise TableError(
                say(f"没有“{name}”这一列；有：{there}", f"it has no column {name}; it has {there}")
            )
        roles[role] = plain[name.strip().casefold()]
    taken = set(roles.values())
    for role, names in USUAL_NAMES.items():
        column = next((plain[name] for name in names if name in plain and plain[name] not in taken), None)
        if role not in roles and column is not None:
            roles[role] = column
            taken.add(column)
    return roles


def details_of_row(row: Row, roles: Mapping[str, str]) -> tuple[Details, str | None]:
    """What a row says but for its text; and its date as written where that is not understood."""
    said = {role: row.get(column, "").strip() for role, column in roles.items()}
    date = date_of_field(said["date"]) if said.get("date") else None
    details = Details(
        date=date,
        publication=said.get("publication") or None,
        page=page_of_field(said.get("page", "")),
        headline=said.get("title") or None,
        authors=_authors(said.get("author", "")),
    )
    return details, said["date"] if said.get("date") and date is None else None


def _authors(text: str) -> tuple[str, ...]:
    """The persons of an author field: between 、 ， ; and, where all is Chinese, blanks."""
    names = [name.strip() for name in re.split(r"[、，,;；/|]+", text)]
    parts = [
        part
        for name in names
        for part in (name.split() if re.fullmatch(r"[\u4e00-\u9fff·\s]+", name) else [name])
    ]
    spaced = any(len(part) == 1 for part in parts)  # 周 圆: a name set with blanks, not two
    return tuple(name for name in (names if spaced else parts) if name)


def csv_rows(text: str, *, delimiter: str | None = None) -> Iterator[list[str]]:
    """The records of a CSV text, blank lines left out; `delimiter` is seen from the first line.

    Raises:
        TableError: a quotation is left open, or goes on behind its end.
    """
    csv.field_size_limit(2**31 - 1)
    if delimiter is None:
        first = text[: text.find("\n")] if "\n" in text else text
        delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(field.strip() for field in row):
                yield row
    except csv.Error as error:
        line = reader.line_num
        raise TableError(
            say(
                f"第 {line} 行引号不配对（{error}）；请检查",
                f"line {line}: quotation marks do not match ({error})",
            )
        ) from None
