"""Paragraphs that a faulty extraction has printed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wenmai.graph.text.sentences import split
from wenmai.graph.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wenmai.graph.page.drafts import Text

NEAR = 50_000  # characters before it where the end of a sentence is looked for
LEAST = 30  # characters: shorter paragraphs may well be said twice


def repeated(text: str, paragraphs: Sequence[Text]) -> set[int]:
    """View offsets where sentences begin that belong to a paragraph printed before.

    A paragraph is a repeat when an earlier one of at least 30 characters is equal to it, ends with
    all of it (the first words were lost in the cut) or begins with all of it, or when all its
    sentences were printed before.
    """
    seen: set[str] = set()
    found: set[int] = set()
    for paragraph in paragraphs:
        spans = split(text, paragraph.start, paragraph.end)
        sentences = [text[span.start : span.end] for span in spans]
        found.update(_repeats(text, spans, sentences, seen))
        seen.update(sentences)
    return found


def _repeats(text: str, spans: Sequence[Span], sentences: Sequence[str], seen: set[str]) -> set[int]:
    known = [sentence in seen for sentence in sentences]
    if all(known):
        size = sum(len(sentence) for sentence in sentences)
        return {span.start for span in spans} if size >= LEAST else set()
    # The first sentence may have lost its beginning; then it is the end of one seen before.
    if len(known) > 1 and all(known[1:]) and sum(len(s) for s in sentences[1:]) >= LEAST / 2:
        start = spans[0].start
        lost = len(sentences[0]) >= LEAST / 2 and text.find(sentences[0], max(0, start - NEAR), start) >= 0
        return {span.start for span in spans[0 if lost else 1 :]}
    return set()
