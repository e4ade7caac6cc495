"""Sentences of a user's documents as a pipeline would annotate them, the doubtful ones first."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wenmai.graph.extract.doubt import doubt
from wenmai.graph.extract.found import Found
from wenmai.graph.extract.generic import named
from wenmai.graph.extract.mentions import mentions_of
from wenmai.graph.extract.passages import passages
from wenmai.graph.score import Annotated
from wenmai.loaders.annotated.suggestion import Origin, Suggestion
from wenmai.loaders.ingest import Progress, read_pages, silent
from wenmai.loaders.model.entities import doubtful_in, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from wenmai.graph.values import Page, Sentence
    from wenmai.loaders.problems import InputError
    from wenmai.loaders.read import SourceFile
    from wenmai.loaders.settings import Reading


@dataclass(frozen=True, slots=True)
class Suggested:
    """Suggestions, the most doubtful first; of how many different sentences; what could not be read."""

    suggestions: tuple[Suggestion, ...]
    sentences: int
    problems: tuple[InputError, ...]


def suggest(
    files: Iterable[SourceFile],
    *,
    reading: Reading,
    nlp: Language,
    limit: int | None = None,
    progress: Progress = silent,
) -> Suggested:
    """Read files and suggest the names of their sentences, at most `limit` of them.

    The order is that of doubt, then of the text; it does not depend on the order of the files.
    A sentence that stands in several places is given once, where it is most doubtful and first.
    """
    problems: list[InputError] = []
    found: list[Suggestion] = []

    def report(_: SourceFile, problem: InputError) -> None:
        problems.append(problem)

    at = None
    for pending in read_pages(files, reading=reading, report=report):
        found += _of_page(pending.page, nlp)
        progress(int(pending.file.name != at))
        at = pending.file.name
    first: dict[str, Suggestion] = {}
    for one in sorted(found, key=_rank):
        first.setdefault(one.annotated.text, one)
    return Suggested(tuple(first.values())[:limit], len(first), tuple(problems))


def _rank(one: Suggestion) -> tuple[float, str, Origin]:
    return -one.doubt, one.annotated.text, one.origin


def _of_page(page: Page, nlp: Language) -> Iterator[Suggestion]:
    names: list[Found] = []
    doubtful: list[Found] = []
    for passage in passages(page):
        doc = nlp(passage.text)
        names += passage.in_view(names_in(doc))
        doubtful += passage.in_view(doubtful_in(doc))
    certain: defaultdict[int, list[Found]] = defaultdict(list)
    for mention in mentions_of(page, names):
        end = mention.at + len(mention.text)
        certain[mention.sentence].append(Found(mention.at, end, mention.type, mention.score))
    nearly = _by_sentence(page, named(doubtful, page.view.text))
    for sentence in page.sentences:
        kept = certain[sentence.number]
        others = [one for one in nearly[sentence.number] if not any(map(one.overlaps, kept))]
        yield _suggestion(page, sentence, kept, doubt(kept, others))


def _by_sentence(page: Page, found: Iterable[Found]) -> defaultdict[int, list[Found]]:
    """Finds of the page by sentence, in its offsets; those that leave theirs are no names."""
    starts = [sentence.span.start for sentence in page.sentences]
    result: defaultdict[int, list[Found]] = defaultdict(list)
    for one in found:
        sentence = page.sentences[bisect_right(starts, one.start) - 1]
        if one.end <= sentence.span.end:
            result[sentence.number].append(one.moved(-sentence.span.start))
    return result


def _suggestion(page: Page, sentence: Sentence, names: list[Found], doubt: float) -> Suggestion:
    start, end = page.view.to_source(sentence.span.start, sentence.span.end)
    where = f"{page.source}:{start}"
    annotated = Annotated(where, page.text(sentence), tuple(names), where=where, document=page.source)
    return Suggestion(annotated, Origin(page.source, sentence.article, start, end), doubt)
