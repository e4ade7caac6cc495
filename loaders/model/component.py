"""The spaCy component `wenmai_encoder`: names by the encoder, sentence by sentence."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import srsly
from spacy.language import Language

from wenmai.graph.extract.edges import tidied
from wenmai.graph.extract.generic import named
from wenmai.graph.extract.tags import TYPES, Reading, decode
from wenmai.graph.extract.units import units
from wenmai.loaders.model.encoder import Encoder, EncoderFiles
from wenmai.loaders.model.entities import add_names, set_doubtful
from wenmai.loaders.problems import ModelError
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc

from wenmai.graph.extract.found import Found

CACHE = 1 << 15


@Language.factory(
    "wenmai_encoder",
    assigns=["doc.ents", "doc.spans", "span._.score"],
    default_config={"cache": CACHE},
)
class EncoderNer:
    """Finds PERSON, ORG, PLACE and PROGRAM in documents of any length.

    Sets `doc.ents`, and `span._.score` of each: the probability of the name, in [0, 1]. Entities
    that are set already stay. `doc.spans["doubtful"]` holds, with their scores, names that nearly
    were and touch no other. Each sentence runs through the encoder by itself; the last `cache`
    different sentences are remembered, which changes time and nothing else.
    """

    def __init__(self, nlp: Language, name: str = "wenmai_encoder", *, cache: int = CACHE) -> None:  # noqa: ARG002
        self.name = name
        self.cache = cache
        self._encoder: Encoder | None = None
        self._known: OrderedDict[str, Reading] = OrderedDict()

    @property
    def labels(self) -> tuple[str, ...]:
        """The entity labels, as spaCy wants them."""
        return tuple(sorted(TYPES))

    def __call__(self, doc: Doc) -> Doc:
        """Add the names to a document."""
        names: list[Found] = []
        doubtful: list[Found] = []
        for unit in units(doc.text):
            reading = self._read(unit.text)
            names += map(unit.place, reading.names)
            doubtful += map(unit.place, reading.doubtful)
        add_names(doc, named(tidied(names, doc.text), doc.text))
        set_doubtful(doc, doubtful)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:  # noqa: ARG002
        """Process documents one by one."""
        return map(self, stream)

    def scores(self, sentence: str) -> NDArray[np.float32]:
        """The tag scores (N, tags) of each character of a text without line breaks.

        Raises:
            ModelError: no weights are loaded.
        """
        if self._encoder is None:
            raise ModelError(say("wenmai_encoder 尚未载入权重", "wenmai_encoder has no weights loaded"))
        return self._encoder.scores(sentence)

    def _read(self, sentence: str) -> Reading:
        known = self._known.pop(sentence, None)
        if known is None:
            known = decode(self.scores(sentence))
        self._known[sentence] = known
        if len(self._known) > self.cache:
            self._known.popitem(last=False)
        return known

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write the encoder's files into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self._contents().items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> EncoderNer:  # noqa: ARG002
        """Read the encoder's files from a folder, checking their hashes.

        Raises:
            ModelError: a file is missing or damaged.
        """
        self._encoder = Encoder(EncoderFiles.read(Path(path)))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """Pack the encoder's files."""
        packed: bytes = srsly.msgpack_dumps(self._contents())
        return packed

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> EncoderNer:  # noqa: ARG002
        """Unpack what `to_bytes` packed."""
        contents: dict[str, bytes] = srsly.msgpack_loads(data)
        self._encoder = Encoder(EncoderFiles(contents)) if contents else None
        return self

    def _contents(self) -> dict[str, bytes]:
        return {} if self._encoder is None else self._encoder.files.contents

    def __getstate__(self) -> dict[str, Any]:
        return {"name": self.name, "cache": self.cache, "contents": self._contents()}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.name, self.cache, self._known = state["name"], state["cache"], OrderedDict()
        self._encoder = Encoder(EncoderFiles(state["contents"])) if state["contents"] else None
