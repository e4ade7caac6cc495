from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.mentions import mentions_of
from wenmai.graph.page import read_page
from wenmai.graph.page.markup import unmark
from wenmai.graph.text.view import BLANK
from wenmai.graph.values import EntityType

FIRST = "县里把三座旧仓库改成了图书馆，每天开到晚上九点。"
SECOND = "来的人多半是放学的孩子和下班的工人。"
TAIL = FIRST + SECOND


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        pytest.param("# 题目", "  题目", id="a heading"),
        pytest.param("##苏晚晴当选", "  苏晚晴当选", id="a heading without a blank"),
        pytest.param("文\r\n  ### 题目 ###\r\n文", "文\r\n      题目    \r\n文", id="closed, indented"),
        pytest.param("#春耕# 开始了", "#春耕# 开始了", id="a tag is no heading"),
        pytest.param("####### 题", "####### 题", id="seven are no heading"),
        pytest.param("C# 语言", "C# 语言", id="not at the beginning of a line"),
        pytest.param("**白沙县**9月6日", "  白沙县  9月6日", id="bold"),
        pytest.param("县里**两座**仓库", "县里  两座  仓库", id="bold in mid-text"),
        pytest.param("**白沙\n县**说", "  白沙\n县  说", id="bold over a line"),
        pytest.param("**白沙\n\n县**说", "**白沙\n\n县**说", id="not over a paragraph"),
        pytest.param("__白沙县__ 说", "  白沙县   说", id="underlined"),
        pytest.param("姓名__县__", "姓名__县__", id="blanks to fill in"),
        pytest.param("张**、李**被判刑", "张**、李**被判刑", id="hidden names"),
        pytest.param("张**和李**被判刑", "张**和李**被判刑", id="hidden names without a stop"),
        pytest.param("**没有完", "**没有完", id="one alone"),
        pytest.param("***", "***", id="a rule"),
        pytest.param("> 他说\n> > 好", "  他说\n    好", id="quotes"),
        pytest.param("三>二", "三>二", id="greater than"),
        pytest.param("- 一件\n- 两件", "  一件\n  两件", id="a list"),
        pytest.param("- 一件\n文", "- 一件\n文", id="one dash is no list"),
        pytest.param("-5℃\n-6℃", "-5℃\n-6℃", id="frost"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_marks_are_blanked(source, seen):
    assert unmark(source).text.replace(BLANK, " ") == seen


@pytest.mark.parametrize(
    ("source", "sentences", "headline"),
    [
        pytest.param(
            f"##苏晚晴当选沅川市市长\n\n**白沙县**9月6日，{TAIL}",
            [
                "苏晚晴当选沅川市市长",
                "白沙县9月6日，" + FIRST,
                SECOND,
            ],
            "苏晚晴当选沅川市市长",
            id="a heading, bold words",
        ),
        pytest.param(
            f"# **旧仓库**里的书声\n\n> {TAIL}",
            ["旧仓库里的书声", FIRST, SECOND],
            "旧仓库里的书声",
            id="bold in a heading, a quote",
        ),
        pytest.param(
            "旧仓库里的书声\n\n- 县里把三座旧仓库改成了图书馆。\n- 来的人多半是下班的工人。",
            ["旧仓库里的书声", "县里把三座旧仓库改成了图书馆。", "来的人多半是下班的工人。"],
            "旧仓库里的书声",
            id="a list",
        ),
    ],
)
def test_no_mark_shows_in_a_sentence(source, sentences, headline):
    page = read_page(source, source="x")
    assert [page.text(sentence) for sentence in page.sentences] == sentences
    assert page.articles[0].headline == headline


def test_a_bold_byline_is_read():
    source = f"# 旧仓库里的书声\n\n**本报记者 李 秋**\n\n{TAIL}"
    page = read_page(source, source="x")
    assert page.articles[0].authors == ("李秋",)
    ((start, end),) = [page.view.to_source(span.start, span.end) for span in page.credited]
    assert source[start:end] == "李 秋"


@pytest.mark.parametrize(
    ("source", "name", "kept"),
    [
        pytest.param(f"**白沙县**9月6日，{TAIL}", "白沙县", ["白沙县"], id="between marks"),
        pytest.param(f"白沙**县**9月6日，{TAIL}", "白沙县", [], id="across a mark"),
        pytest.param(
            f"{TAIL}到**白沙县\n城**去，{TAIL}", "白沙县城", ["白沙县城"], id="between marks, over a line"
        ),
    ],
)
def test_a_name_crosses_no_mark(source, name, kept):
    page = read_page(source, source="x")
    at = page.view.text.index(name)
    found = mentions_of(page, [Found(at, at + len(name), EntityType.PLACE)])
    assert [mention.text for mention in found] == kept
    assert all("".join(source[m.start : m.end].split()) == m.text for m in found)


TEXTS = st.lists(
    st.sampled_from(
        ["**", "__", "# ", "##", "> ", "- ", "* ", "\n", "\n\n", " ", "县", "王", "A", "。", "“", "*", "_"]
    ),
    max_size=30,
).map("".join)


@settings(deadline=None)
@given(TEXTS)
def test_only_marks_are_blanked_and_no_offset_moves(source):
    seen = unmark(source)
    assert len(seen.text) == len(source)
    assert all(a == b or (b == BLANK and a in "*_#>-+ \t") for a, b in zip(source, seen.text, strict=True))
    assert list(seen.marks) == sorted(set(seen.marks))


@settings(deadline=None)
@given(TEXTS)
@example("A**A**")
@example("**A** A")
@example("A **A** A")
def test_what_crosses_no_mark_stands_in_the_source(source):
    page = read_page(source, source="x")
    ends = [0, *page.marks, len(page.view)]
    for start, end in pairwise(ends):
        if start < end:
            begin, stop = page.view.to_source(start, end)
            assert "".join(source[begin:stop].split()) == "".join(page.view.text[start:end].split())
