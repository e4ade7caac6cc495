"""From found names to `doc.ents` and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from wenmai.graph.extract.found import CERTAIN, Found
from wenmai.graph.values import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

# A pipeline that says nothing of its confidence counts as certain.
if not Span.has_extension("score"):
    Span.set_extension("score", default=CERTAIN)


def add_names(doc: Doc, names: Iterable[Found]) -> None:
    """Add names to `doc.ents`, widened to whole tokens; entities already there stay."""
    taken = [False] * len(doc)
    for entity in doc.ents:
        taken[entity.start : entity.end] = [True] * len(entity)
    fresh: list[Span] = []
    for name in names:
        span = doc.char_span(name.start, name.end, label=name.type.value, alignment_mode="expand")
        if span is None or any(taken[span.start : span.end]):
            continue
        taken[span.start : span.end] = [True] * len(span)
        span._.score = name.score
        fresh.append(span)
    doc.ents = filter_spans([*doc.ents, *fresh])


def names_in(doc: Doc) -> list[Found]:
    """The entities of our four types, in order; others are left aside."""
    types = {kind.value for kind in EntityType}
    return [
        Found(entity.start_char, entity.end_char, EntityType(entity.label_), entity._.score)
        for entity in doc.ents
        if entity.label_ in types and entity.end_char > entity.start_char
    ]
