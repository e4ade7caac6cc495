"""Which texts are held back: fixed by hash, by document, about one in five."""

from __future__ import annotations

import pytest

from wenmai.graph.score import Annotated
from wenmai.loaders.training.holding_back import parted


def texts(documents: int, of_each: int = 3) -> list[Annotated]:
    return [
        Annotated(f"{d}-{k}", f"第{d}篇第{k}句", document=f"{d}.txt")
        for d in range(documents)
        for k in range(of_each)
    ]


def held(gold: list[Annotated]) -> set[str]:
    return {one.document for one in parted(gold)[1]}


def test_by_document_about_one_in_five() -> None:
    gold = texts(500)
    learnt, back = parted(gold)
    assert sorted([*learnt, *back], key=gold.index) == gold
    assert {one.document for one in learnt}.isdisjoint(held(gold))
    assert len(held(gold)) == 101


def test_fixed_whatever_the_order_and_whatever_comes() -> None:
    gold = texts(40)
    assert held(gold[::-1]) == held(gold)
    assert held(texts(80)) >= held(gold)
    assert held(gold) == {f"{k}.txt" for k in (0, 4, 9, 13, 15, 17, 36, 38, 39)}


@pytest.mark.parametrize("documents", range(2, 12))
def test_neither_side_is_empty(documents: int) -> None:
    learnt, back = parted(texts(documents, 1))
    assert learnt
    assert back


def test_one_document_is_parted_by_text() -> None:
    learnt, back = parted(texts(1, 50))
    assert (len(learnt), len(back)) == (42, 8)


def test_texts_of_no_document_are_their_own() -> None:
    gold = [Annotated(str(k), f"第{k}句") for k in range(50)]
    learnt, back = parted(gold)
    assert (len(learnt), len(back)) == (43, 7)


def test_a_text_that_is_held_back_is_not_learnt_elsewhere() -> None:
    gold = texts(40)
    [first, *_] = parted(gold)[1]
    twin = Annotated("twin", first.text, document=parted(gold)[0][0].document)
    learnt, back = parted([*gold, twin])
    assert twin not in learnt
    assert twin not in back


@pytest.mark.parametrize(
    "gold",
    [
        pytest.param([], id="nothing"),
        pytest.param([Annotated("x", "一")], id="one text"),
        pytest.param([Annotated("x", "一", document="a"), Annotated("y", "一", document="b")], id="twice"),
    ],
)
def test_too_little(gold: list[Annotated]) -> None:
    learnt, back = parted(gold)
    assert not (learnt and back)
