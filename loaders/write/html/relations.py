"""What the text says of two entities beyond naming them together, as the panel lists it."""

from __future__ import annotations

from collections.abc import Mapping

from wenmai.graph.network.knowledge_graph import Corpus, Relation, RelationRow
from wenmai.graph.values import EntityId

ORDER = (
    Relation.HOLDS_POSITION,
    Relation.AFFILIATED_WITH,
    Relation.RUNS,
    Relation.ISSUED,
    Relation.LOCATED_IN,
)
# What stands before the other end in the panel of `a`, and in that of `b`; a title says it better.
WORDS = {
    Relation.HOLDS_POSITION: ("任职", "任职者"),
    Relation.AFFILIATED_WITH: ("所属", "成员"),
    Relation.RUNS: ("实施", "实施者"),
    Relation.ISSUED: ("发布", "发布者"),
    Relation.LOCATED_IN: ("位于", "境内"),
}


def relation_rows(corpus: Corpus, *, number: Mapping[EntityId, int]) -> list[list[object]]:
    """Rows [word for a, word for b, a, b, dates], where an end that is not on the page is its name.

    Positions first, those held now before former ones, the latest before earlier ones. Who holds
    a position at a body is not listed as affiliated with it again.
    """
    name = {node.id: node.name for node in corpus.graph.nodes}

    def end(entity: EntityId) -> int | str:
        return number[entity] if entity in number else name.get(entity, entity.partition(":")[2])

    held = {(row.a, row.b) for row in corpus.relations if row.kind is Relation.HOLDS_POSITION}
    shown = [
        row
        for row in corpus.relations
        if (row.a in number or row.b in number)
        and not (row.kind is Relation.AFFILIATED_WITH and (row.a, row.b) in held)
    ]
    shown.sort(key=lambda row: (row.a, row.b, row.title or ""))
    shown.sort(key=lambda row: row.last or "", reverse=True)
    shown.sort(key=lambda row: (ORDER.index(row.kind), row.former))
    return [[*_words(row), end(row.a), end(row.b), _dates(row)] for row in shown]


def _words(row: RelationRow) -> tuple[str, str]:
    if row.title is None:
        return WORDS[row.kind]
    title = f"{row.title}（曾任）" if row.former else row.title
    return title, title


def _dates(row: RelationRow) -> str:
    return " 至 ".join(dict.fromkeys(filter(None, (row.first, row.last))))
