"""Names found once and met again."""

import pytest

from wenmai.graph.extract.consistency import repeated
from wenmai.graph.extract.found import Found
from wenmai.graph.values import EntityType


def find(unit, text, kind="ORG", score=0.9):
    start = unit.index(text)
    return Found(start, start + len(text), EntityType(kind), score)


A, B, C = "晋中市委开会。", "会后晋中市委发文，晋中市委强调。", "晋中市委党校开学。"


@pytest.mark.parametrize(
    ("units", "found", "expected"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param(
            [A, B],
            [[find(A, "晋中市委")], []],
            [[], [("晋中市委", 2, "ORG", 0.9), ("晋中市委", 9, "ORG", 0.9)]],
            id="found once, met twice",
        ),
        pytest.param(
            [A, C],
            [[find(A, "晋中市委")], [find(C, "晋中市委党校")]],
            [[], []],
            id="inside another name it is not met",
        ),
        pytest.param([A, B], [[find(A, "晋中", "PLACE")], []], [[], []], id="too short"),
        pytest.param(
            [A, A, A, A],
            [
                [find(A, "晋中市委", "PLACE", 0.2)],
                [find(A, "晋中市委")],
                [find(A, "晋中市委", score=0.4)],
                [],
            ],
            [[], [], [], [("晋中市委", 0, "ORG", 0.5)]],
            id="the type of the most, the mean score",
        ),
        pytest.param(
            [A, C, "晋中市委党校毕业。"],
            [[find(A, "晋中市委")], [find(C, "晋中市委党校")], []],
            [[], [], [("晋中市委党校", 0, "ORG", 0.9)]],
            id="longer names first",
        ),
    ],
)
def test_repeated(units, found, expected):
    fresh = repeated(units, found)
    assert [
        [(unit[name.start : name.end], name.start, name.type.value, name.score) for name in names]
        for unit, names in zip(units, fresh, strict=True)
    ] == expected
