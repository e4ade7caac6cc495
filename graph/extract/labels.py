"""The label map of pipelines trained on OntoNotes, such as the official Chinese ones of spaCy."""

from __future__ import annotations

from wenmai.graph.values import EntityType

OURS = frozenset(EntityType)
ONTONOTES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORG,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
}
# EVENT, LAW, WORK_OF_ART and the others hold programmes and much else; they stay unmapped, and
# `wenmai.graph.extract.programs` looks for programmes by their form.


def mapped(label: str) -> EntityType | None:
    """The type of a label of OntoNotes, or of one of ours; None where there is none."""
    return EntityType(label) if label in OURS else ONTONOTES.get(label)
