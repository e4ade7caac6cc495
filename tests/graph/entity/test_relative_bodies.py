"""Whose 市委 it is: at least nine of ten that can be told are told, none of the others is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked_document import document

from wenmai.graph.entity import resolve
from wenmai.loaders.lists import load_gazetteer, load_names

CASES = [
    line
    for line in (Path(__file__).parent / "relative.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(case):
    """The surface's entity and the one that is right; None where nothing tells."""
    expected, _, marked = case.partition(" | ")
    surface, right = expected.split(" → ")
    page = document(marked)
    found = resolve([page], gazetteer=load_gazetteer(), names=load_names())
    name, _, nth = surface.partition("#")
    mention = [m for m in page.mentions if m.text == name][int(nth or 1) - 1]
    entity = next(e for e in found.entities if e.id == found.entity_of[mention.key])
    return entity, right


@pytest.mark.parametrize("case", CASES)
def test_relative_body(case):
    entity, right = told(case)
    if right == "?":
        assert entity.flags == ("unresolved",)
    else:
        assert entity.id.partition(":")[2] == right


def test_enough_cases():
    assert len(CASES) >= 80
