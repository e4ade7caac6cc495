"""Units: what is read at a time, and where its names stand in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.units import units
from wenmai.graph.values import EntityType


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\n \n", [], id="white space"),
        pytest.param("甲来了。乙走了！", ["甲来了。", "乙走了！"], id="two sentences"),
        pytest.param("他说：“甲来了。”乙走了", ["他说：“甲来了。”", "乙走了"], id="closing quotes belong"),
        pytest.param("晋 中\n市　委", ["晋中市委"], id="layout white space goes"),
        pytest.param("Open AI 公司", ["Open AI公司"], id="a blank between Latin words stays"),
        pytest.param("标题\n\n正文。", ["标题", "正文。"], id="a blank line ends a sentence"),
        pytest.param("标题\r\n \r\n正文。", ["标题", "正文。"], id="so does one of blanks"),
    ],
)
def test_units(text, expected):
    assert [unit.text for unit in units(text)] == expected


@given(st.text(alphabet="甲乙A1。！？”\n \u3000\r😀", max_size=80), st.data())
def test_names_come_back_to_their_place(text, data):
    for unit in units(text):
        start = data.draw(st.integers(0, len(unit.text) - 1))
        end = data.draw(st.integers(start + 1, len(unit.text)))
        name = Found(start, end, EntityType.ORG, 0.5)
        placed = unit.place(name)
        stretch = text[placed.start : placed.end]
        assert "".join(stretch.split()) == "".join(unit.text[start:end].split())


@given(st.text(alphabet="甲乙A1。！？”\n \u3000\r😀", max_size=80))
def test_every_character_is_in_one_unit(text):
    assert "".join("".join(unit.text.split()) for unit in units(text)) == "".join(text.split())
