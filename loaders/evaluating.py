"""A pipeline against annotated text: the figures, and each error in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wenmai.graph.score import Annotated, Figures, Mistake, Sentences, Surroundings, figures, mistakes
from wenmai.loaders.ingest import Progress, silent
from wenmai.loaders.model.extract import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language

    from wenmai.graph.extract.found import Found


@dataclass(frozen=True, slots=True)
class Located:
    """An error, the text it is in, and what stands around it."""

    text: Annotated
    mistake: Mistake
    around: Surroundings


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well a pipeline did, its errors in the order of the texts."""

    pipeline: str
    texts: int
    characters: int
    figures: Figures
    errors: tuple[Located, ...]


def evaluate(texts: Sequence[Annotated], nlp: Language, *, progress: Progress = silent) -> Evaluation:
    """Run a pipeline over each text as it stands, by itself, and score what it finds."""
    found: list[list[Found]] = []
    for text in texts:
        found.append(find(nlp, text.text))
        progress(1)
    errors = [error for text, finds in zip(texts, found, strict=True) for error in _located(text, finds)]
    return Evaluation(
        f"{nlp.lang}_{nlp.meta['name']} {nlp.meta['version']}",
        len(texts),
        sum(len(text.text) for text in texts),
        figures(zip(texts, found, strict=True)),
        tuple(errors),
    )


def _located(text: Annotated, found: list[Found]) -> Iterator[Located]:
    errors = mistakes(text, found)
    if errors:
        sentences = Sentences(text.text)
        yield from (Located(text, error, sentences.around(error)) for error in errors)
