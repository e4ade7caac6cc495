"""Errors: each once, of the right kind, with the sentence around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.extract.found import Found
from wenmai.graph.score import Annotated, ErrorKind, Mistake, Piece, Sentences, figures, mistakes
from wenmai.graph.values import EntityType

P, O, L, G = EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.PROGRAM  # noqa: E741
TEXT = "沅川市委书记贺启明到青石县调研“钒谷”行动，林嘉禾在场。"


@pytest.mark.parametrize(
    ("marked", "optional", "found", "expected"),
    [
        pytest.param([(0, 4, O)], [], [(0, 4, O)], [], id="right"),
        pytest.param([(0, 4, O)], [], [(0, 4, L)], [("type", 0, 4, L, 0, 4, O)], id="type"),
        pytest.param([(0, 4, O)], [], [(0, 2, O)], [("span", 0, 2, O, 0, 4, O)], id="span"),
        pytest.param([(0, 4, O)], [], [(0, 2, L)], [("span", 0, 2, L, 0, 4, O)], id="span and type"),
        pytest.param([], [], [(6, 9, P)], [("false", 6, 9, P)], id="false"),
        pytest.param([(6, 9, P)], [], [], [("missed", 6, 9, P)], id="missed"),
        pytest.param([(0, 4, O)], [(10, 13, L)], [(0, 4, O), (9, 12, L)], [], id="optional"),
        pytest.param(
            [(0, 2, L), (2, 4, O)], [], [(0, 4, O)],
            [("span", 0, 4, O, 2, 4, O), ("missed", 0, 2, L)],
            id="one find over two names: of equal shares the one of its type",
        ),
        pytest.param(
            [(0, 6, O)], [], [(0, 2, L), (2, 6, O)],
            [("span", 2, 6, O, 0, 6, O), ("false", 0, 2, L)],
            id="two finds in one name: the longer",
        ),
        pytest.param(
            [(0, 4, O), (0, 4, P)], [], [(0, 4, L), (0, 3, P)],
            [("span", 0, 3, P, 0, 4, P), ("type", 0, 4, L, 0, 4, O)],
            id="the same span goes first",
        ),
        pytest.param(
            [(0, 4, O), (0, 6, L)], [], [(0, 4, L)],
            [("type", 0, 4, L, 0, 4, O), ("missed", 0, 6, L)],
            id="the same span rather than the same type",
        ),
        pytest.param(
            [(0, 4, O)], [], [(0, 2, L), (0, 4, O)], [("false", 0, 2, L)], id="inside one found rightly"
        ),
    ],
)  # fmt: skip
def test_mistakes(marked, optional, found, expected):
    text = Annotated("1", TEXT, tuple(sorted(Found(*n) for n in marked)), tuple(Found(*n) for n in optional))
    assert {flat(one) for one in mistakes(text, [Found(*name) for name in found])} == set(expected)


def flat(mistake):
    names = [name for name in (mistake.found, mistake.marked) if name]
    return (mistake.kind.value, *(part for name in names for part in (name.start, name.end, name.type)))


def test_in_order_of_place():
    text = Annotated("1", TEXT, (Found(0, 4, O), Found(21, 24, P)))
    order = [flat(one)[0] for one in mistakes(text, [Found(10, 13, L), Found(21, 24, O)])]
    assert order == ["missed", "false", "type"]


def test_a_kind_holds_what_it_says():
    with pytest.raises(ValueError, match="kind false"):
        Mistake(ErrorKind.FALSE, None, Found(0, 1, P))


names = st.lists(
    st.builds(
        lambda start, length, kind: Found(start, min(28, start + length), kind),
        st.integers(0, 27), st.integers(1, 6), st.sampled_from([P, O, L, G]),
    )
)  # fmt: skip


@given(names, names, names)
def test_errors_add_up_to_the_counts(marked, optional, found):
    text = Annotated("1", TEXT, tuple(sorted(set(marked))), tuple(sorted(set(optional))))
    errors = mistakes(text, found)
    every = figures([(text, found)])
    assert sum(one.found is not None for one in errors) == every.all.wrong
    assert sum(one.marked is not None for one in errors) == every.all.missed
    assert not any(
        one.kind is ErrorKind.FALSE and other.kind is ErrorKind.MISSED and one.found.overlaps(other.marked)
        for one in errors
        for other in errors
    )


def around(text, *names):
    [error] = mistakes(Annotated("1", text, tuple(Found(*n) for n in names[1:])), [Found(*names[0])])
    return Sentences(text).around(error)


def test_the_sentence_with_its_pieces():
    shown = around("前一句。沅川市委到场。后一句。", (4, 6, L), (4, 8, O))
    assert shown.pieces == (
        Piece("沅川", marked=True, found=True), Piece("市委", marked=True), Piece("到场。"),
    )  # fmt: skip
    assert (shown.before, shown.after) == (False, False)


@pytest.mark.parametrize(
    ("text", "find", "expected"),
    [
        pytest.param("甲" * 100 + "乙" + "丙" * 100 + "。", (100, 101, P), (60, 60, True, True), id="long"),
        pytest.param(
            "甲" * 60 + "乙" + "丙" * 59 + "。", (60, 61, P), (60, 60, False, False), id="just fits"
        ),
        pytest.param("甲。\n\n乙丙\n\n丁", (4, 5, P), (0, 1, False, False), id="paragraph"),
        pytest.param("标题\n 乙丙", (4, 5, P), (3, 1, False, False), id="white space run together"),
        pytest.param("甲。乙。丙", (0, 4, P), (0, 0, False, False), id="over two sentences"),
    ],
)
def test_what_is_shown(text, find, expected):
    shown = around(text, find)
    at = next(i for i, piece in enumerate(shown.pieces) if piece.found)
    left = "".join(piece.text for piece in shown.pieces[:at])
    right = "".join(piece.text for piece in shown.pieces[at + 1 :])
    assert (len(left), len(right), shown.before, shown.after) == expected
