"""A pipeline over pages: mentions, in order, the same for any number of workers."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import spacy

from wenmai.graph.extract.mentions import mentions_of
from wenmai.graph.extract.passages import Passage, passages
from wenmai.loaders.model.entities import names_in
from wenmai.loaders.problems import ModelError
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from wenmai.graph.extract.found import Found
    from wenmai.graph.values import Mention, Page

AHEAD = 8  # passages that wait for each worker


def extract(pages: Iterable[Page], nlp: Language, *, workers: int = 1) -> Iterator[tuple[Mention, ...]]:
    """The mentions of each page, in the order of the pages.

    An article is one document of the pipeline, a very long one several; a document is read by
    itself, so that `workers` changes time and nothing else. Above one they are processes of
    their own, started afresh, each with its copy of the pipeline.

    Raises:
        ValueError: fewer than one worker.
        ModelError: a worker process died.
    """
    if workers < 1:
        raise ValueError(f"fewer than one worker: {workers}")
    if workers == 1:
        for page in pages:
            parts = passages(page)
            yield _mentions(page, parts, (find(nlp, part.text) for part in parts))
        return
    context = get_context("spawn")
    try:
        # By way of a folder: spaCy's entity ruler loses its patterns on the way through bytes.
        with TemporaryDirectory(prefix="wenmai-") as folder:
            nlp.to_disk(folder)
            how = (folder, nlp.max_length)
            with ProcessPoolExecutor(workers, context, initializer=_start, initargs=how) as pool:
                yield from _shared(pages, pool, workers * AHEAD)
    except BrokenProcessPool as problem:
        raise ModelError(
            say(
                "一个工作进程意外终止（可能内存不足）：请减少 --workers",
                "a worker process died, perhaps for want of memory: use fewer --workers",
            )
        ) from problem


def find(nlp: Language, text: str) -> list[Found]:
    """The names in a text, by the pipeline alone with it."""
    return names_in(nlp(text))


def _shared(pages: Iterable[Page], pool: ProcessPoolExecutor, ahead: int) -> Iterator[tuple[Mention, ...]]:
    waiting: deque[tuple[Page, list[Passage], list[Future[list[Found]]]]] = deque()
    pending = 0
    for page in pages:
        parts = passages(page)
        waiting.append((page, parts, [pool.submit(_find, part.text) for part in parts]))
        pending += len(parts)
        while pending > ahead:
            done, its_parts, found = waiting.popleft()
            pending -= len(its_parts)
            yield _mentions(done, its_parts, (future.result() for future in found))
    for done, its_parts, found in waiting:
        yield _mentions(done, its_parts, (future.result() for future in found))


def _mentions(page: Page, parts: list[Passage], found: Iterable[list[Found]]) -> tuple[Mention, ...]:
    return mentions_of(
        page, (name for part, names in zip(parts, found, strict=True) for name in part.in_view(names))
    )


class _Worker:
    """What a worker process holds: the pipeline it was started with."""

    nlp: Language


def _start(folder: str, longest: int) -> None:
    _Worker.nlp = spacy.load(folder)
    _Worker.nlp.max_length = longest


def _find(text: str) -> list[Found]:
    return find(_Worker.nlp, text)
