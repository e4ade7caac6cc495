"""From files to the store: what is new or changed is read and its names are found, the rest stays."""

from __future__ import annotations

import sqlite3
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from wenmai.graph.page import read_page
from wenmai.graph.values import Page
from wenmai.loaders.problems import InputError
from wenmai.loaders.read import RawDocument, SourceFile, digest_of, read_source
from wenmai.loaders.read.simplify import simplified_page
from wenmai.loaders.settings import Reading, fingerprint
from wenmai.loaders.store.sources import (
    Extracted,
    StoredFile,
    remove_files,
    replace_file,
    stored_files,
    stored_troubles,
)

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[int], None]  # told the number of files done since the last call
Begin = Callable[[Sequence[SourceFile]], None]  # told the files that must be read, before the first is
Report = Callable[[SourceFile, InputError], None]  # told what of a file cannot be read


def silent(_: int | Sequence[SourceFile]) -> None:
    """Tell no one."""


@dataclass(slots=True)
class Ingested:
    """What a run did, by name of file."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)  # in the store, not among the files given
    removed: list[str] = field(default_factory=list)
    problems: list[InputError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Pending:
    file: SourceFile
    raw: RawDocument
    page: Page


def read_pages(files: Iterable[SourceFile], *, reading: Reading, report: Report) -> Iterator[_Pending]:
    """The pages of files, in order; what cannot be read is reported."""
    for file in files:
        for raw in read_source(file):
            if isinstance(raw, InputError):
                report(file, raw)
            else:
                yield _Pending(file, raw, _page_of(raw, reading))


def _page_of(raw: RawDocument, reading: Reading) -> Page:
    page = read_page(
        raw.text,
        source=raw.source,
        date=reading.date or raw.date,
        publication=reading.publication or raw.publication,
        page=raw.page,
    )
    if reading.simplify:
        page = simplified_page(page)
    if not page.articles or not (raw.headline or raw.authors):
        return page
    # A table or a sidecar knows the headline and the authors better than the text does.
    first = page.articles[0]
    first = replace(first, headline=raw.headline or first.headline, authors=raw.authors or first.authors)
    return replace(page, articles=(first, *page.articles[1:]))


def extract_files(
    files: Iterable[SourceFile],
    *,
    reading: Reading,
    nlp: Language,
    report: Report,
    workers: int = 1,
) -> Iterator[tuple[SourceFile, Extracted]]:
    """The sources of files with their mentions, in order whatever the number of workers."""
    from wenmai.loaders.model.extract import extract

    waiting: deque[_Pending] = deque()

    def pages() -> Iterator[Page]:
        for pending in read_pages(files, reading=reading, report=report):
            waiting.append(pending)
            yield pending.page

    for mentions in extract(pages(), nlp, workers=workers):
        done = waiting.popleft()
        yield done.file, Extracted(done.raw, done.page, mentions)


def ingest(
    connection: sqlite3.Connection,
    files: Iterable[SourceFile],
    *,
    reading: Reading,
    version: str,
    load: Callable[[], Language],
    workers: int = 1,
    prune: bool = False,
    begin: Begin = silent,
    progress: Progress = silent,
) -> Ingested:
    """Bring the store in line with files; each file is written whole, or not at all.

    `load` gives the pipeline of that `version`; it is called only when there is something
    to read. A file counts as unchanged when its bytes, the pipeline and the settings of
    reading are those that the store knows.
    """
    result = Ingested()
    known = stored_files(connection)
    made_by = f"{version} {fingerprint(reading)}"
    given: set[str] = set()
    todo: list[tuple[SourceFile, str]] = []
    for file in files:
        given.add(file.name)
        try:
            digest = digest_of(file)
        except InputError as problem:
            result.problems.append(problem)
            continue
        stored = known.get(file.name)
        if stored == StoredFile(file.name, digest, made_by):
            result.unchanged.append(file.name)
        else:
            (result.changed if stored else result.new).append(file.name)
            todo.append((file, digest))
    written: set[str] = set()
    troubles: defaultdict[str, list[InputError]] = defaultdict(list)

    def report(file: SourceFile, problem: InputError) -> None:
        troubles[file.name].append(problem)

    if todo:
        begin([file for file, _ in todo])
        digests = {file.name: digest for file, digest in todo}
        found = extract_files(
            (file for file, _ in todo), reading=reading, nlp=load(), report=report, workers=workers
        )
        for name, group in groupby(found, key=lambda pair: pair[0].name):
            stored_now = StoredFile(name, digests[name], made_by)
            sources = [extracted for _, extracted in group]
            replace_file(connection, stored_now, sources, troubles=troubles[name])
            written.add(name)
            progress(1)
    for bucket in (result.new, result.changed):
        bucket[:] = [name for name in bucket if name in written]
    # A file that is there and cannot be read keeps what was read of it before.
    result.gone = sorted(set(known) - given)
    if prune and result.gone:
        remove_files(connection, result.gone)
        result.removed, result.gone = result.gone, []
    # What could not be read of a file is said again as long as the file stays as it is.
    result.problems += stored_troubles(connection, result.unchanged)
    result.problems += [problem for found_in in troubles.values() for problem in found_in]
    result.problems.sort(key=attrgetter("source"))
    return result
