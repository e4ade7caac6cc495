"""An evaluation as JSON: shares to four decimals, offsets in code points of the text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wenmai.graph.score import ALL, Score, Touching

if TYPE_CHECKING:
    from wenmai.graph.extract.found import Found
    from wenmai.loaders.evaluating import Evaluation, Located

Row = dict[str, object]


def evaluation_json(evaluation: Evaluation) -> str:
    """The figures and every error."""
    every = evaluation.figures
    by_type = {kind.value: _score(one) for kind, one in every.by_type.items()}
    rows: Row = {
        "pipeline": evaluation.pipeline,
        "texts": evaluation.texts,
        "characters": evaluation.characters,
        "optional": every.optional,
        "neutral": every.neutral,
        "scores": by_type | {ALL: _score(every.all), "untyped": _score(every.untyped)},
        "overlap": _touching(every.overlap),
        "errors": [_error(one) for one in evaluation.errors],
    }
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _shares(one: Score | Touching) -> Row:
    return {"precision": round(one.precision, 4), "recall": round(one.recall, 4), "f1": round(one.f1, 4)}


def _score(one: Score) -> Row:
    return _shares(one) | {"right": one.right, "wrong": one.wrong, "missed": one.missed}


def _touching(one: Touching) -> Row:
    counts: Row = {"touching": one.touching, "found": one.found, "touched": one.touched, "marked": one.marked}
    return _shares(one) | counts


def _error(one: Located) -> Row:
    return {
        "where": one.text.where,
        "id": one.text.id,
        "kind": one.mistake.kind.value,
        "marked": _name(one, one.mistake.marked),
        "found": _name(one, one.mistake.found),
        "sentence": one.around.text,
    }


def _name(one: Located, name: Found | None) -> Row | None:
    if name is None:
        return None
    return {
        "start": name.start,
        "end": name.end,
        "type": name.type.value,
        "text": one.text.text[name.start : name.end],
        "score": name.score,
    }
