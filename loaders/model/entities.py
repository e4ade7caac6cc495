"""From found names to `doc.ents` and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans

from wenmai.graph.extract.found import CERTAIN, Found
from wenmai.graph.values import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

DOUBTFUL = "doubtful"

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


def set_doubtful(doc: Doc, names: Iterable[Found]) -> None:
    """Keep in `doc.spans["doubtful"]` the names that no entity touches, once tokens are whole.

    Their scores are `doc.spans["doubtful"].attrs["scores"]`, in the same order.
    """
    taken = {token for entity in doc.ents for token in range(entity.start, entity.end)}
    spans: list[Span] = []
    scores: list[float] = []
    for name in names:
        span = doc.char_span(name.start, name.end, label=name.type.value, alignment_mode="expand")
        if span is not None and taken.isdisjoint(range(span.start, span.end)):
            spans.append(span)
            scores.append(name.score)
    doc.spans[DOUBTFUL] = SpanGroup(doc, name=DOUBTFUL, spans=spans, attrs={"scores": scores})


def doubtful_in(doc: Doc) -> list[Found]:
    """The names that `set_doubtful` kept."""
    if DOUBTFUL not in doc.spans:
        return []
    group = doc.spans[DOUBTFUL]
    return [
        Found(span.start_char, span.end_char, EntityType(span.label_), score)
        for span, score in zip(group, group.attrs["scores"], strict=True)
    ]


def names_in(doc: Doc) -> list[Found]:
    """The entities of our four types, in order; others are left aside."""
    types = {kind.value for kind in EntityType}
    return [
        Found(entity.start_char, entity.end_char, EntityType(entity.label_), entity._.score)
        for entity in doc.ents
        if entity.label_ in types and entity.end_char > entity.start_char
    ]
