"""Names with whole pairs of marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.extract.edges import tidied
from wenmai.graph.extract.found import Found
from wenmai.graph.values import EntityType

G = EntityType.PROGRAM


def tidy(marked: str) -> str:
    """The text with [ and ] where the tidied name lies; ⟦ and ⟧ mark where it was found."""
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    found = tidied([Found(start, end, G)], text)
    return text[found[0].start : found[0].end] if found else ""


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        pytest.param("启动⟦“清水”行动⟧。", "“清水”行动", id="whole"),
        pytest.param("启动⟦示范专项（⟧以下简称", "示范专项", id="an opening bracket at the end"),
        pytest.param("启动⟦示范专项）⟧。", "示范专项", id="a closing bracket at the end"),
        pytest.param("启动⟦清单（2025年版⟧）。", "清单（2025年版）", id="its fellow is the next character"),
        pytest.param("实施“⟦156”战略⟧。", "“156”战略", id="its fellow is the character before"),
        pytest.param("学习⟦“千万工程⟧”经验", "千万工程", id="an opening mark at the start goes"),
        pytest.param("⟦■中国城市报⟧记者", "中国城市报", id="a bullet"),
        pytest.param("⟦，）市委、⟧", "市委", id="stops and a bracket"),
        pytest.param("⟦（“⟧", "", id="nothing left"),
        pytest.param("⟦《规划（2025—2027年）》⟧", "《规划（2025—2027年）》", id="nested pairs"),
        pytest.param("⟦”战略⟧", "战略", id="a closing mark at the start"),
        pytest.param("⟦““““”（《》⟧）", "“”（《》）", id="what is dropped bares a mark with a fellow"),
    ],
)
def test_tidied(marked: str, name: str) -> None:
    assert tidy(marked) == name


def test_of_two_that_overlap_the_first_stays() -> None:
    text = "“甲”乙"
    assert tidied([Found(1, 4, G), Found(0, 1, G)], text) == [Found(0, 4, G)]


@given(st.text("甲乙“”（）《》、 ", min_size=1, max_size=12), st.data())
def test_names_stay_inside_apart_and_are_stable(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    names = [Found(a, b, G) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    found = tidied(names, text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert tidied(found, text) == found
