from __future__ import annotations

import pytest

from wenmai.graph.page import read_page
from wenmai.graph.page.dates import article_date, page_year
from wenmai.graph.page.forms.furniture import full_date, is_furniture, iso, masthead
from wenmai.graph.values import DateMethod

GIVEN, INFERRED, UNKNOWN = DateMethod.GIVEN, DateMethod.INFERRED, DateMethod.UNKNOWN


@pytest.mark.parametrize(
    ("lead", "day", "given", "printed", "year", "date"),
    [
        pytest.param("县里开会。", None, "2025-02-17", None, 2024, ("2025-02-17", GIVEN), id="the user says"),
        pytest.param(
            "县里开会。", None, None, "2025-02-17", 2024, ("2025-02-17", GIVEN), id="printed on the page"
        ),
        pytest.param(
            "县里开会。", None, "2025-02-17", "2025-02-18", None, ("2025-02-17", GIVEN), id="the user first"
        ),
        pytest.param(
            "会议召开。",
            "2月14日",
            "2025-02-17",
            None,
            None,
            ("2025-02-14", INFERRED),
            id="dateline, year of the issue",
        ),
        pytest.param(
            "会议召开。",
            "12月31日",
            "2025-01-02",
            None,
            None,
            ("2024-12-31", INFERRED),
            id="dateline of last year",
        ),
        pytest.param(
            "会议召开。",
            "14日",
            "2025-02-17",
            None,
            None,
            ("2025-02-14", INFERRED),
            id="dateline with the day alone",
        ),
        pytest.param(
            "会议召开。",
            "2月17日",
            "2025-02-17",
            None,
            None,
            ("2025-02-17", GIVEN),
            id="dateline of the issue's day",
        ),
        pytest.param(
            "会议召开。",
            "8月1日",
            "2025-02-17",
            None,
            None,
            ("2025-02-17", GIVEN),
            id="a dateline far off is none",
        ),
        pytest.param(
            "会议召开。",
            "2月14日",
            None,
            None,
            2025,
            ("2025-02-14", INFERRED),
            id="dateline, year of the page",
        ),
        pytest.param(
            "会议召开。",
            "2月14日",
            "2025",
            None,
            2023,
            ("2025-02-14", INFERRED),
            id="the user knows the year",
        ),
        pytest.param(
            "1月21日，县里开会。", None, None, None, 2025, ("2025-01-21", INFERRED), id="the lead's day"
        ),
        pytest.param(
            "2025年1月21日，县里开会。",
            None,
            None,
            None,
            None,
            ("2025-01-21", GIVEN),
            id="in full in the lead",
        ),
        pytest.param(
            "2025年1月，县里开会。", None, None, None, None, ("2025-01", INFERRED), id="month and year"
        ),
        pytest.param("1月21日，县里开会。", None, None, None, None, (None, UNKNOWN), id="no year is guessed"),
        pytest.param(
            "昨日，县里开会。", None, None, None, 2025, (None, UNKNOWN), id="yesterday of an unknown day"
        ),
        pytest.param("近日，县里开会。", None, "2025-02-17", None, None, ("2025-02-17", GIVEN), id="lately"),
        pytest.param("2月30日，县里开会。", None, None, None, 2025, (None, UNKNOWN), id="no such day"),
        pytest.param("县里开会。", None, "2025-02", None, None, ("2025-02", GIVEN), id="a month is given"),
        pytest.param(
            "县里开会。", "2月14日", "not a date", None, None, ("not a date", GIVEN), id="given as it is"
        ),
    ],
)
def test_article_date(lead, day, given, printed, year, date):
    assert article_date(lead, day, given=given, printed=printed, year=year) == date


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("2025年开局良好，2025年目标已定。2024年增长5%。", 2025, id="the latest that is common"),
        pytest.param("到2030年建成，2025年开工，2025年投资翻番。", 2025, id="years of plans are left out"),
        pytest.param("到2026年建成，至2026年见效。2025年开工。", 2025, id="however near"),
        pytest.param("2027年底前完成。2025年启动。", 2025, id="deadlines too"),
        pytest.param(
            "1998年洪水，2024年大旱，2024年重建，2024年完工。",
            2024,
            id="old years are far from the common one",
        ),
        pytest.param("今年形势很好。", None, id="no year"),
        pytest.param("《方案（2025年版）》", None, id="an edition is no year"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_page_year(text, year):
    assert page_year(text) == year


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("2025年2月14日 星期五", "2025-02-14", id="digits"),
        pytest.param("2025 年 2 月 14 日", "2025-02-14", id="spaced"),
        pytest.param("二〇二五年二月十四日", "2025-02-14", id="Chinese numerals"),
        pytest.param("二〇二四年十二月三十一日", "2024-12-31", id="tens"),
        pytest.param("2025年2月30日", None, id="no such day"),
        pytest.param("2月14日", None, id="no year"),
    ],
)
def test_full_date(text, date):
    assert full_date(text) == date


@pytest.mark.parametrize(
    ("year", "month", "day", "date"),
    [
        (2024, 2, 29, "2024-02-29"),
        (2025, 2, 29, None),
        (1900, 2, 29, None),
        (2000, 2, 29, "2000-02-29"),
        (2025, 4, 31, None),
        (2025, 13, 1, None),
        (2025, 1, 0, None),
        (2025, 6, None, "2025-06"),
    ],
)
def test_iso(year, month, day, date):
    assert iso(year, month, day) == date


@pytest.mark.parametrize(
    "line",
    [
        "云川日报",
        "2025年2月14日 星期五",
        "云川日报　2025年2月17日　星期一　第01版　要闻",
        "03 要闻 2025年2月17日 星期一",
        "第3版",
        "A03",
        "03",
        "汉江晚报　2025.6.4　A05",
        "第03版　综合　　责任编辑：石　竹",
        "新闻热线：0354-3112233",
        "------",
        "二〇二五年二月十四日",
        "星期五 乙巳年正月十七",
        "## 2025.11.13 星期四 A01 头条",
        "2025年第5期（总第61期） 2025年5月9日",
        "国内统一刊号 CN 14-0012",
        "www.example.com",
    ],
)
def test_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "2024年升至11位",
        "发明专利",
        "104.5万件",
        "高质量发展",
        "1号产业",
        "2025年",
        "周五去看展",
        "",
        "（下转第3版）",
        "三版地图出版",
        "6月7日　多云　22～30℃",
        "……",
    ],
)
def test_no_furniture(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "paper"),
    [("云 川 日 报", "云川日报"), ("2025年2月14日", None), ("南湖周刊 03版", "南湖周刊"), ("本报讯", None)],
)
def test_masthead(line, paper):
    assert masthead(line) == paper


BODY = "县里把三座旧仓库改成了图书馆。来的人多半是放学的孩子和下班的工人，管理员说周末座位不够。"


def test_the_page_prints_its_date_and_name():
    page = read_page(f"云川日报 2025年2月14日 星期五 第3版\n\n旧仓库里的书声\n\n{BODY}", source="x")
    (article,) = page.articles
    assert (article.date, article.date_method, article.publication) == ("2025-02-14", GIVEN, "云川日报")


def test_what_the_user_says_comes_before_what_the_page_prints():
    text = f"云川日报 2025年2月14日 星期五 第3版\n\n旧仓库里的书声\n\n{BODY}"
    (article,) = read_page(text, source="x", date="2025-03-01", publication="清江晚报", page="5").articles
    assert (article.date, article.publication, article.page) == ("2025-03-01", "清江晚报", "5")


@pytest.mark.parametrize(
    "line",
    ["2025-02-14 10:30  来源：云川日报", "发布时间：2025年02月14日 来源：云川日报"],
)
def test_a_web_page_dates_its_article(line):
    (article,) = read_page(f"旧仓库里的书声\n{line}\n\n{BODY}\n", source="x").articles
    assert (article.headline, article.date, article.date_method) == ("旧仓库里的书声", "2025-02-14", GIVEN)
