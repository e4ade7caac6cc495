"""Traditional characters read as simplified ones, every offset in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.page import read_page
from wenmai.loaders.read.simplify import simplified, simplified_page


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("臺灣與臺北", "台湾与台北", id="names"),
        pytest.param("乾隆年間，乾燥的頭髮。", "乾隆年间，干燥的头发。", id="by the word"),
        pytest.param("晋中市委 OpenAI 2025", "晋中市委 OpenAI 2025", id="nothing to do"),
        pytest.param("", "", id="empty"),
        pytest.param("𠮷野家在臺灣😀", "𠮷野家在台湾😀", id="astral"),
    ],
)
def test_simplified(text: str, read: str) -> None:
    assert simplified(text) == read


@given(st.text(st.characters(codec="utf-8")) | st.text("臺灣乾隆燥髮發后後裏里。！\n", max_size=60))
def test_length_stays(text: str) -> None:
    assert len(simplified(text)) == len(text)


def test_offsets_of_a_page_stay() -> None:
    text = "臺 北 簽 約\n\n本報訊（記者 陳國興）臺灣代表\n團到廈門。"
    page = read_page(text, source="a.txt")
    simple = simplified_page(page)
    assert simple.view.at == page.view.at
    assert [s.span for s in simple.sentences] == [s.span for s in page.sentences]
    assert "台湾代表团到厦门。" in simple.view.text
    start = simple.view.text.index("台湾")
    assert text[slice(*simple.view.to_source(start, start + 2))] == "臺灣"
