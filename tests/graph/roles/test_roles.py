"""Roles from hand-marked sentences: every form with all that it says, and what says nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from marked_document import document

from wenmai.graph.roles import Roles, find_roles
from wenmai.graph.values import Document, Entity, EntityId, EntityType

_BLOCK = re.compile(r"\n{2,}")
_OFFICE = re.compile(
    r"(?P<person>\S+) \| (?P<past>~?)(?P<title>\S+)(?: @ (?P<body>\S+))?(?: # (?P<place>\S+))?"
)
_COMMITTEE = re.compile(r"(.+[省市县区])委")


def blocks() -> list[tuple[str, list[str]]]:
    text = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8")
    lines = [[x for x in b.splitlines() if not x.startswith("# ")] for b in _BLOCK.split(text)]
    return [(block[0], block[1:]) for block in lines if block]


def read(document: Document, **known: str) -> tuple[dict[tuple[str, int, int], EntityId], list[Entity]]:
    """Every name is its own entity; a committee is of the place that it is called by."""
    ids = {m.key: f"{m.type}:{known.get(m.text, m.text)}" for m in document.mentions}
    entities = {}
    for mention in document.mentions:
        of = _COMMITTEE.fullmatch(mention.text)
        parent = f"PLACE:{of[1]}" if of else None
        if of:
            entities[parent] = Entity(parent, EntityType.PLACE, of[1])
        name = ids[mention.key]
        entities[name] = Entity(name, mention.type, mention.text, parent=parent)
    return ids, list(entities.values())


def roles_of(marked: str) -> Roles:
    page = document(marked)
    ids, entities = read(page)
    return find_roles([page], ids, entities=entities)


def told(roles: Roles) -> set[str]:
    """The roles in the notation of the table."""

    def name(entity: str | None) -> str:
        return entity.partition(":")[2] if entity else ""

    out = set()
    for p in roles.positions:
        line = f"= {name(p.person)} | {'~' if p.former else ''}{p.title}"
        line += f" @ {name(p.organisation)}" if p.organisation else ""
        out.add(line + (f" # {name(p.place)}" if p.place else ""))
    held = {(p.person, p.organisation) for p in roles.positions}
    out |= {
        f"- {name(a.person)} @ {name(a.organisation)}"
        for a in roles.affiliations
        if (a.person, a.organisation) not in held
    }
    return out | {f"> {name(t.organisation)} {t.tie} {name(t.programme)}" for t in roles.programmes}


@pytest.mark.parametrize(("marked", "says"), [pytest.param(*block, id=block[0]) for block in blocks()])
def test_sentence(marked, says):
    assert told(roles_of(marked)) == set(says)


def test_table_is_large_enough_and_well_formed():
    table = blocks()
    assert len({marked for marked, _ in table}) == len(table) >= 120
    assert all(_OFFICE.fullmatch(line[2:]) for _, says in table for line in says if line[0] == "=")
