"""What the page is made of: offsets, samples, pinyin, sizes, periods, the selection."""

from __future__ import annotations

import page_corpus
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.network.knowledge_graph import Edge, KnowledgeGraph, Node
from wenmai.graph.values import EntityType
from wenmai.loaders.write.html.drawing import pinyin_keys, radii
from wenmai.loaders.write.html.evidence import spread, utf16
from wenmai.loaders.write.html.selection import opening_count, select
from wenmai.loaders.write.html.timeline import timeline


@given(st.text(max_size=30), st.data())
def test_utf16_offsets(text, data):
    at = data.draw(st.integers(0, len(text)))
    assert utf16(text, at) == len(text[:at].encode("utf-16-le", errors="surrogatepass")) // 2


@pytest.mark.parametrize(
    ("items", "most", "kept"),
    [("abc", 3, "abc"), ("abcdef", 3, "ace"), ("abcdefg", 2, "ad"), ("abc", 0, ""), ("", 2, "")],
)
def test_spread(items, most, kept):
    assert list(spread(items, most)) == list(kept)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("重庆市", ["chongqingshi", "cqs"]),
        ("山西AI研究院", ["shanxiaiyanjiuyuan", "sxaiyjy"]),
        ("OpenAI", []),
        ("", []),
    ],
)
def test_pinyin_keys(name, keys):
    assert pinyin_keys(name) == keys


def test_area_of_a_node_goes_with_its_mentions():
    nodes = [Node(f"ORG:{n}", str(n), EntityType.ORG, mentions=n) for n in (100, 25, 1, 0)]
    assert list(radii(nodes).values()) == [26.0, 13.0, 4.0, 4.0]


@pytest.mark.parametrize(
    ("dates", "periods"),
    [
        ([], ()),
        (["2025", None], ()),
        (["2025-02"], ("2025-02",)),
        (["2024-12-31", "2025-02"], ("2024-12", "2025-01", "2025-02")),
        (["1990-01-01", "2011-05-01"], tuple(str(year) for year in range(1990, 2012))),
    ],
)
def test_periods(dates, periods):
    names = {"青石市": (EntityType.PLACE, 0, ())}
    articles = [(f"{i}.txt", None, date, ["{{青石市}}。"]) for i, date in enumerate(dates)]
    assert timeline(page_corpus.build(names, articles)).periods == periods


def star(size: int, counts: list[int]) -> KnowledgeGraph:
    nodes = tuple(Node(f"ORG:{i:05}", f"甲{i}", EntityType.ORG, mentions=size - i) for i in range(size))
    edges = (
        Edge(nodes[0].id, nodes[i + 1].id, count, 1, float(count), 0.5, 1.0, 1 / (1 + count))
        for i, count in enumerate(counts)
    )
    return KnowledgeGraph(nodes, tuple(edges))


@pytest.mark.parametrize(
    ("graph", "count"),
    [
        pytest.param(star(10, []), 1, id="no edges"),
        pytest.param(star(10, [2, 3]), 2, id="a small graph opens whole"),
        pytest.param(star(1_400, [1] * 1_000), 1, id="few edges open whole"),
        pytest.param(star(3_400, [1] * 3_001), 1, id="all alike: the slider cannot help"),
        pytest.param(
            star(3_400, [1] * 3_000 + [2] * 300), 2, id="many open at the first count with at most 3,000"
        ),
    ],
)
def test_slider_opens_where_few_are_drawn(graph, count):
    assert opening_count(select(graph, max_nodes=5_000)) == count


def test_backbone_keeps_the_best_edge_of_each_node():
    size = 1_600  # 6,400 edges at most
    nodes = tuple(Node(f"ORG:{i:05}", f"甲{i}", EntityType.ORG) for i in range(size))
    edges = tuple(
        Edge(nodes[a].id, nodes[b].id, 1, 1, 1.0, 0.5, 1.0, round(((a * 7 + b) % 97) / 97, 3))
        for a in range(size)
        for b in range(a + 1, min(a + 6, size))
    )
    kept = select(KnowledgeGraph(nodes, edges), max_nodes=5_000)
    assert (len(kept.edges), kept.left_edges) == (6_400, len(edges) - 6_400)
    assert {end for edge in kept.edges for end in (edge.a, edge.b)} == {node.id for node in nodes}
    dropped = set(edges) - set(kept.edges)
    assert min(edge.significance for edge in dropped) >= 0.7
