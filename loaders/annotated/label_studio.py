"""Label Studio's JSON export: tasks with the annotations that people made of them."""

from __future__ import annotations

from typing import Any, TypeGuard

from wenmai.loaders.annotated.objects import document_of, read_mark
from wenmai.loaders.annotated.placing import placed
from wenmai.loaders.annotated.raw import Entry, Mark, Raw, ShapeError, Unmarked
from wenmai.loaders.words import say


def is_task(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is one of Label Studio's tasks."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("data"), dict)
        and any(isinstance(value.get(key), list) for key in ("annotations", "completions", "predictions"))
    )


def read_task(task: dict[str, Any], number: int) -> Entry:
    """The text and marks of a task; of several annotations the ground truth, else the first.

    Predictions and skipped annotations are none.

    Raises:
        ShapeError: it cannot be told which text was marked, or a mark is not of a known form.
    """
    made = [
        one
        for key in ("annotations", "completions")
        for one in _list(task.get(key))
        if isinstance(one, dict) and not one.get("was_cancelled")
    ]
    if not made:
        return Unmarked(number)
    true = [one for one in made if one.get("ground_truth")]
    readings = [_marks(one.get("result")) for one in true or made]
    marks = readings[0]
    identity = task.get("id")
    return Raw(
        number,
        _text(task["data"], marks),
        marks,
        None if identity is None else str(identity),
        disputed=any(set(other) != set(marks) for other in readings),
        document=document_of(task["data"]),
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _marks(result: object) -> tuple[Mark, ...]:
    """The marks of one annotation; relations and choices are left aside."""
    if not isinstance(result, list):
        raise ShapeError(say("标注没有 result；请重新导出", "an annotation has no result; export it again"))
    values = [one.get("value") for one in result if isinstance(one, dict)]
    return tuple(
        mark
        for value in values
        if isinstance(value, dict) and "start" in value and ("labels" in value or "hypertextlabels" in value)
        for mark in read_mark(_in_text(value))
    )


def _in_text(value: dict[str, Any]) -> dict[str, Any]:
    """The value of a mark with offsets into the text; marks of HTML have them apart."""
    offsets = value.get("globalOffsets")
    labels = value.get("labels") or value.get("hypertextlabels")
    return {**value, "labels": labels} | (offsets if isinstance(offsets, dict) else {})


def _text(data: dict[str, Any], marks: tuple[Mark, ...]) -> str:
    """The text that was marked: `text`, or the only one, or the only one that the marks fit."""
    texts = {key: text for key, text in data.items() if isinstance(text, str) and text}
    if "text" in texts:
        return str(texts["text"])
    fitting = [text for text in texts.values() if len(texts) == 1 or placed(text, marks)]
    if len(fitting) == 1:
        return fitting[0]
    keys = "、".join(map(str, data)) or "-"
    raise ShapeError(
        say(
            f"看不出标注的是 data 的哪一项（有：{keys}）；请把正文放在 text 下",
            f"cannot tell which part of data was marked (there are: {keys}); have the text under text",
        )
    )
