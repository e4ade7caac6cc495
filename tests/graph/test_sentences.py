from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.text import split


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("他来了。她走了。", ["他来了。", "她走了。"], id="two full stops"),
        pytest.param("真的吗？！好！", ["真的吗？！", "好！"], id="marks in a row"),
        pytest.param("“来了。”他说。", ["“来了。”", "他说。"], id="closing quote behind the stop"),
        pytest.param(
            "（见上文。）『好。』完", ["（见上文。）", "『好。』", "完"], id="closing brackets of other kinds"
        ),
        pytest.param(
            "增长3.5%，投资1.2亿元。", ["增长3.5%，投资1.2亿元。"], id="a decimal point ends nothing"
        ),
        pytest.param("他说：“走；快走”", ["他说：“走；快走”"], id="no full stop at all"),
        pytest.param("新产业……加速迭代。好", ["新产业……加速迭代。", "好"], id="dots in mid-sentence"),
        pytest.param("加快发\n\n展。\n 再 来", ["加快发\n\n展。", "再 来"], id="line breaks in mid-sentence"),
        pytest.param("Is it? Yes!", ["Is it?", "Yes!"], id="Latin"),
        pytest.param("。。开头", ["。。", "开头"], id="stops alone"),
        pytest.param("  \n", [], id="white space"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_split(text, sentences):
    assert cut(text) == sentences


def test_split_a_stretch():
    assert [(s.start, s.end) for s in split("一。二。三。", 2, 5)] == [(2, 4), (4, 5)]


@given(st.text(alphabet="他来。！？!?”） \n…A1，", max_size=60))
def test_sentences_hold_all_but_white_space_in_order(text):
    spans = split(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    left = list(text)
    for span in spans:
        piece = text[span.start : span.end]
        assert piece.strip() == piece != ""
        left[span.start : span.end] = " " * len(span)
    assert "".join(left).strip() == ""
