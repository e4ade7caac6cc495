"""Scores of hand-set finds: every figure counted out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.extract.found import Found
from wenmai.graph.score import ALL, Annotated, Figures, Score, Touching, figures, score
from wenmai.graph.score.stretches import Stretches
from wenmai.graph.values import EntityType, Span

P, O, L, G = EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.PROGRAM  # noqa: E741
TEXT = "沅川市委书记贺启明到青石县调研“钒谷”行动，林嘉禾在场。"
NONE = Score(0, 0, 0)
ONE = Score(1, 0, 0)
BAD = Score(0, 1, 2)


def gold(*names, optional=()):
    return Annotated("1", TEXT, tuple(sorted(Found(*n) for n in names)), tuple(Found(*n) for n in optional))


def by_type(**scores):
    return {kind: scores.get(kind.name, NONE) for kind in (P, O, L, G)}


@pytest.mark.parametrize(
    ("marked", "found", "expected"),
    [
        pytest.param(
            gold((0, 4, O), (6, 9, P)),
            [(0, 4, O), (6, 9, P)],
            Figures(
                by_type(ORG=Score(1, 0, 0), PERSON=Score(1, 0, 0)),
                Score(2, 0, 0), Score(2, 0, 0), Touching(2, 2, 2, 2), 0, 0,
            ),
            id="all right",
        ),
        pytest.param(
            gold((0, 4, O), (10, 13, L)),
            [(0, 4, L), (10, 12, L), (20, 22, P)],
            Figures(
                by_type(ORG=Score(0, 0, 1), PLACE=Score(0, 2, 1), PERSON=Score(0, 1, 0)),
                Score(0, 3, 2), Score(1, 2, 1), Touching(1, 3, 1, 2), 0, 0,
            ),
            id="wrong type, wrong span, false",
        ),
        pytest.param(
            gold((6, 9, P), optional=[(10, 13, L)]),
            [(6, 9, P), (10, 13, L), (12, 15, O)],
            Figures(
                by_type(PERSON=Score(1, 0, 0)),
                Score(1, 0, 0), Score(1, 0, 0), Touching(1, 1, 1, 1), 1, 2,
            ),
            id="whatever touches an optional name is neutral",
        ),
        pytest.param(
            gold((0, 2, L), optional=[(0, 4, O)]),
            [(0, 2, L)],
            Figures(by_type(PLACE=ONE), ONE, ONE, Touching(1, 1, 1, 1), 1, 0),
            id="but for a marked one",
        ),
        pytest.param(
            gold((0, 2, L), (2, 4, L), optional=[(10, 13, L)]),
            [(0, 4, L)],
            Figures(by_type(PLACE=BAD), BAD, BAD, Touching(1, 1, 2, 2), 1, 0),
            id="one find over two names",
        ),
        pytest.param(
            gold((0, 4, O), (0, 4, L), (0, 4, L)),
            [(0, 4, L), (0, 4, L)],
            Figures(
                by_type(PLACE=Score(1, 0, 0), ORG=Score(0, 0, 1)),
                Score(1, 0, 1), Score(1, 0, 0), Touching(1, 1, 1, 2), 0, 0,
            ),
            id="the same twice counts once",
        ),
        pytest.param(
            gold(), [], Figures(by_type(), NONE, NONE, Touching(0, 0, 0, 0), 0, 0), id="nothing at all"
        ),
    ],
)  # fmt: skip
def test_figures(marked, found, expected):
    assert figures([(marked, [Found(*name) for name in found])]) == expected


def test_texts_add_up():
    one = (gold((0, 4, O)), [Found(0, 4, O)])
    other = (gold((0, 4, O)), [Found(0, 2, L)])
    assert score([one, other]) == {
        "PERSON": NONE, "ORG": Score(1, 0, 1), "PLACE": Score(0, 1, 0), "PROGRAM": NONE, ALL: Score(1, 1, 1),
    }  # fmt: skip


def test_shares():
    one = Score(3, 1, 2)
    assert (one.precision, one.recall, one.f1) == (0.75, 0.6, pytest.approx(2 / 3))
    assert (NONE.precision, NONE.recall, NONE.f1) == (0, 0, 0)
    lenient = Touching(1, 2, 3, 4)
    assert (lenient.precision, lenient.recall, lenient.f1) == (0.5, 0.75, pytest.approx(0.6))
    assert Touching(0, 2, 0, 4).f1 == 0


@pytest.mark.parametrize(
    ("names", "says"),
    [
        pytest.param((Found(2, 4, P), Found(0, 1, P)), "out of order", id="order"),
        pytest.param((Found(0, 30, P),), "leaves the text of 28", id="past the end"),
    ],
)
def test_impossible_marks(names, says):
    with pytest.raises(ValueError, match=says):
        Annotated("1", TEXT, names)


spans = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.lists(spans), spans)
def test_touching_is_what_it_says(stretches, one):
    assert Stretches.of(stretches).touched_by(one) == any(one.overlaps(other) for other in stretches)
