"""Co-mention: which windows are shared, and what is counted of them."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenmai.graph.link import ArticleTable, EntityTable, Namings, SentenceTable, Window, link, namings
from wenmai.graph.network import co_mention_graph
from wenmai.graph.values import Alias, Article, Document, Entity, EntityType, Mention, Role, Sentence, Span

NAMES = "甲乙丙丁戊"
ENTITIES = [Entity(id=f"PERSON:{name}", type=EntityType.PERSON, name=name) for name in NAMES]


def page(text, *, source="a.txt", dates=(), roles=None):
    """A page from a text: articles by ‖, paragraphs by |, sentences by 。; a letter of NAMES is a name.

    A name in （） has role BYLINE, one in 【】 REPEAT.
    """
    articles, sentences, texts, mentions = [], [], [], []
    at = 0
    for number, body in enumerate(text.split("‖")):
        begin = at
        for paragraph, stretch in enumerate(body.split("|")):
            for each in filter(None, stretch.split("。")):
                role = Role.BODY
                for place, letter in enumerate(each):
                    role = {"（": Role.BYLINE, "【": Role.REPEAT, "）": Role.BODY, "】": Role.BODY}.get(
                        letter, role
                    )
                    if letter in NAMES:
                        mentions.append(
                            Mention(
                                source=source,
                                start=at + place,
                                end=at + place + 1,
                                text=letter,
                                type=EntityType.PERSON,
                                role=role,
                                article=number,
                                sentence=len(sentences),
                                at=place,
                                score=1.0,
                            )
                        )
                span = Span(at, at + len(each))
                sentences.append(Sentence(len(sentences), number, paragraph, Role.BODY, span))
                texts.append(each)
                at += len(each) + 1
        date = dates[number] if number < len(dates) else None
        articles.append(Article(number=number, span=Span(begin, at), date=date))
    return Document(source, tuple(articles), tuple(sentences), tuple(texts), tuple(mentions))


def named(*pages, entities=ENTITIES, **settings):
    entity_of = {mention.key: f"PERSON:{mention.text}" for each in pages for mention in each.mentions}
    return namings(pages, entity_of, entities, **settings)


def found(columns):
    """The pairs as 'ab', each with count, articles, weight and evidence."""
    links = link(columns)
    names, ids = columns.entities.names, columns.sentences.ids
    return {
        names[a] + names[b]: (
            int(links.count[i]),
            int(links.articles[i]),
            pytest.approx(float(links.weight[i])),
            [ids[s] for s in links.evidence[links.starts[i] : links.starts[i + 1]]],
        )
        for i, (a, b) in enumerate(zip(links.a.tolist(), links.b.tolist(), strict=True))
    }


S, P, A = Window.SENTENCE, Window.PARAGRAPH, Window.ARTICLE


@pytest.mark.parametrize(
    ("text", "window", "links"),
    [
        pytest.param("甲乙", S, {"乙甲": (1, 1, 1.0, ["a.txt#s0"])}, id="one sentence"),
        pytest.param("甲。乙", S, {}, id="never across sentences"),
        pytest.param("甲乙甲乙甲", S, {"乙甲": (1, 1, 1.0, ["a.txt#s0"])}, id="a repeat counts once"),
        pytest.param("甲甲", S, {}, id="never with itself"),
        pytest.param("（甲）乙", S, {}, id="not with a by-line"),
        pytest.param("【甲】乙", S, {}, id="not in a repeated paragraph"),
        pytest.param("", S, {}, id="nothing at all"),
        pytest.param("甲。丁", A, {"丁甲": (1, 1, 1.0, ["a.txt#s0", "a.txt#s1"])}, id="an article"),
        pytest.param("甲|丁", P, {}, id="never across paragraphs"),
        pytest.param("甲‖丁", A, {}, id="never across articles"),
        pytest.param(
            "丙。丁丙", P, {"丁丙": (1, 1, 1.0, ["a.txt#s0", "a.txt#s1"])}, id="the first sentence of each"
        ),
        pytest.param("丙丁。丁。丙", P, {"丁丙": (1, 1, 1.0, ["a.txt#s0"])}, id="the first sentence of both"),
        pytest.param(
            "甲乙。甲乙‖甲乙",
            S,
            {"乙甲": (3, 2, 3.0, ["a.txt#s0", "a.txt#s1", "a.txt#s2"])},
            id="windows and articles",
        ),
        pytest.param(
            "甲乙丁。甲乙",
            S,
            {
                "丁乙": (1, 1, 0.5, ["a.txt#s0"]),
                "丁甲": (1, 1, 0.5, ["a.txt#s0"]),
                "乙甲": (2, 1, 1.5, ["a.txt#s0", "a.txt#s1"]),
            },
            id="a list weighs less",
        ),
        pytest.param(
            "甲乙。甲|乙。甲‖乙。甲",
            P,
            {"乙甲": (3, 2, 3.0, ["a.txt#s0", "a.txt#s2", "a.txt#s3", "a.txt#s4", "a.txt#s5"])},
            id="paragraphs of one number in two articles",
        ),
    ],
)
def test_link(text, window, links):
    assert found(named(page(text), window=window)) == links


def test_bylines_link_when_asked_to():
    assert found(named(page("（甲）乙"), bylines=True)) == {"乙甲": (1, 1, 1.0, ["a.txt#s0"])}


def test_a_mention_of_no_entity_is_left_out():
    pages = [page("甲乙丁")]
    columns = namings(pages, {("a.txt", 0, 1): "PERSON:甲", ("a.txt", 1, 2): "PERSON:乙"}, ENTITIES)
    assert list(found(columns)) == ["乙甲"]


def test_a_reprint_adds_nothing():
    first, second = page("甲乙", source="a.txt"), page("甲乙丁‖甲乙", source="b.txt")
    columns = named(first, second, reprints={"b.txt#a0": "a.txt#a0"})
    assert found(columns) == {"乙甲": (2, 2, 2.0, ["a.txt#s0", "b.txt#s1"])}


@pytest.mark.parametrize(
    ("window", "links"),
    [
        pytest.param(S, {"乙甲": (2, 1, 2.0, ["1.txt#s0", "3.txt#s0"])}, id="one story is one article"),
        pytest.param(
            A,
            {
                "丁乙": (1, 1, 0.5, ["1.txt#s0", "3.txt#s1"]),
                "丁甲": (1, 1, 0.5, ["1.txt#s0", "3.txt#s1"]),
                "乙甲": (1, 1, 0.5, ["1.txt#s0"]),
            },
            id="and one window",
        ),
    ],
)
def test_a_story_on_two_pages(window, links):
    first, third = page("甲乙", source="1.txt"), page("乙甲。丁", source="3.txt")
    columns = named(third, first, window=window, stories={"3.txt#a0": "1.txt#a0"})
    assert found(columns) == links


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        pytest.param(["2025-02-14", "2025-01-21"], "2025-01-21", "2025-02-14", id="two days"),
        pytest.param([None, "2025-01-21"], "2025-01-21", "2025-01-21", id="one unknown"),
        pytest.param([None, None], None, None, id="both unknown"),
        pytest.param(["2025-02-14", "2025-02"], "2025-02", "2025-02-14", id="a month begins before its days"),
        pytest.param(["2024-12-31", "2025"], "2024-12-31", "2025", id="a year before its months"),
    ],
)
def test_dates(dates, first, last):
    links = link(named(page("甲乙‖甲乙", dates=dates)))
    assert (links.first, links.last) == ([first], [last])


def test_a_story_has_the_earliest_date_of_its_parts():
    one, two = page("甲乙", source="1.txt"), page("甲乙", source="2.txt", dates=["2025-03-01"])
    links = link(named(one, two, window=A, stories={"2.txt#a0": "1.txt#a0"}))
    assert (links.first, links.last) == (["2025-03-01"], ["2025-03-01"])


def test_a_reprint_is_not_asked_for_a_date():
    first = page("甲乙", source="1.txt", dates=["2025-03-01"])
    again = page("甲乙", source="2.txt", dates=["2025-01-01"])
    links = link(named(first, again, reprints={"2.txt#a0": "1.txt#a0"}, stories={"2.txt#a0": "1.txt#a0"}))
    assert (links.first, links.last) == (["2025-03-01"], ["2025-03-01"])


def test_what_counts_as_a_mention():
    columns = named(page("甲【甲】（甲）‖甲"), reprints={"a.txt#a1": "a.txt#a0"})
    mentions = {node.name: node.mentions for node in co_mention_graph(columns).nodes}
    assert mentions == {"甲": 2, "乙": 0, "丙": 0, "丁": 0, "戊": 0}


def test_association_counts_windows_that_name_anyone():
    # 甲 2, 乙 1, together 1, in the 2 windows that name anyone: p(ab) = p(a) p(b).
    links = link(named(page("甲乙。甲。天气晴。天气阴")))
    assert links.npmi.tolist() == [0.0]
    assert links.g2.tolist() == [0.0]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        pytest.param({"reprints": {"x": "a.txt#a0"}}, "pointed to, not given: x", id="unknown reprint"),
        pytest.param({"reprints": {"a.txt#a0": "x"}}, "pointed to, not given: x", id="unknown original"),
        pytest.param(
            {"reprints": {"a.txt#a0": "a.txt#a1", "a.txt#a1": "a.txt#a0"}},
            "the original of an article is its own original",
            id="reprints of each other",
        ),
        pytest.param(
            {"stories": {"a.txt#a0": "a.txt#a1", "a.txt#a1": "a.txt#a0"}},
            "the story of an article is its own story",
            id="stories in a ring",
        ),
        pytest.param({"entities": ENTITIES[1:]}, "pointed to, not given: PERSON:甲", id="unknown entity"),
        pytest.param({"entities": ENTITIES * 2}, "entities are sorted by id, each once", id="entity twice"),
    ],
)
def test_what_does_not_fit_is_refused(settings, message):
    with pytest.raises(ValueError, match=message):
        named(page("甲乙‖甲"), **settings)


def test_a_source_given_twice_is_refused():
    with pytest.raises(ValueError, match=r"given twice: a\.txt#a0"):
        named(page("甲"), page("乙"))


def _columns(**changed):
    rows = {
        "entities": EntityTable.of(ENTITIES),
        "articles": ArticleTable((None,), np.array([0]), np.array([0])),
        "sentences": SentenceTable(("s0", "s1"), np.array([0, 0]), np.array([0, 0])),
        "entity": np.array([0, 1]),
        "sentence": np.array([0, 1]),
        "linking": np.array([True, True]),
    }
    return Namings(**(rows | changed))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        pytest.param({"entity": np.array([0, 5])}, "entity points outside the 5 entities", id="entity"),
        pytest.param(
            {"sentence": np.array([-1, 0])}, "sentence points outside the 2 sentences", id="sentence"
        ),
        pytest.param({"entity": np.array([0])}, "columns of unequal length", id="length"),
        pytest.param({"entity": np.array([0.0, 1.0])}, "whole numbers", id="floats"),
        pytest.param({"linking": np.array([1, 1])}, "truth values", id="numbers for truth values"),
        pytest.param(
            {"sentences": SentenceTable(("s0", "s1"), np.array([0, 1]), np.array([0, 0]))},
            "article points outside the 1 articles",
            id="article",
        ),
    ],
)
def test_columns_are_checked(changed, message):
    assert len(_columns().entity) == 2
    with pytest.raises(ValueError, match=message):
        _columns(**changed)


def test_aliases_are_those_of_the_entity_sorted():
    entity = Entity(
        "ORG:晋中市委", EntityType.ORG, "晋中市委", (Alias("市委", "relative"), Alias("中共晋中市委", "same"))
    )
    assert EntityTable.of([entity]).aliases == (("中共晋中市委", "市委"),)


# The same in plain Python, to hold the columns to.


def by_hand(columns, pages, reprints):
    """Count, articles, weight and evidence of each pair, from the pages."""
    who = defaultdict(dict)
    for each in sorted(pages, key=lambda page: page.source):
        for mention in each.mentions:
            article = f"{each.source}#a{mention.article}"
            if mention.role is Role.BODY and article not in reprints:
                sentence = each.sentences[mention.sentence]
                place = {
                    S: (each.source, mention.sentence),
                    P: (each.source, mention.article, sentence.paragraph),
                    A: (each.source, mention.article),
                }[columns.window]
                first = (each.source, mention.sentence)
                known = who[place, article].get(mention.text, first)
                who[place, article][mention.text] = min(first, known)
    pairs = defaultdict(lambda: [0, set(), 0.0, set()])
    for (_, article), entities in who.items():
        for a, b in combinations(sorted(entities), 2):
            pair = pairs[a + b]
            pair[0] += 1
            pair[1].add(article)
            pair[2] += 1 / (len(entities) - 1)
            pair[3] |= {entities[a], entities[b]}
    return {
        pair: (count, len(articles), pytest.approx(weight), [f"{s}#s{n}" for s, n in sorted(where)])
        for pair, (count, articles, weight, where) in pairs.items()
    }


corpora = st.lists(st.text(alphabet=NAMES + "。|‖（）", max_size=30), max_size=4).map(
    lambda texts: [page(text, source=f"{number}.txt") for number, text in enumerate(texts)]
)


@given(corpora, st.sampled_from(Window), st.data())
@settings(deadline=None)
def test_link_is_what_counting_by_hand_gives(pages, window, data):
    articles = [f"{each.source}#a{article.number}" for each in pages for article in each.articles]
    again = data.draw(st.sets(st.sampled_from(articles[1:]))) if len(articles) > 1 else set()
    reprints = dict.fromkeys(again, articles[0]) if articles else {}
    columns = named(*pages, window=window, reprints=reprints)
    assert found(columns) == by_hand(columns, pages, reprints)


@given(corpora, st.sampled_from(Window), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_the_input_does_not_matter(pages, window, random):
    columns = named(*pages, window=window)
    order = list(range(len(columns.entity)))
    random.shuffle(order)
    shuffled = Namings(
        entities=columns.entities,
        articles=columns.articles,
        sentences=columns.sentences,
        entity=columns.entity[order],
        sentence=columns.sentence[order],
        linking=columns.linking[order],
        window=window,
    )
    random.shuffle(pages)
    entities = ENTITIES.copy()
    random.shuffle(entities)
    expected = _bytes(link(columns))
    assert _bytes(link(shuffled)) == expected
    assert _bytes(link(named(*pages, entities=entities, window=window))) == expected


def _bytes(links):
    columns = ("a", "b", "count", "articles", "weight", "npmi", "g2", "significance", "evidence", "starts")
    return [getattr(links, name).tobytes() for name in columns] + [links.first, links.last]
