"""A pipeline by rule against a hand-set file: exact figures, exact words, one page."""

from __future__ import annotations

import json
import re

import pytest

from wenmai.graph.extract.found import Found
from wenmai.graph.score import Annotated, Mistake, Score, Sentences, Touching, mistakes
from wenmai.graph.values import EntityType
from wenmai.loaders.annotated import read_text
from wenmai.loaders.cli.learning.evaluation_text import errors_text, figures_text
from wenmai.loaders.evaluating import Evaluation, evaluate
from wenmai.loaders.model import load_pipeline
from wenmai.loaders.write.errors import errors_page, evaluation_json

ROWS = [
    (
        "沅川市委书记贺启明到青石县。林嘉禾在场。",
        [(0, 4, "ORG"), (6, 9, "ORG"), (10, 13, "地点"), (14, 17, "PER")],
    ),
    ("覃雨说，\n沅川大学在汉宁。", [(0, 2, "PER"), (5, 9, "ORG"), (10, 12, "GPE"), (2, 3, "项目")]),
    ("沈知远到。\n\n<b>贺启明</b>", []),
    ("“钒谷”行动", [(1, 3, "PROGRAM")]),
]  # fmt: skip


@pytest.fixture
def evaluation(ruler: str, monkeypatch: pytest.MonkeyPatch) -> Evaluation:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    gold = read_text(
        "\n".join(
            json.dumps({"text": text, "label": [list(mark) for mark in marks]}, ensure_ascii=False)
            for text, marks in ROWS
        ),
        name="g",
    )
    assert gold.problems == ()
    return evaluate(gold.texts, load_pipeline(ruler))


def test_figures(evaluation: Evaluation) -> None:
    figures = evaluation.figures
    assert {kind.value: one for kind, one in figures.by_type.items()} == {
        "PERSON": Score(2, 3, 0),
        "ORG": Score(1, 0, 2),
        "PLACE": Score(2, 1, 0),
        "PROGRAM": Score(0, 1, 2),
    }
    assert (figures.all, figures.untyped) == (Score(5, 5, 4), Score(6, 4, 3))
    assert figures.overlap == Touching(6, 10, 6, 9)
    assert (evaluation.texts, evaluation.characters) == (4, 56)


def test_the_table(evaluation: Evaluation) -> None:
    lines = [line.split() for line in figures_text(evaluation).splitlines()]
    assert lines[2:9] == [
        ["PERSON", "0.400", "1.000", "0.571", "2", "5", "2"],
        ["ORG", "1.000", "0.333", "0.500", "3", "1", "1"],
        ["PLACE", "0.667", "1.000", "0.800", "2", "3", "2"],
        ["PROGRAM", "0.000", "0.000", "0.000", "2", "1", "0"],
        ["all", "0.500", "0.556", "0.526", "9", "10", "5"],
        ["untyped", "0.600", "0.667", "0.632", "9", "10", "6"],
        ["overlap", "0.600", "0.667", "0.632", "9", "10", "6"],
    ]


def test_errors_in_context(evaluation: Evaluation) -> None:
    assert list(errors_text(evaluation, limit=5)) == [
        "",
        "Errors (【】 what is marked, ⟨⟩ what was found):",
        "g#1  wrong type  marked ORG 贺启明, found PERSON 贺启明",
        "    沅川市委书记【⟨贺启明⟩】到青石县。",
        "g#2  missed  marked PROGRAM 说",
        "    覃雨【说】， 沅川大学在汉宁。",
        "g#2  wrong span  marked ORG 沅川大学, found PLACE 沅川",
        "    覃雨说， 【⟨沅川⟩大学】在汉宁。",
        "g#3  false  found PERSON 沈知远",
        "    ⟨沈知远⟩到。",
        "g#3  false  found PERSON 贺启明",
        "    <b>⟨贺启明⟩</b>",
        "1 more errors; show more by --errors N, or a page of them by --html",
    ]
    assert list(errors_text(evaluation, limit=6))[-2:] == [
        "g#4  wrong span  marked PROGRAM 钒谷, found PROGRAM “钒谷”行动",
        "    ⟨“【钒谷】”行动⟩",
    ]
    assert len(list(errors_text(evaluation, limit=0))) == 1


@pytest.mark.parametrize(
    ("found", "marked", "shown"),
    [
        pytest.param((0, 2), (0, 4), "【⟨甲乙⟩丙丁】戊", id="inside, together at the start"),
        pytest.param((0, 4), (0, 2), "⟨【甲乙】丙丁⟩戊", id="around, together at the start"),
        pytest.param((2, 4), (0, 4), "【甲乙⟨丙丁⟩】戊", id="inside, together at the end"),
        pytest.param((0, 5), (3, 5), "⟨甲乙丙【丁戊】⟩", id="around, together at the end"),
        pytest.param((0, 3), (2, 5), "⟨甲乙【丙⟩丁戊】", id="across"),
    ],
)
def test_brackets(
    found: tuple[int, int], marked: tuple[int, int], shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    from wenmai.graph.score import figures
    from wenmai.loaders.evaluating import Located

    text = Annotated("1", "甲乙丙丁戊", (Found(*marked, EntityType.ORG),), where="g#1")
    finds = [Found(*found, EntityType.ORG)]
    [error] = mistakes(text, finds)
    assert isinstance(error, Mistake)
    one = Located(text, error, Sentences(text.text).around(error))
    evaluation = Evaluation("x", 1, 5, figures([(text, finds)]), (one,))
    assert list(errors_text(evaluation, limit=9))[-1].strip() == shown


def test_json(evaluation: Evaluation) -> None:
    report = json.loads(evaluation_json(evaluation))
    assert report["scores"]["ALL"] == {
        "precision": 0.5, "recall": 0.5556, "f1": 0.5263, "right": 5, "wrong": 5, "missed": 4,
    }  # fmt: skip
    assert report["overlap"]["touched"] == 6
    assert [one["kind"] for one in report["errors"]] == ["type", "missed", "span", "false", "false", "span"]
    assert report["errors"][2] == {
        "where": "g#2",
        "id": "g#2",
        "kind": "span",
        "marked": {"start": 5, "end": 9, "type": "ORG", "text": "沅川大学", "score": 1.0},
        "found": {"start": 5, "end": 7, "type": "PLACE", "text": "沅川", "score": 1.0},
        "sentence": "覃雨说， 沅川大学在汉宁。",
    }


def test_the_page_escapes_and_stays_the_same(evaluation: Evaluation) -> None:
    page = errors_page(evaluation)
    assert page == errors_page(evaluation)
    assert "&lt;b&gt;" in page
    assert "<b>贺启明</b></p>" not in page
    assert re.findall(r"(?:src|href|action)=\"(?!#)", page) == []
    assert "default-src &#39;none&#39;" in page


def test_nothing_to_find_and_nothing_found(ruler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    done = evaluate([Annotated("1", "天气晴。")], load_pipeline(ruler))
    lines = figures_text(done).splitlines()
    assert lines[6].split() == ["all", "–", "–", "–", "0", "0", "0"]
    assert list(errors_text(done, limit=5)) == []
    assert "<td>–</td>" in errors_page(done)


@pytest.mark.parametrize("language", ["zh_CN.UTF-8", "C.UTF-8"])
def test_both_languages(language: str, evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", language)
    said = figures_text(evaluation) + "\n".join(errors_text(evaluation, limit=3))
    assert ("精确率" in said, "起止不对" in said) == (
        (True, True) if language.startswith("zh") else (False, False)
    )
