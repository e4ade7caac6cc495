"""What the page is made of: offsets, samples, pinyin, sizes, periods, the selection."""

from __future__ import annotations

import itertools

import page_corpus
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.network.knowledge_graph import Edge, KnowledgeGraph, Node
from wenmai.graph.values import EntityType, Span
from wenmai.loaders.write.html.drawing import pinyin_keys, radii
from wenmai.loaders.write.html.evidence import spread
from wenmai.loaders.write.html.excerpt import Excerpt, excerpt, utf16_offsets
from wenmai.loaders.write.html.heading import default_title
from wenmai.loaders.write.html.selection import opening_count, select
from wenmai.loaders.write.html.timeline import timeline


@given(st.text(max_size=30))
def test_utf16_offsets(text):
    assert list(utf16_offsets(text)) == [
        len(text[:at].encode("utf-16-le", errors="surrogatepass")) // 2 for at in range(len(text) + 1)
    ]


def line(length: int) -> str:
    """So many characters, no two of them alike."""
    return "".join(map(chr, range(0x4E00, 0x4E00 + length)))


LINE = line(2_000)


@pytest.mark.parametrize(
    ("text", "marks", "shown"),
    [
        pytest.param(LINE[:400], [(0, 2)], LINE[:400], id="not long"),
        pytest.param(LINE, [], LINE, id="no name"),
        pytest.param(LINE, [(0, 2)], LINE[:122] + "…", id="at the start"),
        pytest.param(LINE, [(1_998, 2_000)], "…" + LINE[1_878:], id="at the end"),
        pytest.param(LINE, [(500, 502)], "…" + LINE[380:622] + "…", id="inside"),
        pytest.param(LINE, [(500, 502), (861, 863)], "…" + LINE[380:983] + "…", id="119 between stay"),
        pytest.param(
            LINE, [(500, 502), (862, 864)], "…" + LINE[380:622] + "…" + LINE[742:984] + "…", id="120 go"
        ),
        pytest.param(LINE, [(500, 510), (501, 502)], "…" + LINE[380:630] + "…", id="one in another"),
        pytest.param(LINE, [(239, 241)], LINE[:361] + "…", id="119 before stay"),
        pytest.param(LINE, [(240, 242)], "…" + LINE[120:362] + "…", id="120 before go"),
        pytest.param(LINE, [(1_759, 1_761)], "…" + LINE[1_639:], id="119 behind stay"),
        pytest.param(LINE, [(1_758, 1_760)], "…" + LINE[1_638:1_880] + "…", id="120 behind go"),
    ],
)
def test_excerpt(text, marks, shown):
    spans = [Span(*mark) for mark in marks]
    moved = [Span(shown.index(text[span.start]), shown.index(text[span.end - 1]) + 1) for span in spans]
    assert excerpt(text, spans) == Excerpt(shown, tuple(moved))


@given(st.lists(st.tuples(st.integers(0, 1_990), st.integers(1, 10)), max_size=6))
def test_excerpt_keeps_names_and_what_stands_around_them(marks):
    spans = [Span(start, start + length) for start, length in marks]
    shown = excerpt(LINE, spans)
    for before, after in zip(spans, shown.marks, strict=True):
        assert shown.text[after.start : after.end] == LINE[before.start : before.end]
        assert LINE[max(before.start - 120, 0) : before.end + 120] in shown.text
    assert "".join(sorted(set(shown.text) - {"…"})) == shown.text.replace("…", "")


@pytest.mark.parametrize(
    ("dates", "title"),
    [
        ([], "新闻关系图谱"),
        ([None], "新闻关系图谱"),
        (["2025-02-14", None, "2025-02"], "新闻关系图谱 2025-02"),
        (["2025-11-13", "2025-02-14", "2025-08-01"], "新闻关系图谱 2025-02 至 2025-11"),
        (["2024", "2025-03-01"], "新闻关系图谱 2024 至 2025-03"),
    ],
)
def test_default_title(dates, title):
    names = {"青石市": (EntityType.PLACE, 0, ())}
    articles = [(f"{i}.txt", None, date, ["{{青石市}}。"]) for i, date in enumerate(dates)]
    assert default_title(page_corpus.build(names, articles, title="目录")) == title


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


def web(counts: list[int]) -> KnowledgeGraph:
    """Edges between any of a thousand nodes."""
    nodes = star(1_000, []).nodes
    pairs = itertools.islice(itertools.combinations([node.id for node in nodes], 2), len(counts))
    edges = (
        Edge(a, b, count, 1, float(count), 0.5, 1.0, 1 / (1 + count))
        for (a, b), count in zip(pairs, counts, strict=True)
    )
    return KnowledgeGraph(nodes, tuple(edges))


@pytest.mark.parametrize(
    ("graph", "count"),
    [
        pytest.param(star(10, []), 1, id="no edges"),
        pytest.param(star(10, [2, 3]), 2, id="a small graph opens whole"),
        pytest.param(star(1_400, [1] * 1_000), 1, id="few edges open whole"),
        pytest.param(web([1] * 3_001), 1, id="all alike: the slider cannot help"),
        pytest.param(web([1] * 3_000 + [2] * 300), 2, id="opens with at most 3,000 edges"),
        pytest.param(web([1, 2] * 2_000 + [3] * 1_001), 3, id="the count just below has 3,001"),
        pytest.param(star(9_000, [1] * 8_000 + [2] * 900), 1, id="with communities first, 10,000"),
    ],
)
def test_slider_opens_where_few_are_drawn(graph, count):
    assert opening_count(select(graph, max_nodes=10_000)) == count


def test_backbone_keeps_the_best_edge_of_each_node():
    """Of 7,985 edges 6,400 fit; the last hundred nodes have none but the weakest."""
    nodes = star(1_600, []).nodes
    edges = tuple(
        Edge(nodes[a].id, nodes[b].id, 1, 1, 1.0, 0.5, 1.0, 0.99 if b >= 1_500 else (a * 7 + b) % 97 / 100)
        for a in range(1_600)
        for b in range(a + 1, min(a + 6, 1_600))
    )
    kept = select(KnowledgeGraph(nodes, edges), max_nodes=5_000)
    assert (len(edges), len(kept.edges), kept.left_edges) == (7_985, 6_400, 1_585)
    assert {end for edge in kept.edges for end in (edge.a, edge.b)} == {node.id for node in nodes}
    assert kept.edges == tuple(edge for edge in edges if edge in set(kept.edges))
    assert min(edge.significance for edge in set(edges) - set(kept.edges)) == 0.81
