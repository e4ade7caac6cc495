"""The component `wenmai_names`: a user's own names, before all that the pipeline found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from wenmai.graph.extract.own_names import OwnName, OwnNames
from wenmai.graph.extract.units import paragraphs
from wenmai.graph.values import EntityType
from wenmai.loaders.model.entities import doubtful_in, place_names, set_doubtful

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from wenmai.graph.extract.found import Found

FILE = "names.json"


@Language.factory(
    "wenmai_names",
    assigns=["doc.ents", "doc.spans", "span._.score", "span._.own"],
    default_config={"names": []},
)
class OwnNamesFirst:
    """Sets the names of a list on `doc.ents`, with score 1 and `span._.own`; what they touch goes.

    `names` are pairs of a name and one of PERSON, ORG, PLACE and PROGRAM. White space inside a
    name is crossed, a blank line is not. A token that a name begins or ends in is split there.
    """

    def __init__(
        self,
        nlp: Language,  # noqa: ARG002
        name: str = "wenmai_names",
        *,
        names: Iterable[tuple[str, str]] = (),
    ) -> None:
        self.name = name
        self.names = _from_pairs(names)

    @property
    def labels(self) -> tuple[str, ...]:
        """The entity labels, as spaCy wants them."""
        return tuple(sorted(EntityType))

    def __call__(self, doc: Doc) -> Doc:
        """Set the names on a document."""
        if own := self._found(doc.text):
            place_names(doc, own)
            if doubtful := doubtful_in(doc):
                set_doubtful(doc, doubtful)
        return doc

    def _found(self, text: str) -> list[Found]:
        return [unit.place(name) for unit in paragraphs(text) for name in self.names.find(unit.text)]

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write the names into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> OwnNamesFirst:  # noqa: ARG002
        """Read the names from a folder."""
        return self.from_bytes((Path(path) / FILE).read_bytes())

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """The names as JSON, sorted."""
        pairs = [[entry.text, entry.type.value] for entry in self.names.entries]
        return json.dumps(pairs, ensure_ascii=False, indent=0).encode("utf-8")

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> OwnNamesFirst:  # noqa: ARG002
        """Read what `to_bytes` wrote."""
        self.names = _from_pairs(json.loads(data))
        return self


def _from_pairs(pairs: Iterable[Any]) -> OwnNames:
    return OwnNames(tuple(OwnName(text, EntityType(kind)) for text, kind in pairs))
