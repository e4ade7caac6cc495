"""GraphML: exact bytes, read back, and read by networkx."""

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
from wenmai.loaders.write.clean_text import NOT_XML, clean
from wenmai.loaders.write.graphml import read_graphml, write_graphml

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

OTHERS = "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><graph><node id='a'/></graph></graphml>"


def test_written(tmp_path):
    path = tmp_path / "图.graphml"
    written = write_graphml(GRAPH, path)
    assert (written.path, written.nodes, written.edges, written.replaced) == (path, 2, 1, 0)
    assert path.read_bytes() == (GOLDEN / "small.graphml").read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_networkx_reads_it(tmp_path):
    write_graphml(GRAPH, tmp_path / "g.graphml")
    net = nx.read_graphml(tmp_path / "g.graphml")
    expected = to_networkx(GRAPH)
    for data in (*expected.nodes.values(), *expected.edges.values()):
        for name in data.keys() & {"aliases", "evidence"}:
            data[name] = json.dumps(data[name], ensure_ascii=False)
    assert dict(net.nodes(data=True)) == dict(expected.nodes(data=True))
    assert list(net.edges(data=True)) == list(expected.edges(data=True))
    assert net.graph["window"] == "sentence"


def test_the_graph_is_empty(tmp_path):
    path = tmp_path / "空.graphml"
    assert write_graphml(KnowledgeGraph((), (), "article"), path).nodes == 0
    assert read_graphml(path) == KnowledgeGraph((), (), "article")


@given(graph=knowledge_graphs())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_round_trip(graph, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "round.graphml"
    written = write_graphml(graph, path)
    cleaned, replaced = clean(graph, NOT_XML)
    assert (written.nodes, written.edges, written.replaced) == (len(graph.nodes), len(graph.edges), replaced)
    assert read_graphml(path) == cleaned
    first = path.read_bytes()
    write_graphml(graph, path)
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
    path = tmp_path / "图.graphml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        read_graphml(path)
    assert str(caught.value).startswith(f"{path}: ")
