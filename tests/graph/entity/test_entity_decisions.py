"""Decisions outrank the rules: each verb, their chains, and what can't be followed."""

from __future__ import annotations

import pytest
from marked_document import document

from wenmai.graph.entity import (
    Decision,
    Decisions,
    Doubt,
    Problem,
    Trouble,
    Verb,
    Why,
    resolve,
    with_decision,
)
from wenmai.graph.values import EntityType
from wenmai.loaders.lists import load_gazetteer, load_names

PAGES = (
    "〔晋中日报〕{O:市委}书记{P:郝存善}到{O:云海矿业有限公司}。{O:云海矿业}负责人{P:王伟}汇报。",
    "〔太原日报〕{O:市委}会议。{P:郝存善}、{P:王玮}参加，{L:古城}揭牌。",
    "{O:云海集团}、{O:云海矿业}参展，{G:清源行动}启动。",
)


def decided(decisions, marked=PAGES):
    pages = [document(text, f"{n}.txt") for n, text in enumerate(marked, start=1)]
    return pages, resolve(pages, gazetteer=load_gazetteer(), names=load_names(), decisions=decisions)


def ids(pages, found):
    """What each surface of each source stands for."""
    return {f"{m.text}@{m.source[0]}": found.entity_of.get(m.key) for page in pages for m in page.mentions}


PLAIN = {
    "市委@1": "ORG:晋中市委",
    "郝存善@1": "PERSON:郝存善",
    "云海矿业有限公司@1": "ORG:云海矿业",
    "云海矿业@1": "ORG:云海矿业",
    "王伟@1": "PERSON:王伟（云海矿业）",
    "市委@2": "ORG:太原市委",
    "郝存善@2": "PERSON:郝存善",
    "王玮@2": "PERSON:王玮",
    "古城@2": "PLACE:古城",
    "云海集团@3": "ORG:云海集团",
    "云海矿业@3": "ORG:云海矿业",
    "清源行动@3": "PROGRAM:清源行动",
}


@pytest.mark.parametrize(
    ("decisions", "changed"),
    [
        pytest.param(Decisions(), {}, id="none"),
        pytest.param(
            Decisions(same=(("ORG:云海集团", "ORG:云海矿业"),)),
            dict.fromkeys(("云海矿业有限公司@1", "云海矿业@1", "云海矿业@3"), "ORG:云海集团"),
            id="same: the first one's id stays",
        ),
        pytest.param(
            Decisions(same=(("ORG:云海集团", "ORG:云海矿业"), ("ORG:云海矿业", "ORG:晋中市委"))),
            dict.fromkeys(("云海矿业有限公司@1", "云海矿业@1", "云海矿业@3", "市委@1"), "ORG:云海集团"),
            id="same is transitive",
        ),
        pytest.param(
            Decisions(same=(("PERSON:王伟（云海矿业）", "PERSON:王玮"),)),
            {"王玮@2": "PERSON:王伟（云海矿业）"},
            id="a misprint",
        ),
        pytest.param(
            Decisions(not_same=(("PERSON:郝存善", "PERSON:郝存善@2.txt"),)),
            {"郝存善@2": "PERSON:郝存善@2.txt"},
            id="not same: one source's",
        ),
        pytest.param(
            Decisions(not_same=(("ORG:云海矿业", "ORG:云海矿业有限公司"),)),
            {"云海矿业有限公司@1": "ORG:云海矿业有限公司"},
            id="not same: the words that the rules had joined",
        ),
        pytest.param(
            Decisions(rename=(("ORG:云海矿业", "云海矿业（晋中）"),)),
            dict.fromkeys(("云海矿业有限公司@1", "云海矿业@1", "云海矿业@3"), "ORG:云海矿业（晋中）"),
            id="rename",
        ),
        pytest.param(
            Decisions(retype=(("PLACE:古城", EntityType.ORG),)), {"古城@2": "ORG:古城"}, id="retype"
        ),
        pytest.param(
            Decisions(retype=(("PLACE:古城", EntityType.ORG),), rename=(("PLACE:古城", "古城社区"),)),
            {"古城@2": "ORG:古城社区"},
            id="retype and rename",
        ),
        pytest.param(Decisions(ignore=("PROGRAM:清源行动",)), {"清源行动@3": None}, id="ignore"),
        pytest.param(
            Decisions(ignore=("ORG:云海矿业@3.txt",)), {"云海矿业@3": None}, id="ignore in one source"
        ),
        pytest.param(
            Decisions(rename=(("ORG:云海矿业", "云海"),), same=(("ORG:云海", "ORG:云海集团"),)),
            dict.fromkeys(("云海矿业有限公司@1", "云海矿业@1", "云海矿业@3", "云海集团@3"), "ORG:云海"),
            id="a new name may be used by later decisions",
        ),
    ],
)
def test_decisions(decisions, changed):
    pages, found = decided(decisions)
    assert ids(pages, found) == PLAIN | changed
    assert found.problems == ()
    assert found.unused == ()


@pytest.mark.parametrize(
    ("decisions", "problems"),
    [
        pytest.param(
            Decisions(
                same=(("ORG:云海集团", "ORG:云海矿业"), ("ORG:云海矿业", "ORG:晋中市委")),
                not_same=(("ORG:云海集团", "ORG:晋中市委"),),
            ),
            (
                Problem(
                    Trouble.CONTRADICTION,
                    ("ORG:云海矿业", "ORG:晋中市委", "ORG:云海集团", "ORG:晋中市委"),
                ),
            ),
            id="a chain joins what is kept apart",
        ),
        pytest.param(
            Decisions(not_same=(("ORG:云海集团", "ORG:云海集团"),)),
            (Problem(Trouble.SELF, ("ORG:云海集团", "ORG:云海集团")),),
            id="not the same as itself",
        ),
        pytest.param(
            Decisions(rename=(("ORG:云海集团", "甲"), ("ORG:云海集团", "乙"))),
            (Problem(Trouble.TWO_NAMES, ("ORG:云海集团", "甲", "乙")),),
            id="two names",
        ),
        pytest.param(
            Decisions(rename=(("ORG:云海集团", "晋中市委"),)),
            (Problem(Trouble.NAME_TAKEN, ("ORG:云海集团", "ORG:晋中市委")),),
            id="another one's name",
        ),
    ],
)
def test_decisions_that_cannot_be_followed(decisions, problems):
    assert decided(decisions)[1].problems == problems


def test_contradicted_join_is_left_out():
    decisions = Decisions(
        same=(("ORG:云海集团", "ORG:云海矿业"),), not_same=(("ORG:云海矿业", "ORG:云海集团"),)
    )
    pages, found = decided(decisions)
    assert ids(pages, found) == PLAIN


def test_decision_on_nobody_is_told():
    assert decided(Decisions(ignore=("ORG:无此单位",)))[1].unused == ("ORG:无此单位",)


def test_renamed_entity_bears_the_new_name_and_keeps_the_old_ones():
    _, found = decided(Decisions(rename=(("ORG:云海矿业", "云海"),)))
    entity = next(e for e in found.entities if e.id == "ORG:云海")
    assert (entity.name, [a.text for a in entity.aliases]) == ("云海", ["云海矿业", "云海矿业有限公司"])


def test_joined_entity_keeps_the_name_of_the_first():
    _, found = decided(Decisions(same=(("ORG:云海集团", "ORG:云海矿业"),)))
    entity = next(e for e in found.entities if e.id == "ORG:云海集团")
    assert (entity.name, [(a.text, a.method) for a in entity.aliases]) == (
        "云海集团",
        [("云海矿业", "decision"), ("云海矿业有限公司", "decision")],
    )


def test_joined_entity_bears_the_new_name_of_either():
    decisions = Decisions(same=(("ORG:云海集团", "ORG:云海矿业"),), rename=(("ORG:云海矿业", "云海"),))
    _, found = decided(decisions)
    assert next(e.name for e in found.entities if e.id == "ORG:云海") == "云海"


MISPRINT = ("{P:冯雨坪}与{P:冯雨评}、{P:陈立}座谈。",)


def test_misprint_is_proposed_and_not_joined():
    pages, found = decided(Decisions(), MISPRINT)
    assert found.doubts == (Doubt("PERSON:冯雨坪", "PERSON:冯雨评", Why.SPELLING),)
    assert len(set(ids(pages, found).values())) == 3


def test_names_that_look_alike_in_different_articles_are_not_proposed():
    assert decided(Decisions(), ("{P:冯雨坪}到会。", "{P:冯雨评}到会。"))[1].doubts == ()


def test_a_decision_settles_a_doubt():
    pair = ("PERSON:冯雨评", "PERSON:冯雨坪")
    assert decided(Decisions(not_same=(pair,)), MISPRINT)[1].doubts == ()
    assert decided(Decisions(same=(pair,)), MISPRINT)[1].doubts == ()


def test_namesakes_are_proposed():
    marked = ("{O:平鲁区教育局}局长{P:王伟}。", "{O:晋江市水利局}局长{P:王伟}。")
    assert decided(Decisions(), marked)[1].doubts == (
        Doubt("PERSON:王伟（平鲁区）", "PERSON:王伟（晋江市）", Why.NAMESAKE),
    )


def test_with_decision_keeps_order_and_adds_nothing_twice():
    one = with_decision(Decisions(), Decision(Verb.SAME, "ORG:乙", "ORG:甲"))
    two = with_decision(one, Decision(Verb.SAME, "ORG:丙", "ORG:甲"))
    assert with_decision(two, Decision(Verb.SAME, "ORG:乙", "ORG:甲")) == two
    assert two.same == (("ORG:乙", "ORG:甲"), ("ORG:丙", "ORG:甲"))


@pytest.mark.parametrize(
    ("verb", "other"),
    [
        pytest.param(Verb.SAME, "", id="with nobody"),
        pytest.param(Verb.IGNORE, "ORG:甲", id="ignore with somebody"),
        pytest.param(Verb.RETYPE, "RIVER", id="no type"),
    ],
)
def test_impossible_decision(verb, other):
    with pytest.raises(ValueError, match=r"ORG:乙|RIVER"):
        Decision(verb, "ORG:乙", other)
