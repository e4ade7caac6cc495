"""How doubtful a reading is."""

import pytest

from wenmai.graph.extract.doubt import doubt
from wenmai.graph.extract.found import Found
from wenmai.graph.values import EntityType


def names(*scores: float) -> list[Found]:
    return [Found(k, k + 1, EntityType.PLACE, score) for k, score in enumerate(scores)]


@pytest.mark.parametrize(
    ("found", "nearly", "expected"),
    [
        pytest.param([], [], 0.0, id="nothing there"),
        pytest.param([1.0, 1.0], [], 0.0, id="all certain"),
        pytest.param([0.9, 0.713, 0.95], [], 0.287, id="the lowest score of a name"),
        pytest.param([], [0.1, 0.45, 0.2], 0.45, id="the highest score of what nearly was one"),
        pytest.param([0.7], [0.2], 0.3, id="the name is more doubtful"),
        pytest.param([0.9], [0.2], 0.2, id="the other is"),
    ],
)
def test_doubt(found: list[float], nearly: list[float], expected: float) -> None:
    assert doubt(names(*found), names(*nearly)) == expected
