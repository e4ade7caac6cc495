"""Doubtful names that the rest of the document confirms."""

import pytest

from wenmai.graph.extract.consistency import confirmed
from wenmai.graph.extract.found import Found
from wenmai.graph.values import EntityType

TEXT = "晋中市委开会。会后晋中\n市委发文，晋中市委党校开学。"


def find(surface, score, *, kind="ORG", after=0):
    start = TEXT.index(surface, after)
    return Found(start, start + len(surface), EntityType(kind), score)


FIRST = find("晋中市委", 0.9)
SECOND = find("晋中\n市委", 0.3)
SCHOOL = find("晋中市委党校", 0.4)


@pytest.mark.parametrize(
    ("names", "doubtful", "expected"),
    [
        pytest.param([], [SECOND], [], id="named nowhere"),
        pytest.param([FIRST], [], [], id="nothing doubtful"),
        pytest.param([FIRST], [SECOND], [SECOND], id="named before, white space apart"),
        pytest.param([find("晋中市委", 0.7)], [SECOND], [], id="the name itself is not sure"),
        pytest.param([FIRST], [find("晋中\n市委", 0.1)], [], id="too doubtful"),
        pytest.param([FIRST], [find("晋中\n市委", 0.3, kind="PLACE")], [], id="another type"),
        pytest.param([FIRST, SCHOOL], [find("晋中市委", 0.5, after=15)], [], id="inside a name"),
        pytest.param(
            [FIRST, find("晋中", 0.9, kind="PLACE", after=4)],
            [find("晋中", 0.3, kind="PLACE", after=14), find("晋中市委", 0.4, after=14)],
            [find("晋中市委", 0.4, after=14)],
            id="of two that touch the more probable one",
        ),
    ],
)
def test_confirmed(names, doubtful, expected):
    assert confirmed(TEXT, names, doubtful) == expected
