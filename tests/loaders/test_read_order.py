"""The reading order of printed pages, on pages set by hand and at random."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenmai.loaders.read.formats.columns_of_page import Run, text_in_order


def line(x: float, y: float, text: str, *, size: float = 10) -> Run:
    """A line of square characters whose top left corner is x, y; y downwards, for easier reading."""
    return Run(x, -y - size, x + size * len(text), -y, text)


def column(x: float, y: float, texts: str, *, size: float = 10, pitch: float = 16) -> list[Run]:
    return [line(x, y + pitch * at, text, size=size) for at, text in enumerate(texts.split())]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        pytest.param([], "", id="nothing"),
        pytest.param(column(0, 0, "第一行 第二行 三"), "第一行\n第二行\n三", id="one column"),
        pytest.param(
            [*column(0, 0, "甲甲甲 乙乙乙 丙丙"), *column(40, 0, "丁丁丁 戊戊戊")],
            "甲甲甲\n乙乙乙\n丙丙\n\n丁丁丁\n戊戊戊",
            id="two columns on one grid",
        ),
        pytest.param(
            [*column(0, 0, "甲甲甲 乙乙乙 丙丙"), *column(40, 5, "丁丁丁 戊戊戊", pitch=13)],
            "甲甲甲\n乙乙乙\n丙丙\n\n丁丁丁\n戊戊戊",
            id="two columns, lines not level",
        ),
        pytest.param(
            [
                line(0, 0, "通栏标题", size=20),
                *column(0, 30, "甲甲甲 乙乙乙"),
                *column(40, 30, "丁丁丁 戊戊戊"),
                line(0, 70, "通栏的一行字"),
                *column(0, 90, "己己己 庚庚庚"),
                *column(40, 90, "辛辛辛 壬壬壬"),
            ],
            "通栏标题\n\n甲甲甲\n乙乙乙\n\n丁丁丁\n戊戊戊\n\n通栏的一行字\n\n己己己\n庚庚庚\n\n辛辛辛\n壬壬壬",
            id="what runs across parts the columns",
        ),
        pytest.param(
            [
                *column(0, 0, "甲甲甲 乙乙乙 丙丙丙"),
                *column(40, 0, "丁丁丁 戊戊戊 己己己"),
                *column(0, 90, "庚庚庚 辛辛辛"),
                *column(40, 90, "壬壬壬 癸癸癸"),
            ],
            "甲甲甲\n乙乙乙\n丙丙丙\n\n丁丁丁\n戊戊戊\n己己己\n\n庚庚庚\n辛辛辛\n\n壬壬壬\n癸癸癸",
            id="a white band parts two stories",
        ),
        pytest.param(
            [line(30 * at, 0, character) for at, character in enumerate("加快科技")],
            "加 快 科 技",
            id="a letter-spaced headline is one line",
        ),
        pytest.param(
            [line(0, 0, "标题大字", size=20), line(0, 24, "正文小字"), line(0, 40, "接着")],
            "标题大字\n\n正文小字\n接着",
            id="a change in size",
        ),
        pytest.param(
            [
                *column(0, 0, "甲甲甲 乙乙乙 丙丙丙 丁丁丁 戊戊戊 己己己"),
                line(40, 0, "小标题一"),
                *column(40, 16, "庚庚 辛辛 壬壬"),
                *column(70, 16, "癸癸 子子 丑丑"),
            ],
            "甲甲甲\n乙乙乙\n丙丙丙\n丁丁丁\n戊戊戊\n己己己\n\n小标题一\n\n庚庚\n辛辛\n壬壬\n\n癸癸\n子子\n丑丑",
            id="columns beside columns",
        ),
    ],
)
def test_order(runs: list[Run], text: str) -> None:
    assert text_in_order(runs) == text
    assert text_in_order(list(reversed(runs))) == text


@st.composite
def _pages(draw: st.DrawFn) -> tuple[list[Run], str]:
    """A page of one to four columns of six to twenty lines, full but for the ends of paragraphs."""
    count, width = draw(st.integers(1, 4)), draw(st.integers(8, 18))
    gutter = draw(st.floats(12, 40))
    runs: list[Run] = []
    blocks: list[str] = []
    top = 0.0
    if draw(st.booleans()):
        headline = "题" * int((count * (width * 10 + gutter) - gutter) // 20)
        runs.append(line(0, 0, headline, size=20))
        blocks.append(headline)
        top = 20 + draw(st.floats(4, 20))
    pitch = draw(st.floats(12, 18))
    for index in range(count):
        lines = []
        for at in range(draw(st.integers(6, 20))):
            length = draw(st.integers(2, width)) if at % 5 == 4 else width
            lines.append(chr(0x4E00 + 100 * index + at) * length)
        down = draw(st.floats(0, 6)) if count > 1 else 0
        runs += column(index * (width * 10 + gutter), top + down, " ".join(lines), pitch=pitch)
        blocks.append("\n".join(lines))
    return draw(st.permutations(runs)), "\n\n".join(blocks)


@given(_pages())
@settings(deadline=None)
def test_random_pages(page: tuple[list[Run], str]) -> None:
    runs, text = page
    assert text_in_order(runs) == text
