"""Positions of a drawing: nobody on top of another, neighbours together, the same each time."""

from __future__ import annotations

import math
import random
import time
from itertools import combinations

import pytest

from wenmai.graph.network.knowledge_graph import Edge, KnowledgeGraph, Node
from wenmai.graph.network.layout import GAP, place
from wenmai.graph.values import EntityType


def graph_of(communities: list[int], links: list[tuple[int, int]]) -> KnowledgeGraph:
    ids = [f"PERSON:{i:05}" for i in range(len(communities))]
    nodes = tuple(
        Node(entity, entity, EntityType.PERSON, community=community)
        for entity, community in zip(ids, communities, strict=True)
    )
    pairs = sorted({(min(pair), max(pair)) for pair in links if pair[0] != pair[1]})
    return KnowledgeGraph(nodes, tuple(Edge(ids[a], ids[b], 1, 1, 1.0, 0.5, 1.0, 0.5) for a, b in pairs))


def planted(size: int, communities: int, *, alone: int = 0, seed: int = 3) -> KnowledgeGraph:
    """Communities of equal size, five links a node, one in eight of them to anyone."""
    rng = random.Random(seed)  # noqa: S311 not a secret
    label = [i % communities for i in range(size)]
    links = []
    for a in range(size):
        for _ in range(5):
            b = (
                rng.randrange(size)
                if rng.random() < 0.125
                else rng.randrange(size // communities) * communities + label[a]
            )
            links.append((a, b))
    return graph_of(label + [-1] * alone, links)


def radii_of(graph: KnowledgeGraph) -> dict[str, float]:
    return {node.id: 4.0 + 20.0 * (i % 7 == 0) for i, node in enumerate(graph.nodes)}


def overlapping(graph: KnowledgeGraph) -> list[tuple[str, str]]:
    radii, where = radii_of(graph), place(graph, radii_of(graph))
    return [(a, b) for a, b in combinations(where, 2) if math.dist(where[a], where[b]) < radii[a] + radii[b]]


@pytest.mark.parametrize(
    ("graph", "positions"),
    [
        pytest.param(graph_of([], []), [], id="nothing"),
        pytest.param(graph_of([-1], []), [(11.0, 11.0)], id="one alone stands in the first cell"),
        pytest.param(
            graph_of([-1] * 5, []),
            [(11.0, 11.0), (33.0, 11.0), (55.0, 11.0), (11.0, 33.0), (33.0, 33.0)],
            id="five alone stand in rows of three",
        ),
    ],
)
def test_grid(graph, positions):
    assert list(place(graph, {node.id: 4.0 for node in graph.nodes}).values()) == positions


def test_two_linked_stand_side_by_side():
    (a, b) = place(graph_of([0, 0], [(0, 1)]), {"PERSON:00000": 10.0, "PERSON:00001": 30.0}).values()
    assert 40.0 + GAP <= math.dist(a, b) < 120.0
    assert (a[0] + b[0], a[1] + b[1]) == pytest.approx((0.0, 0.0), abs=0.01)


@pytest.mark.parametrize(
    "graph",
    [
        pytest.param(graph_of([0] * 30, [(0, i) for i in range(1, 30)]), id="a star"),
        pytest.param(graph_of([0, 0, 1, 1], [(0, 1), (2, 3)]), id="two communities with nothing between"),
        pytest.param(graph_of([0, 0, 0, 0], [(0, 1), (2, 3)]), id="a community in two parts"),
        pytest.param(planted(300, 6, alone=20), id="six communities and some alone"),
    ],
)
def test_no_two_overlap(graph):
    assert overlapping(graph) == []


def test_communities_stand_apart():
    graph = planted(240, 6)
    where = place(graph, radii_of(graph))
    members = [[where[node.id] for node in graph.nodes if node.community == c] for c in range(6)]
    centres = [
        tuple(math.fsum(axis) / len(points) for axis in zip(*points, strict=True)) for points in members
    ]
    strangers = [
        node.id
        for node in graph.nodes
        if min(range(6), key=lambda c: math.dist(where[node.id], centres[c])) != node.community
    ]
    assert strangers == []


def test_those_alone_stand_below_the_others():
    graph = planted(60, 2, alone=10)
    where = place(graph, radii_of(graph))
    lowest = max(where[node.id][1] for node in graph.nodes if node.community >= 0)
    assert [node.id for node in graph.nodes if node.community < 0 and where[node.id][1] <= lowest] == []


@pytest.mark.parametrize("size", [12, 300, pytest.param(1_100, id="sampled repulsion")])
def test_same_positions_each_time(size):
    graph = planted(size, 1)
    assert place(graph, radii_of(graph)) == place(graph, radii_of(graph))


@pytest.mark.parametrize(
    ("size", "communities"), [pytest.param(800, 1, id="one community"), pytest.param(2_000, 30, id="thirty")]
)
def test_large_graphs_take_seconds_not_minutes(size, communities):
    graph = planted(size, communities)
    start = time.process_time()
    place(graph, radii_of(graph))
    assert time.process_time() - start < 10.0
