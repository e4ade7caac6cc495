"""The rows of the graph databases, from a corpus set by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_set_corpus import ENTITIES, hand_set_corpus
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.network.knowledge_graph import ArticleRow, Corpus, KnowledgeGraph, Node
from wenmai.graph.values import EntityType
from wenmai.loaders.write.check_corpus import check
from wenmai.loaders.write.layout import LAYOUTS, Part
from wenmai.loaders.write.rows import batches, counts, rows, search_text, snapshot


@pytest.mark.parametrize(
    ("name", "aliases", "text"),
    [
        pytest.param("外交部", (), "外交部 外交 交部", id="bigrams"),
        pytest.param("外交", (), "外交", id="a bigram is its own"),
        pytest.param("岚江大学", ("岚大",), "岚江大学 岚大 岚江 江大 大学", id="aliases before bigrams"),
        pytest.param("北京市", ("北京",), "北京市 北京 京市", id="each once"),
        pytest.param("Open AI", (), "open ai", id="Latin words stay whole"),
        pytest.param("C919大飞机", (), "c919大飞机 大飞 飞机", id="of Han runs only"),
        pytest.param("李", (), "李", id="one character"),
        pytest.param("𠮷野", (), "𠮷野", id="beyond the basic plane"),
    ],
)
def test_search_text(name, aliases, text):
    assert search_text(name, aliases) == text


@given(st.text(alphabet="外交部门长Ab", min_size=1, max_size=8))
def test_every_pair_of_han_characters_can_be_found(name):
    words = search_text(name, ()).split(" ")
    pairs = {name[i : i + 2] for i in range(len(name) - 1) if not name[i : i + 2].isascii()}
    assert {pair for pair in pairs if "A" not in pair and "b" not in pair} <= set(words)


def test_counts_are_those_of_the_rows():
    corpus = hand_set_corpus()
    assert counts(corpus) == {
        Part.ENTITIES: 13,
        Part.ARTICLES: 10,
        Part.SENTENCES: 9,
        Part.CO_MENTIONS: 20,
        Part.MENTIONS: 25,
        Part.PARTS: 9,
        Part.AUTHORS: 4,
        Part.LOCATIONS: 3,
        Part.POSITIONS: 4,
        Part.AFFILIATIONS: 1,
        Part.RUNS: 2,
        Part.ISSUED: 1,
        Part.REPRINTS: 3,
        Part.CONTINUATIONS: 1,
    }
    assert {part: len(list(rows(corpus, part))) for part in Part} == counts(corpus)


def test_a_relation_as_a_row():
    corpus = hand_set_corpus()
    assert next(rows(corpus, Part.POSITIONS)) == {
        "a": "PERSON:何望山",
        "b": "PLACE:北屿岛",
        "properties": {
            "title": "管委会主任", "first": None, "last": None, "former": True,
            "evidence": ["yu/undated.txt#s0"],
        },
    }  # fmt: skip
    assert list(rows(corpus, Part.ISSUED)) == [
        {
            "a": "ORG:北屿县科技局",
            "b": "PROGRAM:蓝湾工程",
            "properties": {"first": "2025", "last": "2025", "evidence": ["yu/year.txt#s0"]},
        }
    ]
    assert next(rows(corpus, Part.LOCATIONS)) == {
        "a": "ORG:云州市科技局", "b": "PLACE:云州", "properties": {},
    }  # fmt: skip
    assert list(rows(corpus, Part.CONTINUATIONS)) == [
        {"a": "yun/2025-03-05.md#a1", "b": "yun/2025-03-05.md#a0", "properties": {}}
    ]


@pytest.mark.parametrize("part", Part)
def test_properties_are_those_of_the_layout(part):
    for row in rows(hand_set_corpus(), part):
        assert list(row["properties"]) == list(LAYOUTS[part].properties)


@pytest.mark.parametrize(("size", "sizes"), [(4, [4, 4, 4, 1]), (13, [13]), (20, [13])])
def test_batches(size, sizes):
    assert [len(batch) for batch in batches(hand_set_corpus(), Part.ENTITIES, size=size)] == sizes


def test_what_is_missing_is_none():
    node = Node("PERSON:甲", "甲", EntityType.PERSON)
    article = ArticleRow("a#a0", "a", 0, "", "2025", None, "")
    corpus = Corpus("", KnowledgeGraph((node,), ()), (article,))
    [entity] = rows(corpus, Part.ENTITIES)
    assert (entity["properties"]["aliases"], entity["properties"]["first_seen"]) == (None, None)
    [row] = rows(corpus, Part.ARTICLES)
    assert row["properties"] == {
        "headline": None, "date": "2025", "month": None, "publication": None, "page": None, "source": "a",
    }  # fmt: skip


def test_an_author_twice_is_one_row():
    article = ArticleRow("a#a0", "a", 0, None, None, None, None, ("PERSON:甲", "PERSON:甲"))
    corpus = Corpus("", KnowledgeGraph((), ()), (article,))
    assert list(rows(corpus, Part.AUTHORS)) == [{"a": "a#a0", "b": "PERSON:甲", "properties": {}}]
    assert counts(corpus)[Part.AUTHORS] == 1


def test_a_name_that_is_not_text_is_spelled_out():
    corpus = Corpus("", KnowledgeGraph((), ()), (ArticleRow("\udce9.txt#a0", "\udce9.txt", 0, *(None,) * 4),))
    [row] = rows(corpus, Part.ARTICLES)
    assert (row["id"], row["properties"]["source"]) == ("\\udce9.txt#a0", "\\udce9.txt")


def test_equal_corpora_have_one_snapshot():
    corpus = hand_set_corpus()
    assert snapshot(corpus) == snapshot(hand_set_corpus())
    assert len(snapshot(corpus)) == 12
    others = [
        replace(corpus, mentions=corpus.mentions[:-1]),
        replace(corpus, relations=corpus.relations[:-1]),
        replace(corpus, links=corpus.links[:-1]),
        replace(corpus, articles=(replace(corpus.articles[0], page="7"), *corpus.articles[1:])),
        hand_set_corpus(entities=ENTITIES | {"PERSON:新人": ("新人", (), -1, 0.0, 0.0)}),
    ]
    assert len({snapshot(corpus), *map(snapshot, others)}) == 6


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(
            lambda c: replace(c, graph=replace(c.graph, nodes=c.graph.nodes[1:])),
            "an edge .*ORG:云州市科技局",
            id="edge",
        ),
        pytest.param(
            lambda c: replace(c, sentences=c.sentences[1:], mentions=c.mentions[3:]),
            "the evidence of an edge .*yu/undated.txt#s0",
            id="evidence",
        ),
        pytest.param(
            lambda c: replace(c, mentions=(replace(c.mentions[0], entity="ORG:无"),)),
            "a mention .*ORG:无",
            id="entity",
        ),
        pytest.param(
            lambda c: replace(c, mentions=(replace(c.mentions[0], sentence="无#s0"),)),
            "a mention .*无#s0",
            id="sentence",
        ),
        pytest.param(
            lambda c: replace(c, articles=c.articles[1:]), "a sentence .*yu/undated.txt#a0", id="article"
        ),
        pytest.param(
            lambda c: replace(c, articles=(replace(c.articles[0], authors=("PERSON:无",)), *c.articles[1:])),
            "an article .*PERSON:无",
            id="author",
        ),
        pytest.param(
            lambda c: replace(c, relations=(replace(c.relations[0], a="ORG:无"),)),
            "a relation .*ORG:无",
            id="relation",
        ),
        pytest.param(
            lambda c: replace(c, relations=(replace(c.relations[0], b="PLACE:无"),)),
            "a relation .*PLACE:无",
            id="relation to",
        ),
        pytest.param(
            lambda c: replace(c, relations=(replace(c.relations[0], evidence=("无#s0",)),)),
            "the evidence of a relation .*无#s0",
            id="evidence of a relation",
        ),
        pytest.param(
            lambda c: replace(c, links=(replace(c.links[0], a="无#a0"),)), "a link .*无#a0", id="link"
        ),
        pytest.param(
            lambda c: replace(c, links=(replace(c.links[0], b="无#a0"),)), "a link .*无#a0", id="link to"
        ),
    ],
)
def test_a_relationship_without_an_end(change, message):
    check(hand_set_corpus())
    with pytest.raises(ValueError, match=message):
        check(change(hand_set_corpus()))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(
            lambda c: replace(c, relations=(*c.relations, replace(c.relations[-1], first="2024"))),
            "2 times .*ISSUED.*蓝湾工程",
            id="a relation twice",
        ),
        pytest.param(
            lambda c: replace(c, relations=(*c.relations, replace(c.relations[4], former=True))),
            "2 times .*HOLDS_POSITION.*市长",
            id="a position held and held before",
        ),
        pytest.param(
            lambda c: replace(c, links=(*c.links, c.links[0])), "2 times .*REPRINT_OF", id="a link twice"
        ),
        pytest.param(
            lambda c: replace(c, relations=(replace(c.relations[4], title=None),)),
            "position of 'PERSON:林知远' at 'PLACE:云州' has no title",
            id="a position without a title",
        ),
        pytest.param(
            lambda c: replace(c, relations=(replace(c.relations[4], title=""),)),
            "has no title",
            id="a position with an empty title",
        ),
    ],
)
def test_a_relation_that_is_none(change, message):
    with pytest.raises(ValueError, match=message):
        check(change(hand_set_corpus()))
