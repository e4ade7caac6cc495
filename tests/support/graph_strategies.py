"""Graphs of every shape, with texts that file formats find hard."""

from __future__ import annotations

from hypothesis import strategies as st

from wenmai.graph.network import Edge, KnowledgeGraph, Node
from wenmai.graph.network.rounding import DIGITS
from wenmai.graph.values import EntityType

# Han of the first plane and beyond, the characters of XML and JSON, white space, controls, halves of
# surrogate pairs, what is no character at all.
HARD = "晋中𠮷🙂éA <>&\"'/\\]\t\n\r\x85\u2028\xa0\x00\x0b\x1b\x7f\ud800\udfff\ufffe\uffff\ufffd"
texts = st.text(st.one_of(st.sampled_from(HARD), st.characters()), min_size=1, max_size=6)
counts = st.integers(0, 2**31 - 1)
dates = st.none() | st.dates().map(lambda day: day.isoformat()) | st.just("2025-02") | st.just("2025")
scores = st.floats(-1e9, 1e9).map(lambda score: float(f"{score:.{DIGITS}g}") + 0.0)
lists = st.lists(texts, max_size=3).map(tuple)


def nodes(ids: list[str]) -> st.SearchStrategy[tuple[Node, ...]]:
    """A node for each id."""
    return st.tuples(
        *(
            st.builds(
                Node,
                id=st.just(each),
                name=texts,
                kind=st.sampled_from(EntityType),
                aliases=st.sets(texts, max_size=3).map(lambda forms: tuple(sorted(forms))),
                mentions=counts,
                articles=counts,
                first_seen=dates,
                last_seen=dates,
                community=st.integers(-1, 2**31 - 1),
                degree=counts,
                weighted_degree=scores,
                betweenness=scores,
                pagerank=scores,
            )
            for each in ids
        )
    )


def edges(pairs: list[tuple[str, str]]) -> st.SearchStrategy[tuple[Edge, ...]]:
    """An edge for each pair."""
    return st.tuples(
        *(
            st.builds(
                Edge,
                a=st.just(a),
                b=st.just(b),
                count=counts,
                articles=counts,
                weight=scores,
                npmi=scores,
                g2=scores,
                significance=scores,
                first=dates,
                last=dates,
                evidence=lists,
            )
            for a, b in pairs
        )
    )


@st.composite
def knowledge_graphs(draw: st.DrawFn) -> KnowledgeGraph:
    """A graph of up to five entities."""
    ids = sorted(draw(st.sets(texts, max_size=5)))
    pairs = [(a, b) for a in ids for b in ids if a < b]
    chosen = sorted(draw(st.sets(st.sampled_from(pairs), max_size=6))) if pairs else []
    window = draw(st.sampled_from(("sentence", "paragraph", "article")))
    return KnowledgeGraph(draw(nodes(ids)), draw(edges(chosen)), window)
