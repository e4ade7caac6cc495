"""The component `wenmai_consistency`: names that the rest of the document confirms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.language import Language

from wenmai.graph.extract.consistency import ENOUGH, SURE, confirmed
from wenmai.loaders.model.entities import add_names, doubtful_in, names_in

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Consistency:
    """Adds to `doc.ents` those of `doc.spans["doubtful"]` that are named elsewhere without doubt."""

    sure: float = SURE
    enough: float = ENOUGH

    def __call__(self, doc: Doc) -> Doc:
        """Add them to a document."""
        names, doubtful = names_in(doc), doubtful_in(doc)
        add_names(doc, confirmed(doc.text, names, doubtful, sure=self.sure, enough=self.enough))
        return doc


@Language.factory(
    "wenmai_consistency",
    assigns=["doc.ents"],
    requires=["doc.ents", "doc.spans"],
    default_config={"sure": SURE, "enough": ENOUGH},
)
def make_consistency(nlp: Language, name: str, *, sure: float, enough: float) -> Consistency:  # noqa: ARG001
    """The entry point."""
    return Consistency(sure, enough)
