"""Annotated text in sentences, as the encoder reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.units import units
from wenmai.graph.score import Annotated
from wenmai.graph.values import EntityType
from wenmai.loaders.training.examples import examples_of
from wenmai.seeds.recipe.text.data import LONGEST

ORG, PLACE = EntityType.ORG, EntityType.PLACE


def shown(text: str, names: list[tuple[int, int]], optional: list[tuple[int, int]]) -> list[object]:
    annotated = Annotated(
        "x",
        text,
        tuple(Found(a, b, ORG) for a, b in names),
        tuple(Found(a, b, PLACE) for a, b in optional),
    )
    return [
        (
            one.id,
            one.text,
            [one.text[n.start : n.end] for n in one.names],
            [one.text[n.start : n.end] for n in one.optional],
        )
        for one in examples_of(annotated)
    ]


@pytest.mark.parametrize(
    ("text", "names", "optional", "expected"),
    [
        pytest.param("甲局来。", [(0, 2)], [], [("x:0", "甲局来。", ["甲局"], [])], id="one sentence"),
        pytest.param(
            "甲局来。乙局去。",
            [(0, 2), (4, 6)],
            [(6, 7)],
            [("x:0", "甲局来。", ["甲局"], []), ("x:4", "乙局去。", ["乙局"], ["去"])],
            id="two sentences",
        ),
        pytest.param(
            "甲\n局来。", [(0, 3)], [], [("x:0", "甲局来。", ["甲局"], [])], id="broken over a line"
        ),
        pytest.param(
            "甲局。乙局。",
            [(1, 4)],
            [],
            [("x:0", "甲局。", [], ["局。"]), ("x:3", "乙局。", [], ["乙"])],
            id="across sentences: no loss",
        ),
        pytest.param("甲乙丙。", [(0, 2), (1, 3)], [], [("x:0", "甲乙丙。", ["甲乙"], [])], id="overlap"),
        pytest.param(
            "甲乙丙。", [(0, 2)], [(1, 3)], [("x:0", "甲乙丙。", ["甲乙"], ["乙丙"])], id="optional"
        ),
        pytest.param("", [], [], [], id="empty"),
        pytest.param(" \n ", [], [], [], id="blank"),
    ],
)
def test_sentences(
    text: str, names: list[tuple[int, int]], optional: list[tuple[int, int]], expected: list[object]
) -> None:
    assert shown(text, names, optional) == expected


def test_a_long_sentence_is_cut_behind_punctuation() -> None:
    text = "甲" * 300 + "，" + "乙" * 195 + "沅川市委" + "丙" * 300
    assert shown(text, [(496, 500)], []) == [
        ("x:0", text[:301], [], []),
        ("x:301", text[301:], ["沅川市委"], []),
    ]


def test_a_long_sentence_without_punctuation_is_cut_outside_names() -> None:
    text = "乙" * 498 + "沅川市委" + "丙" * 300
    assert shown(text, [(498, 502)], []) == [
        ("x:0", text[:498], [], []),
        ("x:498", text[498:], ["沅川市委"], []),
    ]


def test_a_name_longer_than_an_example_carries_no_loss() -> None:
    text = "甲" * (LONGEST + 20)
    [first, second] = shown(text, [(0, LONGEST + 10)], [])
    assert first == ("x:0", text[:LONGEST], [], [text[:LONGEST]])
    assert second == (f"x:{LONGEST}", "甲" * 20, [], ["甲" * 10])


@given(
    st.text(alphabet="甲乙 \n。，“”ab😀", max_size=80),
    st.lists(st.tuples(st.integers(0, 79), st.integers(1, 12)), max_size=6),
)
def test_nothing_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    names = sorted({Found(a, a + n, ORG) for a, n in places if a + n <= len(text)})
    examples = list(examples_of(Annotated("x", text, tuple(names))))
    assert "".join(one.text for one in examples) == "".join(unit.text for unit in units(text))
    for one in examples:
        assert len(one.tags()) == len(one.text) <= LONGEST
        start = int(one.id.removeprefix("x:"))
        assert text[start] == one.text[0]
        for name in one.names:
            assert any(n.start >= start and n.end - n.start >= name.end - name.start for n in names)
