"""Communities: which, how they are numbered, and that they are always the same."""

from __future__ import annotations

import subprocess
import sys

import graspologic_native
import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from wenmai.graph.network.communities import communities


def matrix(edges, nodes):
    """A symmetric matrix from (a, b, weight)."""
    dense = np.zeros((nodes, nodes))
    for a, b, weight in edges:
        dense[a, b] = dense[b, a] = weight
    return csr_array(dense)


def clique(*members, weight=1.0):
    return [(a, b, weight) for a in members for b in members if a < b]


@pytest.mark.parametrize(
    ("edges", "nodes", "labels"),
    [
        pytest.param([], 0, [], id="no nodes"),
        pytest.param([], 3, [-1, -1, -1], id="no edges"),
        pytest.param([(1, 2, 1.0)], 4, [-1, 0, 0, -1], id="a node without an edge is in none"),
        pytest.param(clique(0, 1, 2) + clique(3, 4, 5, 6), 7, [1, 1, 1, 0, 0, 0, 0], id="the largest first"),
        pytest.param(
            [*clique(0, 4, 5), *clique(1, 2, 3)], 6, [0, 1, 1, 1, 0, 0], id="of one size, the smallest node's"
        ),
        pytest.param(
            [*clique(0, 1, 2), *clique(3, 4, 5), (2, 3, 0.5)], 6, [0, 0, 0, 1, 1, 1], id="a weak bridge"
        ),
        pytest.param(
            [(0, 1, 9.0), (1, 2, 1.0), (2, 3, 9.0), (3, 0, 1.0)], 4, [0, 0, 1, 1], id="weights decide"
        ),
    ],
)
def test_communities(edges, nodes, labels):
    assert communities(matrix(edges, nodes)).tolist() == labels


@pytest.mark.parametrize(("resolution", "number"), [(0.1, 1), (1.0, 3), (2.0, 5), (6.0, 12)])
def test_resolution_makes_more_of_them(resolution, number):
    ring = matrix([(n, (n + 1) % 12, 1.0) for n in range(12)], 12)
    assert len(set(communities(ring, resolution=resolution).tolist())) == number


graphs = st.dictionaries(
    st.tuples(st.integers(0, 19), st.integers(0, 19)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.1, 9),
    max_size=60,
).map(lambda weights: [(a, b, weight) for (a, b), weight in weights.items()])


@given(graphs, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_they_are_always_the_same(edges, random):
    first = communities(matrix(edges, 20)).tolist()
    shuffled = edges.copy()
    random.shuffle(shuffled)
    assert communities(matrix(shuffled, 20)).tolist() == first


@given(graphs)
@settings(deadline=None)
def test_they_are_numbered_by_size(edges):
    labels = communities(matrix(edges, 20))
    sizes = np.bincount(labels[labels >= 0]).tolist()
    assert sizes == sorted(sizes, reverse=True)
    assert 0 not in sizes
    firsts = [labels.tolist().index(number) for number in range(len(sizes))]
    assert firsts == sorted(firsts, key=lambda node: (-sizes[labels[node]], node))


@given(graphs.filter(bool))
@settings(deadline=None)
def test_their_modularity_is_at_least_that_of_none_at_all(edges):
    labels = communities(matrix(edges, 20)).tolist()
    named = [(str(a), str(b), weight) for a, b, weight in edges]
    nodes = {end for a, b, _ in named for end in (a, b)}
    score = graspologic_native.modularity(named, {node: labels[int(node)] for node in nodes})
    assert score >= -1e-12


def test_another_process_finds_the_same(tmp_path):
    script = tmp_path / "find.py"
    script.write_text(
        "import networkx as nx\n"
        "from wenmai.graph.network.communities import communities\n"
        "net = nx.barabasi_albert_graph(500, 3, seed=1)\n"
        "print(communities(nx.to_scipy_sparse_array(net, format='csr', dtype=float)).tolist())\n",
        encoding="utf-8",
    )
    found = {
        subprocess.run([sys.executable, script], capture_output=True, check=True).stdout for _ in range(3)
    }
    net = nx.barabasi_albert_graph(500, 3, seed=1)
    here = communities(nx.to_scipy_sparse_array(net, format="csr", dtype=float)).tolist()
    assert found == {f"{here}\n".encode()}
