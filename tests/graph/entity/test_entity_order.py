"""The result depends on the documents alone: not on their order, and little on what else there is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_document import document

from wenmai.graph.entity import Decisions, resolve
from wenmai.loaders.lists import load_gazetteer, load_names

LINES = [
    line
    for name in ("pairs.txt", "relative.txt")
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PAGES = [
    document(text, f"{n:03}-{m}.txt")
    for n, line in enumerate(LINES)
    for m, text in enumerate(line.split(" | ")[1:])
]
DECISIONS = Decisions(
    same=(("ORG:百信信息技术", "ORG:绿建"),), not_same=(("PERSON:冯雨坪", "PERSON:冯雨坪@208-1.txt"),)
)


def found(pages):
    return resolve(pages, gazetteer=load_gazetteer(), names=load_names(), decisions=DECISIONS)


@settings(max_examples=10, deadline=None)
@given(st.permutations(PAGES))
def test_order_of_documents_does_not_matter(pages):
    assert found(pages) == found(PAGES)


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_mentions_does_not_matter(random):
    shuffled = [replace(p, mentions=tuple(random.sample(p.mentions, len(p.mentions)))) for p in PAGES]
    assert found(shuffled) == found(PAGES)


def test_every_mention_has_an_entity_and_every_entity_a_mention():
    result = found(PAGES)
    assert set(result.entity_of) == {m.key for p in PAGES for m in p.mentions}
    assert [e.id for e in result.entities] == sorted(set(result.entity_of.values()))


BEFORE = [
    document(
        "〔晋中日报〕{O:市委}书记{P:郝存善}到{L:榆次}。{O:青禾科技有限公司}董事长{P:王伟}陪同。", "1.txt"
    ),
    document("{O:平鲁区教育局}局长{P:王伟}到{O:发改委}。{O:市委}会议。{L:朝阳区}。", "2.txt"),
]


@pytest.mark.parametrize(
    "added",
    [
        pytest.param("{O:晋江市水利局}局长{P:王伟}说。", id="a namesake"),
        pytest.param("〔太原日报〕{O:市委}书记{P:白玉成}说。", id="another paper"),
        pytest.param("{O:中共晋中市委员会}、{O:晋中市人民政府}公告。", id="longer forms"),
        pytest.param("{L:长春市}{L:朝阳区}降雪。", id="another place of a name"),
        pytest.param("{O:青禾科技股份有限公司}公告。", id="another legal form"),
        pytest.param("{L:山西省晋中市榆次区}。", id="a longer form of a place"),
    ],
)
def test_ids_stay_when_documents_are_added(added):
    before = found(BEFORE).entity_of
    after = found([*BEFORE, document(added, "0.txt"), document(added, "3.txt")]).entity_of
    assert {key: after[key] for key in before} == before
