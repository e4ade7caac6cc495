"""The whole graph from namings, and the graph in networkx and back."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
from graph_strategies import knowledge_graphs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wenmai.graph.link import ArticleTable, EntityTable, Namings, SentenceTable, Window
from wenmai.graph.network import (
    Edge,
    KnowledgeGraph,
    Node,
    build_graph,
    co_mention_graph,
    from_networkx,
    to_networkx,
)
from wenmai.graph.network.rounding import rounded
from wenmai.graph.values import Alias, Entity, EntityType

WANG = Entity("PERSON:王毅", EntityType.PERSON, "王毅")
MFA = Entity("ORG:外交部", EntityType.ORG, "外交部", (Alias("外交", "same"),))
PARIS = Entity("PLACE:巴黎", EntityType.PLACE, "巴黎")
LONE = Entity("PROGRAM:一带一路", EntityType.PROGRAM, "一带一路")


def columns(rows, *, window=Window.SENTENCE, bylines=()):
    """Namings of (entity, sentence) rows; five sentences, articles 0 0 1 1 2, the last a reprint of 0."""
    table = EntityTable.of([WANG, MFA, PARIS, LONE])
    return Namings(
        entities=table,
        articles=ArticleTable(("2025-02-14", "2025-01-02", "2024-12-31"), np.array([0, 1, 0]), np.arange(3)),
        sentences=SentenceTable(
            tuple(f"报.txt#s{number}" for number in range(5)),
            np.array([0, 0, 1, 1, 2]),
            np.zeros(5, dtype=int),
        ),
        entity=np.array([table.ids.index(entity.id) for entity, _ in rows], dtype=np.int64),
        sentence=np.array([sentence for _, sentence in rows], dtype=np.int64),
        linking=np.array([row not in bylines for row in rows], dtype=np.bool_),
        window=window,
    )


ROWS = [(WANG, 0), (MFA, 0), (WANG, 0), (WANG, 2), (MFA, 2), (PARIS, 2), (PARIS, 3), (WANG, 4), (LONE, 4)]


def test_build_graph():
    graph = build_graph(columns(ROWS))
    assert graph.window == "sentence"
    assert [replace(node, pagerank=0.0) for node in graph.nodes] == [
        Node(
            "ORG:外交部", "外交部", EntityType.ORG, ("外交",), 2, 2, "2025-01-02", "2025-02-14",
            community=0, degree=2, weighted_degree=2.0,
        ),
        Node(
            "PERSON:王毅", "王毅", EntityType.PERSON, (), 3, 2, "2025-01-02", "2025-02-14",
            community=0, degree=2, weighted_degree=2.0,
        ),
        Node(
            "PLACE:巴黎", "巴黎", EntityType.PLACE, (), 2, 1, "2025-01-02", "2025-01-02",
            community=0, degree=2, weighted_degree=1.0,
        ),
        Node("PROGRAM:一带一路", "一带一路", EntityType.PROGRAM),
    ]  # fmt: skip
    assert sum(node.pagerank for node in graph.nodes) == pytest.approx(1.0, abs=1e-5)
    # Of 3 windows 外交部, 王毅 and 巴黎 are named in 2 each; the last with the others in 1:
    # npmi ln(3/4) / ln 3, g2 -2 (ln(3/4) + 2 ln(3/2)).
    assert graph.edges == (
        Edge(
            "ORG:外交部", "PERSON:王毅", 2, 2, 1.5, 1.0, 3.81909, 0.25,
            "2025-01-02", "2025-02-14", ("报.txt#s0", "报.txt#s2"),
        ),
        Edge(
            "ORG:外交部", "PLACE:巴黎", 1, 1, 0.5, -0.26186, -1.0465, 0.5,
            "2025-01-02", "2025-01-02", ("报.txt#s2",),
        ),
        Edge(
            "PERSON:王毅", "PLACE:巴黎", 1, 1, 0.5, -0.26186, -1.0465, 0.5,
            "2025-01-02", "2025-01-02", ("报.txt#s2",),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("window", "edges"),
    [
        pytest.param(
            Window.ARTICLE,
            {
                ("ORG:外交部", "PERSON:王毅"): ("报.txt#s0", "报.txt#s2"),
                ("ORG:外交部", "PLACE:巴黎"): ("报.txt#s2",),
                ("PERSON:王毅", "PLACE:巴黎"): ("报.txt#s2",),
            },
            id="article",
        ),
        pytest.param(Window.SENTENCE, {("ORG:外交部", "PERSON:王毅"): ("报.txt#s0",)}, id="sentence"),
    ],
)
def test_the_window_is_told(window, edges):
    rows = ROWS if window is Window.ARTICLE else ROWS[:4]
    graph = co_mention_graph(columns(rows, window=window))
    assert graph.window == window.value
    assert {(edge.a, edge.b): edge.evidence for edge in graph.edges} == edges


def test_a_byline_is_a_mention_and_no_co_mention():
    graph = build_graph(columns([(WANG, 0), (MFA, 0)], bylines=[(WANG, 0)]))
    assert graph.edges == ()
    assert [(node.name, node.mentions, node.articles, node.first_seen) for node in graph.nodes] == [
        ("外交部", 1, 1, "2025-02-14"),
        ("王毅", 1, 1, "2025-02-14"),
        ("巴黎", 0, 0, None),
        ("一带一路", 0, 0, None),
    ]


def test_no_mentions_at_all():
    assert [(node.mentions, node.community) for node in build_graph(columns([])).nodes] == [(0, -1)] * 4


@given(st.permutations(ROWS))
@settings(deadline=None)
def test_the_graph_does_not_depend_on_the_order_of_mentions(rows):
    assert build_graph(columns(rows)) == build_graph(columns(ROWS))


@pytest.mark.parametrize(
    ("value", "short"),
    [
        pytest.param(1 / 3, 0.333333, id="six digits"),
        pytest.param(123456.5, 123456.0, id="to even"),
        pytest.param(1234567.0, 1234570.0, id="of a large one"),
        pytest.param(1.23456789e-12, 1.23457e-12, id="of a small one"),
        pytest.param(-0.0, 0.0, id="no minus nought"),
        pytest.param(1.234565e300, 1.23456e300, id="of a huge one"),
        pytest.param(0.999999951, 1.0, id="up to a power of ten"),
        pytest.param(-1e-320, -9.99989e-321, id="a subnormal one"),
    ],
)
def test_rounded(value, short):
    assert [repr(each) for each in rounded(np.array([value, 5.0, value]))] == [
        repr(short),
        "5.0",
        repr(short),
    ]


@given(st.floats(allow_nan=False, allow_infinity=False))
@settings(deadline=None)
def test_rounded_is_six_digits_of_the_decimal(value):
    (short,) = rounded(np.array([value]))
    assert float(f"{short:.6g}") == short
    assert short == pytest.approx(value, rel=5.000001e-6, abs=1e-318)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_no_number_is_no_score(value):
    with pytest.raises(ValueError, match="a score is a finite number"):
        rounded(np.array([1.0, value]))


@given(knowledge_graphs())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_networkx_and_back(graph):
    net = to_networkx(graph)
    assert from_networkx(net) == graph
    assert list(net) == [node.id for node in graph.nodes]
    values = [v for *_, data in [*net.nodes(data=True), *net.edges(data=True)] for v in data.values()]
    assert {type(value) for value in values} <= {str, int, float, list}


def test_attributes_in_networkx():
    net = to_networkx(build_graph(columns(ROWS)))
    assert net.graph == {"window": "sentence"}
    assert net.nodes["PROGRAM:一带一路"] == {
        "name": "一带一路", "kind": "PROGRAM", "aliases": [], "mentions": 0, "articles": 0, "community": -1,
        "degree": 0, "weighted_degree": 0.0, "betweenness": 0.0,
        "pagerank": net.nodes["PROGRAM:一带一路"]["pagerank"],
    }  # fmt: skip
    assert net.edges["PERSON:王毅", "ORG:外交部"] == {
        "count": 2, "articles": 2, "weight": 1.5, "npmi": 1.0, "g2": 3.81909, "significance": 0.25,
        "first": "2025-01-02", "last": "2025-02-14", "evidence": ["报.txt#s0", "报.txt#s2"],
    }  # fmt: skip


def test_the_order_in_networkx_does_not_matter():
    graph = build_graph(columns(ROWS))
    net = to_networkx(graph)
    turned = nx.Graph(**net.graph)
    turned.add_nodes_from(reversed(list(net.nodes(data=True))))
    turned.add_edges_from((b, a, data) for a, b, data in reversed(list(net.edges(data=True))))
    assert from_networkx(turned) == graph


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"name": None}, "PLACE:巴黎: name is str, not NoneType", id="no value"),
        pytest.param({"mentions": "2"}, "PLACE:巴黎: mentions is int, not str", id="another type"),
        pytest.param({"kind": "TOWN"}, "'TOWN' is not a valid EntityType", id="another kind"),
    ],
)
def test_other_attributes_are_refused(change, message):
    net = to_networkx(build_graph(columns(ROWS)))
    net.nodes["PLACE:巴黎"].update(change)
    with pytest.raises(ValueError, match=message):
        from_networkx(net)


def test_a_missing_attribute_is_refused():
    net = to_networkx(build_graph(columns(ROWS)))
    del net.edges["ORG:外交部", "PLACE:巴黎"]["npmi"]
    with pytest.raises(ValueError, match="ORG:外交部 - PLACE:巴黎: no attribute npmi"):
        from_networkx(net)


@pytest.mark.parametrize(("a", "b"), [("b", "a"), ("a", "a")])
def test_an_edge_has_one_spelling(a, b):
    with pytest.raises(ValueError, match="the smaller id first"):
        Edge(a, b, count=1, articles=1, weight=1.0, npmi=0.0, g2=0.0, significance=1.0)


def test_an_empty_graph():
    assert from_networkx(to_networkx(KnowledgeGraph((), ()))) == KnowledgeGraph((), ())
