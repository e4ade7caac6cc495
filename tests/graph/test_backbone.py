"""The disparity filter, and the graph that it leaves."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenmai.graph.link import disparity
from wenmai.graph.network import Edge, KnowledgeGraph, Node, backbone
from wenmai.graph.values import EntityType


@pytest.mark.parametrize(
    ("edges", "alphas"),
    [
        pytest.param([(0, 1, 5.0)], [1.0], id="two with no one else"),
        # at the hub: (1 - w/4)^2; the leaves say nothing
        pytest.param([(0, 1, 2.0), (0, 2, 1.0), (0, 3, 1.0)], [0.25, 0.5625, 0.5625], id="a star"),
        # ends of degree 2, strengths 3, 4, 5: 1 - w/s at the end where that is smaller
        pytest.param([(0, 1, 1.0), (0, 2, 2.0), (1, 2, 3.0)], [2 / 3, 1 / 3, 1 / 4], id="a triangle"),
        pytest.param([(0, 1, 1.0), (1, 2, 3.0)], [0.75, 0.25], id="a path"),
        pytest.param([], [], id="no edges"),
    ],
)
def test_disparity(edges, alphas):
    a, b, weight = (
        np.array([edge[part] for edge in edges], dtype=kind)
        for part, kind in enumerate((np.int64, np.int64, np.float64))
    )
    assert disparity(a, b, weight, nodes=4).tolist() == pytest.approx(alphas, abs=1e-15)


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]),
        st.integers(1, 50),
    )
)
@settings(deadline=None)
def test_disparity_is_the_formula(weights):
    edges = sorted(weights)
    a, b = (np.array([edge[end] for edge in edges], dtype=np.int64) for end in (0, 1))
    found = disparity(a, b, np.array([weights[edge] for edge in edges], dtype=np.float64), nodes=7)
    exact = []
    for edge in edges:
        alphas = []
        for end in edge:
            at_end = [weight for other, weight in weights.items() if end in other]
            alphas.append((1 - Fraction(weights[edge], sum(at_end))) ** (len(at_end) - 1))
        exact.append(float(min(alphas)))
    assert found.tolist() == pytest.approx(exact, rel=1e-12)


@pytest.mark.parametrize("weight", [0.0, -1.0, float("nan")])
def test_a_weight_is_above_nothing(weight):
    with pytest.raises(ValueError, match="an edge weighs more than nothing"):
        disparity(np.array([0]), np.array([1]), np.array([weight]), nodes=2)


GRAPH = KnowledgeGraph(
    nodes=tuple(Node(each, each, EntityType.ORG, community=7, pagerank=0.25) for each in "abcd"),
    edges=tuple(
        Edge(a, b, count=1, articles=1, weight=1.0, npmi=0.0, g2=0.0, significance=alpha)
        for a, b, alpha in (("a", "b", 0.01), ("b", "c", 0.05), ("c", "d", 1.0))
    ),
    window="article",
)


@pytest.mark.parametrize(
    ("alpha", "nodes", "edges"),
    [
        pytest.param(0.01, "", [], id="nothing stands out so far"),
        pytest.param(0.05, "ab", ["ab"], id="below, not at, alpha"),
        pytest.param(0.06, "abc", ["ab", "bc"], id="two"),
        pytest.param(1.0, "abc", ["ab", "bc"], id="never one of which nothing can be said"),
    ],
)
def test_backbone(alpha, nodes, edges):
    left = backbone(GRAPH, alpha)
    assert "".join(node.id for node in left.nodes) == nodes
    assert [edge.a + edge.b for edge in left.edges] == edges
    assert left.window == "article"
    assert set(left.nodes) <= set(GRAPH.nodes)


@pytest.mark.parametrize("alpha", [0.0, -0.1, 1.5, float("nan")])
def test_alpha_is_a_chance(alpha):
    with pytest.raises(ValueError, match="alpha is above 0 and at most 1"):
        backbone(GRAPH, alpha)
