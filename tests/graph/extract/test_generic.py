"""Bare words for kinds of bodies."""

from __future__ import annotations

import pytest

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.generic import named
from wenmai.graph.values import EntityType


@pytest.mark.parametrize(
    ("text", "kind", "kept"),
    [
        pytest.param("政府", EntityType.ORG, False, id="government"),
        pytest.param("市政府", EntityType.ORG, True, id="whose government is told"),
        pytest.param("公司", EntityType.ORG, False, id="company"),
        pytest.param("社区", EntityType.PLACE, False, id="community"),
        pytest.param("政府", EntityType.PERSON, True, id="only of its own type"),
        pytest.param("常委会", EntityType.ORG, True, id="a last part that stands for a name before it"),
    ],
)
def test_named(text: str, kind: EntityType, kept: bool) -> None:
    find = Found(2, 2 + len(text), kind)
    assert list(named([find], f"甲乙{text}丙")) == ([find] if kept else [])
