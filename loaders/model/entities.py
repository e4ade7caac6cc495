"""From found names to `doc.ents` and back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans

from wenmai.graph.extract.found import CERTAIN, Found
from wenmai.graph.values import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

DOUBTFUL = "doubtful"

# A pipeline that says nothing of its confidence counts as certain; `own` names are the user's.
for _extension, _default in (("score", CERTAIN), ("own", False)):
    if not Span.has_extension(_extension):
        Span.set_extension(_extension, default=_default)


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


def place_names(doc: Doc, names: Iterable[Found]) -> None:
    """Set names that touch none of one another on `doc.ents`, just as they are; entities that they touch go.

    Where a name begins or ends inside a token, the token is split there.
    """
    names = list(names)
    inside = bytearray(len(doc.text))
    for name in names:
        inside[name.start : name.end] = b"\1" * (name.end - name.start)
    kept = [
        (entity.start_char, entity.end_char, entity.label_, entity.kb_id_, entity.ent_id_)
        for entity in doc.ents
        if not any(inside[entity.start_char : entity.end_char])
    ]
    doc.ents = ()
    _split(doc, {at for name in names for at in (name.start, name.end)})
    spans = [
        doc.char_span(start, end, label=label, kb_id=kb_id, span_id=identity)
        for start, end, label, kb_id, identity in kept
    ]
    for name in names:
        span = doc.char_span(name.start, name.end, label=name.type.value)
        if span is not None:
            span._.score, span._.own = name.score, name.own
        spans.append(span)
    # None would stand for one that begins or ends in a token, and all of these have been split.
    doc.ents = [span for span in spans if span is not None]


def _split(doc: Doc, places: set[int]) -> None:
    """Split the tokens that have one of the places inside them."""
    with doc.retokenize() as retokenizer:
        for token in doc:
            begin, end = token.idx, token.idx + len(token)
            inner = [at for at in range(begin + 1, end) if at in places]
            if inner:
                cuts = [begin, *inner, end]
                parts = [doc.text[a:b] for a, b in pairwise(cuts)]
                retokenizer.split(token, parts, heads=[(token, 0)] * len(parts))


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
        Found(entity.start_char, entity.end_char, EntityType(entity.label_), entity._.score, entity._.own)
        for entity in doc.ents
        if entity.label_ in types and entity.end_char > entity.start_char
    ]
