"""Names that touch others give way."""

import pytest

from wenmai.graph.extract.found import Found, free_of
from wenmai.graph.values import EntityType


def names(*spans):
    return [Found(start, end, EntityType.ORG) for start, end in spans]


@pytest.mark.parametrize(
    ("taken", "found", "kept"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param([(0, 2)], [(2, 3)], [(2, 3)], id="next to one"),
        pytest.param([(0, 2), (2, 4)], [(2, 3)], [], id="behind one, inside the next"),
        pytest.param([(3, 5)], [(0, 4), (4, 9), (5, 6)], [(5, 6)], id="over either end"),
        pytest.param([], [(4, 6), (0, 2), (1, 5)], [(0, 2), (4, 6)], id="the first stays"),
        pytest.param([], [(0, 2), (0, 4)], [(0, 4)], id="the longer of two"),
    ],
)
def test_free_of(taken, found, kept):
    assert free_of(names(*taken), names(*found)) == names(*kept)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_name_has_characters(start, end):
    with pytest.raises(ValueError, match="not a name"):
        Found(start, end, EntityType.ORG)
