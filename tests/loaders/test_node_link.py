"""Node-link JSON: exact bytes, read back, and what networkx makes of a graph."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest
from graph_strategies import knowledge_graphs
from hypothesis import HealthCheck, given, settings

from wenmai.graph.network import Edge, KnowledgeGraph, Node, to_networkx
from wenmai.graph.values import EntityType
from wenmai.loaders.problems import InputError
from wenmai.loaders.write.clean_text import NOT_UTF8, clean
from wenmai.loaders.write.node_link import read_node_link, write_node_link

GOLDEN = Path(__file__).parent / "graph_files"

GRAPH = KnowledgeGraph(
    nodes=(
        Node(
            "ORG:外交部", "外交部", EntityType.ORG, ("外交", 'M"F"A'), 2, 1, "2025-02-14", "2025-02-14",
            0, 1, 1.5, 0.0, 0.5,
        ),
        Node("PERSON:王<毅>", "王<毅>", EntityType.PERSON, (), 1, 1, degree=1, community=0),
    ),
    edges=(
        Edge(
            "ORG:外交部", "PERSON:王<毅>", 1, 1, 1.5, -0.25, -3.8, 1e-05, None, "2025",
            ("报 & 刊.txt#s0", "报 & 刊.txt#s2"),
        ),
    ),
)  # fmt: skip

OTHERS = '{"nodes": [{"id": "a"}], "edges": []}'


def test_written(tmp_path):
    path = tmp_path / "图.json"
    written = write_node_link(GRAPH, path)
    assert (written.path, written.nodes, written.edges, written.replaced) == (path, 2, 1, 0)
    assert path.read_bytes() == (GOLDEN / "small.json").read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@given(graph=knowledge_graphs())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_it_is_networkx_s(graph, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "link.json"
    write_node_link(graph, path)
    cleaned, _ = clean(graph, NOT_UTF8)
    assert json.loads(path.read_text(encoding="utf-8")) == nx.node_link_data(
        to_networkx(cleaned), edges="edges"
    )


def test_the_graph_is_empty(tmp_path):
    path = tmp_path / "空.json"
    assert write_node_link(KnowledgeGraph((), (), "article"), path).nodes == 0
    assert read_node_link(path) == KnowledgeGraph((), (), "article")


@given(graph=knowledge_graphs())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_round_trip(graph, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "round.json"
    written = write_node_link(graph, path)
    cleaned, replaced = clean(graph, NOT_UTF8)
    assert (written.nodes, written.edges, written.replaced) == (len(graph.nodes), len(graph.edges), replaced)
    assert read_node_link(path) == cleaned
    first = path.read_bytes()
    write_node_link(graph, path)
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "check the path", id="no file"),
        pytest.param("", "no graph exported by wenmai", id="empty"),
        pytest.param("王毅", "no graph exported by wenmai", id="text"),
        pytest.param(OTHERS, "no graph exported by wenmai", id="a graph of others"),
    ],
)
def test_what_is_no_graph_of_ours(content, message, tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    path = tmp_path / "图.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        read_node_link(path)
    assert str(caught.value).startswith(f"{path}: ")
