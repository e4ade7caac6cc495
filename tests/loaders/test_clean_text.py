"""Characters that a format cannot hold: which, how many, and ids that stay apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from wenmai.graph.network import Edge, KnowledgeGraph, Node
from wenmai.graph.values import EntityType
from wenmai.loaders.write.clean_text import NOT_UTF8, NOT_XML, clean


def graph(*ids, evidence=()):
    """Nodes named like their ids, and an edge between the first two."""
    nodes = tuple(Node(each, each, EntityType.PERSON) for each in sorted(ids))
    edges = tuple(
        Edge(
            a.id, b.id, count=1, articles=1, weight=1.0, npmi=0.0, g2=0.0, significance=1.0, evidence=evidence
        )
        for a, b in pairwise(nodes[:2])
    )
    return KnowledgeGraph(nodes, edges)


@pytest.mark.parametrize(
    ("text", "xml", "utf8"),
    [
        pytest.param("晋中𠮷🙂<&>\"'", 0, 0, id="what XML can hold"),
        pytest.param("a\tb\nc\rd\x7f\x85\u2028\ufffd", 0, 0, id="white space and what is merely odd"),
        pytest.param("\x00\x08\x0b\x0c\x0e\x1f", 6, 0, id="controls"),
        pytest.param("\ud800\udbff\udc00\udfff", 4, 4, id="halves of surrogate pairs"),
        pytest.param("\ufffe\uffff", 2, 0, id="no characters at all"),
    ],
)
def test_what_is_replaced(text, xml, utf8):
    for forbidden, number in ((NOT_XML, xml), (NOT_UTF8, utf8)):
        cleaned, replaced = clean(graph(f"PERSON:{text}"), forbidden)
        assert replaced == 2 * number  # in the id and in the name
        assert cleaned.nodes[0].id.count("\ufffd") == number + text.count("\ufffd")
        assert cleaned.nodes[0].name == cleaned.nodes[0].id
        assert len(cleaned.nodes[0].id) == len(f"PERSON:{text}")


def test_ids_stay_apart_and_sorted():
    cleaned, replaced = clean(graph("\x01", "\x02", "\ufffd", "z", evidence=("s\x00", "s")), NOT_XML)
    assert [node.id for node in cleaned.nodes] == ["z", "\ufffd", "\ufffd\ufffd", "\ufffd\ufffd\ufffd"]
    assert [node.name for node in cleaned.nodes] == ["z", "\ufffd", "\ufffd", "\ufffd"]
    assert [(edge.a, edge.b, edge.evidence) for edge in cleaned.edges] == [
        ("\ufffd\ufffd", "\ufffd\ufffd\ufffd", ("s\ufffd", "s"))
    ]
    assert replaced == 5


def test_an_edge_keeps_the_smaller_id_first():
    cleaned, _ = clean(graph("\x01", "a"), NOT_XML)
    assert [(edge.a, edge.b) for edge in cleaned.edges] == [("a", "\ufffd")]


def test_a_clean_graph_is_left_alone():
    given = graph("甲", "乙", evidence=("s",))
    assert clean(given, NOT_XML) == (given, 0)
