"""The component `wenmai_labels`: entities of another label set become ours or go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from wenmai.graph.extract.labels import mapped

if TYPE_CHECKING:
    from collections.abc import Callable


def map_labels(doc: Doc) -> Doc:
    """Give each entity our label by the map of `wenmai.graph.extract.labels`, or drop it."""
    doc.ents = [
        Span(doc, entity.start, entity.end, label=kind.value)
        for entity in doc.ents
        if (kind := mapped(entity.label_)) is not None
    ]
    return doc


@Language.factory("wenmai_labels", assigns=["doc.ents"], requires=["doc.ents"])
def make_labels(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The entry point; the component has no settings."""
    return map_labels
