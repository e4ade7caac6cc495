"""How roles are summed up over documents: evidence, dates, joined titles, order, and any text at all."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_document import document

from wenmai.graph.roles import Affiliation, Position, ProgrammeTie, Roles, Tie, find_roles
from wenmai.graph.values import Document, Entity, EntityId, EntityType, Role


def page(source: str, marked: str, date: str | None = None) -> Document:
    found = document(marked, source)
    return replace(found, articles=tuple(replace(a, date=date) for a in found.articles))


def ids(*pages: Document) -> dict[tuple[str, int, int], EntityId]:
    return {m.key: f"{m.type}:{m.text}" for p in pages for m in p.mentions}


def roles(*pages: Document) -> Roles:
    return find_roles(pages, ids(*pages))


A = page("a", "{O:市教育局}局长{P:张山}说。{P:张山}局长又说。", "2025-02-14")
B = page("b", "无事。{O:市教育局}局长{P:张山}到校。{O:市教育局}启动{G:阅读行动}。", "2024")
C = page("c", "{O:市教育局}局长{P:张山}到校。")
D = page("d", "{O:市水利局}副局长{P:李思}，{O:市教育局}启动{G:阅读行动}。", "2025-03")


def test_evidence_and_dates():
    found = roles(A, B, C)
    proof = ("a#s0", "a#s1", "b#s1", "c#s0"), "2024", "2025-02-14"
    said = ("a#s0", "b#s1", "c#s0"), "2024", "2025-02-14"
    assert found == Roles(
        (Position("PERSON:张山", "局长", "ORG:市教育局", None, False, *proof),),
        (Affiliation("PERSON:张山", "ORG:市教育局", *said),),
        (ProgrammeTie("ORG:市教育局", "PROGRAM:阅读行动", Tie.RUNS, ("b#s2",), "2024", "2024"),),
    )


def test_undated():
    assert [(p.first, p.last) for p in roles(C).positions] == [(None, None)]


def test_order_of_documents_plays_no_part():
    results = {roles(*order) for order in permutations((A, B, C, D))}
    assert len(results) == 1
    assert [p.person for p in results.pop().positions] == ["PERSON:张山", "PERSON:李思"]


def test_sentences_are_sorted_by_number():
    many = page("a", "{O:市教育局}局长{P:张山}说。" * 12)
    assert roles(many).positions[0].evidence == tuple(f"a#s{n}" for n in range(12))


@pytest.mark.parametrize(
    ("marked", "titles"),
    [
        pytest.param("{O:甲局}局长{P:张山}说。{P:张山}局长说。", {("局长", "甲局")}, id="one body"),
        pytest.param(
            "{O:甲局}局长{P:张山}说。{O:乙局}局长{P:张山}说。{P:张山}局长说。",
            {("局长", "甲局"), ("局长", "乙局"), ("局长", "")},
            id="two bodies: stays alone",
        ),
        pytest.param(
            "{O:甲局}原局长{P:张山}说。{P:张山}局长说。", {("局长", "甲局"), ("局长", "")}, id="former"
        ),
        pytest.param("工厂总经理{P:张山}说。总经理{P:张山}说。", {("工厂总经理", "")}, id="fuller title"),
        pytest.param(
            "{O:甲厂}副总经理{P:张山}说。总经理{P:张山}说。",
            {("副总经理", "甲厂"), ("总经理", "")},
            id="deputy is another office",
        ),
        pytest.param(
            "工厂总经理{P:张山}说。{O:甲厂}工厂总经理{P:张山}说。总经理{P:张山}说。",
            {("工厂总经理", "甲厂")},
            id="step by step",
        ),
        pytest.param(
            "{O:甲厂}工厂总经理{P:张山}说。{O:乙厂}工厂总经理{P:张山}说。总经理{P:张山}说。",
            {("工厂总经理", "甲厂"), ("工厂总经理", "乙厂"), ("总经理", "")},
            id="two longer titles",
        ),
    ],
)
def test_title_without_a_body_joins(marked, titles):
    found = roles(page("a", marked)).positions
    assert {(p.title, (p.organisation or ":").partition(":")[2]) for p in found} == titles


def test_former_office_is_no_affiliation():
    assert roles(page("a", "{O:甲局}原局长{P:张山}说。")).affiliations == ()


def test_body_that_is_no_mention_is_looked_up():
    first = page("a", "{O:省人大}开会。省人大代表{P:张山}说。¦省人大代表{P:李思}说。")
    held = {p.person: (p.title, p.organisation) for p in roles(first).positions}
    assert held == {
        "PERSON:张山": ("代表", "ORG:省人大"),
        "PERSON:李思": ("省人大代表", None),  # another article: whose 省人大?
    }


def test_national_body_is_known_by_its_aliases():
    from wenmai.graph.values import Alias

    first = page("a", "全国人大代表{P:张山}说。")
    body = Entity("ORG:全国人民代表大会", EntityType.ORG, "全国人民代表大会", (Alias("全国人大", "curated"),))
    known = find_roles([first], ids(first), entities=[body]).positions
    assert [(p.title, p.organisation) for p in known] == [("代表", body.id)]
    assert [(p.title, p.organisation) for p in roles(first).positions] == [("全国人大代表", None)]


def test_place_of_an_unknown_body_is_not_known():
    held = {
        p.title: (p.organisation, p.place)
        for p in roles(page("a", "{O:市委}副书记、市长{P:张山}说。")).positions
    }
    assert held == {"副书记": ("ORG:市委", None), "市长": (None, None)}


@pytest.mark.parametrize(
    ("head", "place", "known"),
    [("市长", "临溪市", True), ("县长", "临溪市", False), ("专员", "云北地区", True), ("州长", "云州", True)],
)
def test_place_of_a_committee_needs_the_class_of_its_head(head, place, known):
    first = page("a", f"{{O:地委}}副书记、{head}{{P:张山}}说。")
    entities = [
        Entity("ORG:地委", EntityType.ORG, "地委", parent="PLACE:x"),
        Entity("PLACE:x", EntityType.PLACE, place),
    ]
    found = {p.title: p.place for p in find_roles([first], ids(first), entities=entities).positions}
    assert found == {"副书记": None, head: "PLACE:x" if known else None}


def test_signed_article_says_who_the_author_is():
    marked = "{b:P:张山}{O:甲大学}很大。（作者系{O:甲大学}教授、{O:乙学会}会长）"
    first = document(marked, "a")
    signed = replace(first, articles=tuple(replace(a, authors=("张山",)) for a in first.articles))
    two = replace(first, articles=tuple(replace(a, authors=("张山", "李思")) for a in first.articles))
    held = [(p.person, p.title, p.organisation) for p in roles(signed).positions]
    assert held == [("PERSON:张山", "会长", "ORG:乙学会"), ("PERSON:张山", "教授", "ORG:甲大学")]
    assert roles(two) == roles(first) == Roles()


@pytest.mark.parametrize("role", [Role.BYLINE, Role.REPEAT])
def test_roles_that_say_nothing(role):
    for kept in (EntityType.PERSON, EntityType.ORG):
        silent = replace(
            A, mentions=tuple(m if m.type is kept else replace(m, role=role) for m in A.mentions)
        )
        said = [p.organisation for p in roles(silent).positions]
        assert said == ([] if kept is EntityType.ORG else [None])


def test_ignored_mention_says_nothing():
    known = {key: id_ for key, id_ in ids(A).items() if id_ != "ORG:市教育局"}
    assert [p.organisation for p in find_roles([A], known).positions] == [None]


PIECES = st.sampled_from(
    [
        *"、，。；：（）“”的任为是兼原副长和与及等",
        *(
            "局长",
            "副市长",
            "书记",
            "教授",
            "代表",
            "任命",
            "担任",
            "辞去",
            "委员",
            "宣传部",
            "全国人大",
            "时任",
        ),
        *(
            "{P:张山}",
            "{P:李思}",
            "{O:甲局}",
            "{O:市委}",
            "{L:乙市}",
            "{G:丙行动}",
            "{b:P:丁}",
            "启动",
            "印发《",
            "由",
        ),
        *("作者系", "12月", "男，", "\ue000", "\ue004", "（", "𠮷"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text(marked):
    first = document(marked, "a")
    known = ids(first)
    entities = set(known.values())
    found = find_roles([first], known)
    sentences = {f"a#s{s.number}" for s in first.sentences}
    texts = "".join(first.texts)
    for each in (*found.positions, *found.affiliations, *found.programmes):
        assert each.evidence
        assert set(each.evidence) <= sentences
    for position in found.positions:
        assert {position.person, position.organisation, position.place} - {None} <= entities
        assert position.title[-2:] in texts
    assert found == find_roles([replace(first, mentions=first.mentions[::-1])], known)


@given(st.text(max_size=60))
def test_text_without_mentions(text):
    assert find_roles([document(text.replace("{", "").replace("}", ""), "a")], {}) == Roles()
