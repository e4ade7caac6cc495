"""Suggestions in the formats of annotation tools, to the letter."""

from __future__ import annotations

import json

import pytest

from wenmai.graph.extract.found import Found
from wenmai.graph.score import Annotated
from wenmai.graph.values import EntityType
from wenmai.loaders.annotated.suggestion import Origin, Suggestion
from wenmai.loaders.annotated.writing import AnnotationFormat, written

TEXT = "😀贺启明访Open AI"
SUGGESTION = Suggestion(
    Annotated(
        "a.txt:7",
        TEXT,
        (Found(1, 4, EntityType.PERSON, 0.612), Found(5, 12, EntityType.ORG)),
        (Found(4, 5, EntityType.PLACE, 0.2),),
    ),
    Origin("a.txt", 2, 7, 20),
    0.388,
)
PLACE = Origin("b", 0, 3, 5)
PLAIN = Suggestion(Annotated("x", "#无"), PLACE, 0.0)
ABOUT = {"source": "a.txt", "article": 2, "start": 7, "end": 20, "doubt": 0.388}
PLAIN_ABOUT = {"source": "b", "article": 0, "start": 3, "end": 5, "doubt": 0.0}


def test_json_lines() -> None:
    first, second = map(json.loads, written([SUGGESTION, PLAIN], AnnotationFormat.JSONL))
    assert first == {
        "id": "a.txt:7",
        "text": TEXT,
        "mentions": [
            {"start": 1, "end": 4, "type": "PERSON", "optional": False, "score": 0.612},
            {"start": 4, "end": 5, "type": "PLACE", "optional": True, "score": 0.2},
            {"start": 5, "end": 12, "type": "ORG", "optional": False, "score": 1.0},
        ],
        **ABOUT,
    }
    assert second == {"id": "x", "text": "#无", "mentions": [], **PLAIN_ABOUT}


def test_doccano() -> None:
    first, second = map(json.loads, written([SUGGESTION, PLAIN], AnnotationFormat.DOCCANO))
    assert first == {"text": TEXT, "label": [[1, 4, "PERSON"], [5, 12, "ORG"]], **ABOUT}
    assert second == {"text": "#无", "label": [], **PLAIN_ABOUT}


def test_label_studio() -> None:
    lines = list(written([SUGGESTION, PLAIN], AnnotationFormat.LABEL_STUDIO, pipeline="zh_x 1"))
    first, second = json.loads("\n".join(lines))
    common = {"from_name": "label", "to_name": "text", "type": "labels"}
    assert first == {
        "data": {"text": TEXT, **ABOUT},
        "predictions": [
            {
                "model_version": "zh_x 1",
                "score": 0.612,
                "result": [
                    {
                        "id": "name-0",
                        **common,
                        "score": 0.612,
                        "value": {"start": 1, "end": 4, "text": "贺启明", "labels": ["PERSON"]},
                    },
                    {
                        "id": "name-1",
                        **common,
                        "score": 1.0,
                        "value": {"start": 5, "end": 12, "text": "Open AI", "labels": ["ORG"]},
                    },
                ],
            }
        ],
    }
    assert second["predictions"] == [{"model_version": "zh_x 1", "score": 1.0, "result": []}]
    assert len(lines) == 3  # a task a line, and the bracket
    assert json.loads("\n".join(written([], AnnotationFormat.LABEL_STUDIO))) == []


def test_conll() -> None:
    assert "\n".join(written([SUGGESTION, PLAIN], AnnotationFormat.CONLL)).splitlines() == [
        f"# text = {TEXT}",
        "# source = a.txt",
        "# article = 2",
        "# start = 7",
        "# end = 20",
        "# doubt = 0.388",
        *("😀\tO", "贺\tB-PERSON", "启\tI-PERSON", "明\tI-PERSON", "访\tO"),
        *("O\tB-ORG", "p\tI-ORG", "e\tI-ORG", "n\tI-ORG", "A\tI-ORG", "I\tI-ORG"),
        "",
        "# text = #无",
        *("# source = b", "# article = 0", "# start = 3", "# end = 5", "# doubt = 0.0"),
        *("#\tO", "无\tO"),
    ]


@pytest.mark.parametrize("mark", ["\n", "\u2028", "\x0b"])
def test_conll_has_no_room_for_lines(mark: str) -> None:
    with pytest.raises(ValueError, match="several lines"):
        list(written([Suggestion(Annotated("x", f"一{mark}二"), PLACE, 0.0)], AnnotationFormat.CONLL))


@pytest.mark.parametrize("optional", [False, True])
def test_suggested_names_do_not_overlap(optional: bool) -> None:
    first, second = Found(0, 2, EntityType.ORG), Found(1, 3, EntityType.ORG)
    names = ((first,), (second,)) if optional else ((first, second), ())
    with pytest.raises(ValueError, match="x: names overlap"):
        Suggestion(Annotated("x", "一二三", *names), PLACE, 0.0)


def test_impossible_origin() -> None:
    with pytest.raises(ValueError, match=r"no place in a\.txt"):
        Origin("a.txt", 0, 5, 4)
