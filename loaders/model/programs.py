"""The component `wenmai_programs`: programmes by their form, beside entities found otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from wenmai.graph.extract.programs import programs
from wenmai.graph.extract.units import units

if TYPE_CHECKING:
    from collections.abc import Callable


def add_programs(doc: Doc) -> Doc:
    """Add programmes to `doc.ents`; a shorter entity inside or across one gives way."""
    names = [unit.place(name) for unit in units(doc.text) for name in programs(unit.text)]
    spans = [
        doc.char_span(name.start, name.end, label=name.type.value, alignment_mode="expand") for name in names
    ]
    doc.ents = filter_spans([*(span for span in spans if span is not None), *doc.ents])
    return doc


@Language.factory("wenmai_programs", assigns=["doc.ents"])
def make_programs(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """The entry point; the component has no settings."""
    return add_programs
