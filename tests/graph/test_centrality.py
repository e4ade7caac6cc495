"""Betweenness and PageRank: against networkx, and on graphs too large to be exact."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from wenmai.graph.network import Edge, KnowledgeGraph, Node, with_centralities
from wenmai.graph.network import betweenness as module_of_betweenness
from wenmai.graph.network.betweenness import betweenness
from wenmai.graph.network.centrality import pagerank
from wenmai.graph.values import EntityType

graphs = st.builds(
    lambda nodes, edges: _graph(nodes, {pair: w for pair, w in edges.items() if pair[1] < nodes}),
    st.integers(0, 12),
    st.dictionaries(
        st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
        st.integers(1, 9),
        max_size=40,
    ),
)


def _graph(nodes, weights):
    net = nx.Graph()
    net.add_nodes_from(range(nodes))
    net.add_weighted_edges_from((a, b, float(weight)) for (a, b), weight in weights.items())
    return net


def _matrix(net):
    if not len(net):
        return csr_array((0, 0))
    return nx.to_scipy_sparse_array(net, nodelist=sorted(net), format="csr", dtype=np.float64)


@given(graphs)
@settings(deadline=None)
def test_betweenness_is_networkx_s(net):
    expected = nx.betweenness_centrality(net)
    assert betweenness(_matrix(net)).tolist() == pytest.approx([expected[n] for n in sorted(net)], abs=1e-12)


@given(graphs)
@settings(deadline=None)
def test_pagerank_is_networkx_s(net):
    expected = nx.pagerank(net, tol=1e-14, max_iter=1000) if len(net) else {}
    assert pagerank(_matrix(net)).tolist() == pytest.approx([expected[n] for n in sorted(net)], abs=1e-9)


def test_sources_are_looked_at_in_batches(monkeypatch):
    net = nx.barabasi_albert_graph(150, 2, seed=1)
    expected = nx.betweenness_centrality(net)
    monkeypatch.setattr(module_of_betweenness, "_CELLS", 150 * 7)
    assert betweenness(_matrix(net)).tolist() == pytest.approx([expected[n] for n in range(150)], abs=1e-12)


@pytest.fixture(scope="module")
def large():
    return _matrix(nx.barabasi_albert_graph(module_of_betweenness.EXACT + 500, 2, seed=3))


def test_a_sample_comes_near(large, monkeypatch):
    sampled = betweenness(large)
    monkeypatch.setattr(module_of_betweenness, "EXACT", 10_000)
    exact = betweenness(large)
    assert np.abs(sampled - exact).max() < 0.02
    assert np.argsort(-sampled)[:3].tolist() == np.argsort(-exact)[:3].tolist()


def test_a_sample_is_always_the_same(large):
    assert betweenness(large).tobytes() == betweenness(large).tobytes()
    assert betweenness(large).tobytes() != betweenness(large, seed=1).tobytes()


@pytest.mark.parametrize(
    ("edges", "sources"),
    [
        pytest.param(10_000, 512, id="few edges"),
        pytest.param(1_000_000, 100, id="a million edges"),
        pytest.param(50_000_000, 32, id="very many edges"),
    ],
)
def test_the_work_is_bounded(edges, sources):
    chosen = module_of_betweenness._sources(np.arange(100_000), nodes=100_000, edges=edges, seed=0)
    assert len(np.unique(chosen)) == sources


def test_the_hub_of_a_large_star_is_on_every_path():
    star = nx.star_graph(module_of_betweenness.EXACT + 1)
    assert betweenness(_matrix(star)).tolist() == [1.0] + [0.0] * (module_of_betweenness.EXACT + 1)


def _edge(a, b, weight):
    return Edge(a, b, count=1, articles=1, weight=weight, npmi=0.0, g2=0.0, significance=1.0)


def test_with_centralities():
    nodes = tuple(Node(each, each, EntityType.PERSON, mentions=3, community=9) for each in "abcd")
    graph = KnowledgeGraph(nodes, (_edge("a", "b", 1.5), _edge("b", "c", 0.5)), window="paragraph")
    scored = with_centralities(graph)
    assert (scored.edges, scored.window) == (graph.edges, "paragraph")
    rows = [
        (n.id, n.mentions, n.community, n.degree, n.weighted_degree, n.betweenness, n.pagerank)
        for n in scored.nodes
    ]
    rank = nx.pagerank(_graph(4, {(0, 1): 1.5, (1, 2): 0.5}), tol=1e-14, max_iter=1000)
    assert rows == [
        ("a", 3, 0, 1, 1.5, 0.0, float(f"{rank[0]:.6g}")),
        ("b", 3, 0, 2, 2.0, 0.333333, float(f"{rank[1]:.6g}")),
        ("c", 3, 0, 1, 0.5, 0.0, float(f"{rank[2]:.6g}")),
        ("d", 3, -1, 0, 0.0, 0.0, float(f"{rank[3]:.6g}")),
    ]


def test_a_graph_of_nothing():
    assert with_centralities(KnowledgeGraph((), ())) == KnowledgeGraph((), ())
