"""The component `wenmai_consistency`: a name found once is found everywhere in the document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.language import Language

from wenmai.graph.extract.consistency import SHORTEST, repeated
from wenmai.graph.extract.found import Found
from wenmai.graph.extract.units import units
from wenmai.loaders.model.entities import add_names, names_in

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Consistency:
    """Adds the further places of the names in `doc.ents` that have `shortest` characters or more."""

    shortest: int = SHORTEST

    def __call__(self, doc: Doc) -> Doc:
        """Add the further places to a document."""
        parts = list(units(doc.text))
        firsts = [part.at[part.begin] for part in parts]
        known: list[list[Found]] = [[] for _ in parts]
        for name in names_in(doc):
            i = bisect_right(firsts, name.start) - 1
            inside = parts[i].find(name) if i >= 0 else None
            if inside is not None:
                known[i].append(inside)
        fresh = repeated([part.text for part in parts], known, shortest=self.shortest)
        add_names(doc, [part.place(name) for part, names in zip(parts, fresh, strict=True) for name in names])
        return doc


@Language.factory(
    "wenmai_consistency",
    assigns=["doc.ents"],
    requires=["doc.ents"],
    default_config={"shortest": SHORTEST},
)
def make_consistency(nlp: Language, name: str, *, shortest: int) -> Consistency:  # noqa: ARG001
    """The entry point."""
    return Consistency(shortest)
