"""What paths, columns and short fields say of date, newspaper, page and authors."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenmai.loaders.read import Details
from wenmai.loaders.read.columns import csv_rows, details_of_row, roles_of
from wenmai.loaders.read.details import date_of_field, details_of_path, page_of_field


@pytest.mark.parametrize(
    ("path", "details"),
    [
        pytest.param(
            "晋中日报_2025-02-17_01.txt", Details("2025-02-17", "晋中日报", "1"), id="name, date, page"
        ),
        pytest.param(
            "晋中日报-20250217-A03.pdf", Details("2025-02-17", "晋中日报", "A03"), id="compact, hyphens"
        ),
        pytest.param(
            "晋中日报 2025年2月17日 第3版.txt", Details("2025-02-17", "晋中日报", "3"), id="in Chinese"
        ),
        pytest.param(
            "晋中日报2025-02-17第12版.txt", Details("2025-02-17", "晋中日报", "12"), id="nothing between"
        ),
        pytest.param("2025-02-17_晋中日报_03版.txt", Details("2025-02-17", "晋中日报", "3"), id="date first"),
        pytest.param("晋中日报/2025-02-17/第3版.txt", Details("2025-02-17", "晋中日报", "3"), id="folders"),
        pytest.param("晋中日报/2025/02/17/3.txt", Details("2025-02-17", "晋中日报"), id="a folder a part"),
        pytest.param("2024-01-01/2025-02-17.txt", Details("2025-02-17"), id="the name before the folder"),
        pytest.param("2024-01-01/2025-02-17/a.txt", Details("2025-02-17"), id="the inner folder first"),
        pytest.param("瞭望_20250217_05.txt", Details("2025-02-17", "瞭望", "5"), id="a magazine"),
        pytest.param(
            "云川之声_20250217_05.txt", Details("2025-02-17", "云川之声", "5"), id="any name in that form"
        ),
        pytest.param("会议纪要_20250217.txt", Details("2025-02-17"), id="no newspaper"),
        pytest.param("会议纪要/报告_01.txt", Details(), id="no date, no page"),
        pytest.param("20250230.txt", Details(), id="no such day"),
        pytest.param("120250217.txt", Details(), id="digits before"),
        pytest.param("202502171.txt", Details(), id="digits behind"),
        pytest.param("000_04bc14e7490a58ad.txt", Details(), id="a hash"),
        pytest.param("rmrb20250217.txt", Details("2025-02-17"), id="letters before"),
        pytest.param("2025-2-7.md", Details("2025-02-07"), id="no noughts"),
        pytest.param("2025.02.17.txt", Details("2025-02-17"), id="points"),
        pytest.param("2025.02.17", Details("2025-02-17"), id="points, no extension"),
    ],
)
def test_path(path: str, details: Details) -> None:
    assert details_of_path(path) == details


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-02-17", "2025-02-17"),
        (" 2025/2/7 ", "2025-02-07"),
        ("20250217", "2025-02-17"),
        ("2025年2月17日", "2025-02-17"),
        ("2025-02-17T08:30:00+08:00", "2025-02-17"),
        ("2025-02-17 08:30", "2025-02-17"),
        ("2025-02", "2025-02"),
        ("2025年2月", "2025-02"),
        ("2025", "2025"),
        ("2025年", "2025"),
        ("2025-13", None),
        ("2025-02-30", None),
        ("2月17日", None),
        ("昨日", None),
        ("见 2025-02-17", None),
        ("", None),
    ],
)
def test_date_field(text: str, iso: str | None) -> None:
    assert date_of_field(text) == iso


@settings(deadline=None)
@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%Y年%m月%d日", "%Y/%m/%d"]),
)
def test_any_date(day: date, form: str) -> None:
    written = day.strftime("%Y") + form[2:].replace("%m", f"{day.month:02}").replace("%d", f"{day.day:02}")
    assert date_of_field(written) == day.isoformat()
    assert details_of_path(f"报/{written.replace('/', '-')}_a.txt").date == day.isoformat()


@pytest.mark.parametrize(
    ("text", "page"),
    [
        *[("01", "1"), ("第1版", "1"), ("03版", "3"), ("A01", "A01"), ("a3版", "A3"), ("12", "12")],
        *[("头版", "头版"), ("", None), ("100", "100"), ("00", "0")],
    ],
)
def test_page_field(text: str, page: str | None) -> None:
    assert page_of_field(text) == page


@pytest.mark.parametrize(
    ("header", "columns", "roles"),
    [
        pytest.param(
            ["标题", "正文", "日期"], (), {"title": "标题", "text": "正文", "date": "日期"}, id="Chinese"
        ),
        pytest.param([" Title", "BODY"], (), {"title": " Title", "text": "BODY"}, id="English, untidy"),
        pytest.param(["內容", "記者"], (), {"text": "內容", "author": "記者"}, id="traditional"),
        pytest.param(["content", "text"], (), {"text": "text"}, id="the more usual of two"),
        pytest.param(["正文", "摘要"], (("text", "摘要"),), {"text": "摘要"}, id="named"),
        pytest.param(
            ["text", "date"], (("title", "text"),), {"title": "text", "date": "date"}, id="named for another"
        ),
        pytest.param(["甲", "乙"], (), {}, id="none known"),
    ],
)
def test_roles(header: list[str], columns: tuple[tuple[str, str], ...], roles: dict[str, str]) -> None:
    assert roles_of(header, columns=columns) == roles


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("陆文舟", ("陆文舟",)),
        ("顾怀远、陆文舟", ("顾怀远", "陆文舟")),
        ("顾怀远，陆文舟;温以宁", ("顾怀远", "陆文舟", "温以宁")),
        ("顾怀远 陆文舟", ("顾怀远", "陆文舟")),
        ("周 圆", ("周 圆",)),
        ("周 圆、魏弘毅", ("周 圆", "魏弘毅")),
        ("John Smith", ("John Smith",)),
        (" ", ()),
    ],
)
def test_authors(author: str, authors: tuple[str, ...]) -> None:
    assert details_of_row({"作者": author}, {"author": "作者"}) == (Details(authors=authors), None)


_cells = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0"), max_size=12
)


@settings(deadline=None)
@given(st.lists(st.lists(_cells, min_size=2, max_size=4), max_size=6), st.sampled_from(",;\t"))
def test_csv_round_trip(rows: list[list[str]], delimiter: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    assert list(csv_rows(written.getvalue(), delimiter=delimiter)) == kept
