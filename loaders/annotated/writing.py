"""Suggested annotations as files that annotation tools import.

Offsets are code points, which is what these tools count in. Where a text was taken from and how
doubtful it is stand where each tool carries them through to its export: beside the text in JSON
Lines and Doccano, in a task's `data` in Label Studio, in comments in CoNLL.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wenmai.graph.extract.found import Found
    from wenmai.graph.score import Annotated
    from wenmai.loaders.annotated.suggestion import Suggestion


class AnnotationFormat(StrEnum):
    """The formats, by the names that the command line knows."""

    JSONL = "jsonl"
    DOCCANO = "doccano"
    LABEL_STUDIO = "label-studio"
    CONLL = "conll"


def written(
    suggestions: Iterable[Suggestion], form: AnnotationFormat, *, pipeline: str = "wenmai"
) -> Iterator[str]:
    """The lines of a file in a format, without their ends; `pipeline` is named where a format has room.

    Raises:
        ValueError: a text has a line break and the format is CoNLL, which has no room for one.
    """
    match form:
        case AnnotationFormat.LABEL_STUDIO:
            yield from _array(_task(one, pipeline) for one in suggestions)
        case AnnotationFormat.CONLL:
            for one in suggestions:
                yield from _block(one)
        case AnnotationFormat.DOCCANO:
            yield from _lines(_doccano, suggestions)
        case AnnotationFormat.JSONL:
            yield from _lines(_row, suggestions)


def _lines(row: Callable[[Suggestion], dict[str, Any]], suggestions: Iterable[Suggestion]) -> Iterator[str]:
    return (json.dumps(row(one), ensure_ascii=False) for one in suggestions)


def _about(one: Suggestion) -> dict[str, Any]:
    """Where a text comes from, and how doubtful it is."""
    origin = one.origin
    return {
        "source": origin.source,
        "article": origin.article,
        "start": origin.start,
        "end": origin.end,
        "doubt": one.doubt,
    }


def _row(one: Suggestion) -> dict[str, Any]:
    return {
        "id": one.annotated.id,
        "text": one.annotated.text,
        "mentions": [_mention(name, optional=optional) for name, optional in _marked(one.annotated)],
        **_about(one),
    }


def _marked(annotated: Annotated) -> list[tuple[Found, bool]]:
    names = [(name, False) for name in annotated.names]
    return sorted([*names, *((name, True) for name in annotated.optional)])


def _mention(name: Found, *, optional: bool) -> dict[str, Any]:
    return {
        "start": name.start,
        "end": name.end,
        "type": name.type.value,
        "optional": optional,
        "score": name.score,
    }


def _doccano(one: Suggestion) -> dict[str, Any]:
    labels = [[name.start, name.end, name.type.value] for name in one.annotated.names]
    return {"text": one.annotated.text, "label": labels, **_about(one)}


def _task(one: Suggestion, pipeline: str) -> dict[str, Any]:
    text = one.annotated.text
    return {
        "data": {"text": text, **_about(one)},
        "predictions": [
            {
                "model_version": pipeline,
                "score": round(1 - one.doubt, 3),
                "result": [_region(k, name, text) for k, name in enumerate(one.annotated.names)],
            }
        ],
    }


def _region(number: int, name: Found, text: str) -> dict[str, Any]:
    """A region of the set-up that Label Studio's template for named entities has."""
    return {
        "id": f"name-{number}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "score": name.score,
        "value": {
            "start": name.start,
            "end": name.end,
            "text": text[name.start : name.end],
            "labels": [name.type.value],
        },
    }


def _array(tasks: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A JSON array, an element a line."""
    before = "["
    for task in tasks:
        yield before + json.dumps(task, ensure_ascii=False)
        before = ","
    yield "[]" if before == "[" else "]"


def _block(one: Suggestion) -> Iterator[str]:
    """Comments, then a character and its tag (IOB2) a line, and an empty line.

    White space is no token; the comment `# text` says where it stands.
    """
    text = one.annotated.text
    if len(text.splitlines()) > 1:
        raise ValueError(f"{one.annotated.id}: a text of several lines in CoNLL")
    yield f"# text = {text}"
    yield from (f"# {key} = {value}" for key, value in _about(one).items())
    tags = ["O"] * len(text)
    for name in one.annotated.names:
        tags[name.start : name.end] = [f"I-{name.type}"] * (name.end - name.start)
        tags[name.start] = f"B-{name.type}"
    yield from (f"{ch}\t{tag}" for ch, tag in zip(text, tags, strict=True) if not ch.isspace())
    yield ""
