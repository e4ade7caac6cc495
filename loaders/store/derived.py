"""What follows from the sources: who is who, the graph, stories, reprints; written whole or not at all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from wenmai.graph.entity import Decisions, Doubt, Why
from wenmai.graph.network.knowledge_graph import (
    Edge,
    Node,
    Relation,
)
from wenmai.graph.relate import Related
from wenmai.graph.roles import Affiliation, ProgrammeTie
from wenmai.graph.values import Entity
from wenmai.loaders.store.database import transaction

_TABLES = ("decision", "doubt", "entity", "naming", "writer", "edge", "relation", "story")


def fingerprint(connection: sqlite3.Connection) -> str | None:
    """What the derived part was made from; None when there is none."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'derived'").fetchone()
    return row[0] if row else None


def linking(connection: sqlite3.Connection) -> str | None:
    """The settings that the corpus was last linked with."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'linking'").fetchone()
    return row[0] if row else None


def min_score(connection: sqlite3.Connection) -> float:
    """The score that mentions needed to count when the corpus was last linked."""
    return float(json.loads(linking(connection) or "{}").get("min_score") or 0.0)


def doubts(connection: sqlite3.Connection) -> list[Doubt]:
    """Pairs of entities that may be one, sorted."""
    rows = connection.execute("SELECT a, b, why FROM doubt ORDER BY a, b, why")
    return [Doubt(a, b, Why(why)) for a, b, why in rows]


def replace(
    connection: sqlite3.Connection, related: Related, *, decisions: Decisions, linking: str, made_from: str
) -> None:
    """Write what follows from the sources and the decisions in place of what is there, in one transaction.

    `linking` are the settings that it was made with, `made_from` tells all that it was made from.
    """
    sources = {name: key for key, name in connection.execute("SELECT id, name FROM source")}
    graph = related.graph
    number = {node.id: n for n, node in enumerate(graph.nodes)}
    facts = {entity.id: entity for entity in related.resolution.entities}
    with transaction(connection):
        for table in _TABLES:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 our own table names
        connection.executemany(
            "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_entity_row(number[node.id], node, facts[node.id]) for node in graph.nodes),
        )
        connection.executemany(
            "INSERT INTO naming VALUES (?, ?, ?, ?)",
            (
                (sources[source], start, end, number[entity])
                for (source, start, end), entity in related.resolution.entity_of.items()
            ),
        )
        connection.executemany(
            "INSERT INTO writer VALUES (?, ?, ?)",
            (
                (sources[source], article, number[entity])
                for (source, article), entities in sorted(related.writers.items())
                for entity in entities
            ),
        )
        connection.executemany(
            "INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_edge_row(number, edge) for edge in graph.edges),
        )
        connection.executemany(
            "INSERT INTO relation (kind, a, b, title, first, last, former, evidence)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            _relation_rows(related, number),
        )
        connection.executemany(
            "INSERT INTO story VALUES (?, ?, ?, ?, ?, ?)",
            (
                (sources[source], article, *related.stories.get((source, article), (source, article)), *first)
                for (source, article), first in _told_elsewhere(related)
            ),
        )
        connection.executemany(
            "INSERT INTO doubt VALUES (?, ?, ?)", [(d.a, d.b, d.why) for d in related.resolution.doubts]
        )
        connection.executemany(
            "INSERT INTO decision (verb, entity, other) VALUES (?, ?, ?)",
            [(d.verb, d.entity, d.other) for d in decisions.each()],
        )
        _set(connection, "derived", made_from)
        _set(connection, "linking", linking)
        _set(connection, "window", graph.window)


def _relation_rows(related: Related, number: dict[str, int]) -> Iterator[tuple[object, ...]]:
    for inner, outer in related.located:
        yield Relation.LOCATED_IN, number[inner], number[outer], None, None, None, False, "[]"
    roles = related.roles
    for held in roles.positions:
        # A place that no mention names is no node: the position stands without it.
        at = number.get(held.organisation or held.place or "")
        proof = (held.first, held.last, held.former, json.dumps(held.evidence, ensure_ascii=False))
        yield Relation.HOLDS_POSITION, number[held.person], at, held.title, *proof
    ties: list[tuple[str, Affiliation | ProgrammeTie, str, str]] = [
        (Relation.AFFILIATED_WITH, each, each.person, each.organisation) for each in roles.affiliations
    ]
    ties += [(each.tie, each, each.organisation, each.programme) for each in roles.programmes]
    for kind, each, a, b in ties:
        evidence = json.dumps(each.evidence, ensure_ascii=False)
        yield kind, number[a], number[b], None, each.first, each.last, False, evidence


def _told_elsewhere(related: Related) -> Iterator[tuple[tuple[str, int], tuple[str | None, int | None]]]:
    for key in sorted({*related.stories, *related.reprints}):
        yield key, related.reprints.get(key, (None, None))


def _set(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _entity_row(number: int, node: Node, entity: Entity) -> tuple[object, ...]:
    aliases = [[a.text, a.method, a.reason, a.confidence] for a in entity.aliases]
    facts = {"adcode": entity.adcode, "iso": entity.iso, "parent": entity.parent, "flags": list(entity.flags)}
    known = {key: value for key, value in facts.items() if value}
    return (
        number,
        node.id,
        node.kind,
        node.name,
        json.dumps(aliases, ensure_ascii=False),
        json.dumps(known, ensure_ascii=False),
        node.mentions,
        node.articles,
        node.first_seen,
        node.last_seen,
        node.community,
        node.degree,
        node.weighted_degree,
        node.betweenness,
        node.pagerank,
    )


def _edge_row(number: dict[str, int], edge: Edge) -> tuple[object, ...]:
    return (
        number[edge.a],
        number[edge.b],
        edge.count,
        edge.articles,
        edge.weight,
        edge.npmi,
        edge.g2,
        edge.significance,
        edge.first,
        edge.last,
        json.dumps(edge.evidence, ensure_ascii=False),
    )
