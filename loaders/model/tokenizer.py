"""The tokenizer `wenmai.characters.v1`: a character a token; Latin letters and digits run together.

A name can begin and end at any Chinese character, so that nothing is decided about words before
the names are known. White space is kept as spaCy keeps it: a blank that follows a token belongs
to that token, other white space is a token of its own; `doc.text` is the text, whatever it holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc
from spacy.util import registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from spacy.language import Language
    from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"[A-Za-z\u00c0-\u024f\u0370-\u04ffＡ-Ｚａ-ｚ]+|[0-9０-９]+|\s+|.",
    re.DOTALL,
)


def words_and_spaces(text: str) -> tuple[list[str], list[bool]]:
    """The tokens of a text, and for each whether a blank follows it."""
    words: list[str] = []
    spaces: list[bool] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token[0] == " " and words:
            spaces[-1] = True
            token = token[1:]
        if token:
            words.append(token)
            spaces.append(False)
    return words, spaces


class CharacterTokenizer:
    """Cuts a text into characters; keeps no state but the vocabulary."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The text as a document of tokens."""
        words, spaces = words_and_spaces(text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], **_: Any) -> Iterable[Doc]:
        """Tokenize texts one by one."""
        return map(self, texts)

    def to_disk(self, path: Path | str, **_: Any) -> None:
        """Nothing to write."""

    def from_disk(self, path: Path | str, **_: Any) -> CharacterTokenizer:  # noqa: ARG002
        """Nothing to read."""
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to write."""
        return b""

    def from_bytes(self, data: bytes, **_: Any) -> CharacterTokenizer:  # noqa: ARG002
        """Nothing to read."""
        return self


@registry.tokenizers("wenmai.characters.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], CharacterTokenizer]:
    """The entry point: spaCy calls the result with the pipeline."""

    def tokenizer_of(nlp: Language) -> CharacterTokenizer:
        return CharacterTokenizer(nlp.vocab)

    return tokenizer_of
