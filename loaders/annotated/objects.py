"""Annotated texts as JSON objects: our own, doccano's old and new, spaCy's and Prodigy's.

An object has a text and, under one of the usual names, a list of marks: `[start, end, label]` or an
object with these. spaCy's training data of old, `[text, {"entities": …}]`, is one too.
"""

from __future__ import annotations

from typing import Any

from wenmai.graph.extract.found import CERTAIN
from wenmai.loaders.annotated.raw import Entry, Mark, Raw, ShapeError, Unmarked
from wenmai.loaders.words import say

TEXTS = ("text", "content", "sentence", "正文", "文本")
MARKS = ("mentions", "entities", "label", "labels", "ents", "spans")
_STARTS = ("start", "start_offset", "begin")
_ENDS = ("end", "end_offset")
_LABELS = ("type", "label", "labels")
_SURFACES = ("text", "surface")
_PASSED_OVER = ("reject", "ignore")  # Prodigy's answers; its export holds these examples, too


def read_object(value: object, number: int) -> Entry:
    """The text and marks of one object; those that somebody passed over in Prodigy are none.

    Raises:
        ShapeError: it has no text or no marks, or a mark is not of a known form.
    """
    match value:
        case [str(said), dict(rest)]:
            value = {"text": said, **rest}
    if not isinstance(value, dict):
        raise ShapeError(say("不是 JSON 对象；每行应为 {…}", "no JSON object; write {…} on each line"))
    if value.get("answer") in _PASSED_OVER:
        return Unmarked(number)
    text = next((value[key] for key in TEXTS if isinstance(value.get(key), str)), None)
    if not text:
        raise ShapeError(
            say("没有正文（text）；请补上或删去这一条", "it has no text; add it under text, or delete it")
        )
    lists = [value[key] for key in MARKS if isinstance(value.get(key), list)]
    if not lists:
        raise ShapeError(
            say(
                f"没有标注列表（如 {MARKS[0]}）；没有名称的句子请写空列表",
                f"no list of marks, such as {MARKS[0]}; write an empty one where there is no name",
            )
        )
    marks = next((one for one in lists if one and isinstance(one[0], list | dict)), lists[0])
    identity = value.get("id")
    return Raw(
        number,
        text,
        tuple(mark for one in marks for mark in read_mark(one)),
        None if identity is None else str(identity),
        document=document_of(value),
    )


def document_of(about: dict[str, Any]) -> str:
    """The source that a text was taken from, by what stands beside it; empty where nothing is said."""
    meta = about.get("meta")
    source = about.get("source") or (meta.get("source") if isinstance(meta, dict) else None)
    return source if isinstance(source, str) else ""


def read_mark(value: object) -> list[Mark]:
    """A mark; several where it has several labels.

    Raises:
        ShapeError: it is not of a known form.
    """
    if isinstance(value, list):
        value = dict(zip(("start", "end", "label"), value, strict=False))
    if not isinstance(value, dict):
        raise ShapeError(_no_mark(value))
    start, end = _first(value, _STARTS), _first(value, _ENDS)
    label = _first(value, _LABELS)
    labels = label if isinstance(label, list) else [label]
    if type(start) is not int or type(end) is not int or not all(type(one) in (str, int) for one in labels):
        raise ShapeError(_no_mark(value))
    surface, score = _first(value, _SURFACES), value.get("score")
    return [
        Mark(
            start,
            end,
            str(one),
            optional=value.get("optional") is True,
            surface=surface if isinstance(surface, str) else None,
            score=float(score) if isinstance(score, int | float) and 0 <= score <= 1 else CERTAIN,
        )
        for one in labels
    ]


def _first(value: dict[str, Any], keys: tuple[str, ...]) -> Any:
    return next((value[key] for key in keys if value.get(key) is not None), None)


def _no_mark(value: object) -> str:
    shown = str(value)[:60]
    return say(
        f"不是标注：{shown}；应为 [起, 止, 标签] 或含 start、end、label 的对象，起止为整数",
        f"no mark: {shown}; write [start, end, label] or an object with these, offsets as whole numbers",
    )
