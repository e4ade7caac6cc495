"""What was read: files, sources, articles, sentences and mentions, written and read back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wenmai.graph.values import (
    Article,
    ArticleKind,
    DateMethod,
    Document,
    EntityType,
    Mention,
    Page,
    Role,
    Sentence,
    Span,
)
from wenmai.loaders.problems import InputError
from wenmai.loaders.read import RawDocument
from wenmai.loaders.store.database import transaction


@dataclass(frozen=True, slots=True)
class Extracted:
    """A source as read, with what was found on it."""

    raw: RawDocument
    page: Page
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that the store holds: its digest, and what read it."""

    name: str
    digest: str
    made_by: str


def stored_files(connection: sqlite3.Connection) -> dict[str, StoredFile]:
    """The files of the corpus by name."""
    rows = connection.execute("SELECT name, digest, made_by FROM file ORDER BY name")
    return {name: StoredFile(name, digest, made_by) for name, digest, made_by in rows}


def replace_file(
    connection: sqlite3.Connection,
    file: StoredFile,
    sources: Iterable[Extracted],
    *,
    troubles: Iterable[InputError] = (),
) -> None:
    """Write a file and all its sources in one transaction; its former rows go.

    `troubles` say what of it could not be read.
    """
    with transaction(connection):
        _forget_links(connection)
        connection.execute("DELETE FROM file WHERE name = ?", (file.name,))
        cursor = connection.execute(
            "INSERT INTO file (name, digest, made_by) VALUES (?, ?, ?)",
            (file.name, file.digest, file.made_by),
        )
        for extracted in sources:
            _write_source(connection, cursor.lastrowid or 0, extracted)
        connection.executemany(
            "INSERT INTO trouble VALUES (?, ?, ?, ?)",
            [(cursor.lastrowid, n, each.source, each.message) for n, each in enumerate(troubles)],
        )


def stored_troubles(connection: sqlite3.Connection, names: Iterable[str]) -> list[InputError]:
    """What could not be read of files, as it was said when they were read."""
    return [
        InputError(source, message)
        for name in names
        for source, message in connection.execute(
            "SELECT source, message FROM trouble JOIN file ON file.id = file WHERE name = ? ORDER BY number",
            (name,),
        )
    ]


def remove_files(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Remove files with all that was read from them."""
    with transaction(connection):
        _forget_links(connection)
        connection.executemany("DELETE FROM file WHERE name = ?", [(name,) for name in names])


def _forget_links(connection: sqlite3.Connection) -> None:
    """What follows from the sources holds no longer, until it is made anew."""
    connection.execute("DELETE FROM meta WHERE key = 'derived'")


def _write_source(connection: sqlite3.Connection, file: int, extracted: Extracted) -> None:
    raw, page = extracted.raw, extracted.page
    source = connection.execute(
        "INSERT INTO source (file, name, format, date, publication, page, page_starts, issued, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            file,
            raw.source,
            raw.format,
            raw.date,
            raw.publication,
            raw.page,
            json.dumps(raw.page_starts),
            page.issued,
            raw.text,
        ),
    ).lastrowid
    connection.executemany(
        "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                source,
                a.number,
                a.span.start,
                a.span.end,
                a.headline,
                json.dumps(a.authors, ensure_ascii=False),
                a.agency,
                a.publication,
                a.dateline,
                a.date,
                a.date_method,
                a.continued,
                a.kind,
                a.page,
                a.continued_from,
                a.continued_on,
            )
            for a in page.articles
        ],
    )
    connection.executemany(
        "INSERT INTO sentence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                source,
                s.number,
                s.article,
                s.paragraph,
                s.role,
                s.span.start,
                s.span.end,
                *page.view.to_source(s.span.start, s.span.end),
                page.text(s),
            )
            for s in page.sentences
        ],
    )
    connection.executemany(
        "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (source, m.start, m.end, m.text, m.type, m.role, m.article, m.sentence, m.at, m.score)
            for m in extracted.mentions
        ],
    )


def document_of(extracted: Extracted) -> Document:
    """The part of a source that resolution and linking read."""
    page = extracted.page
    return Document(
        page.source,
        page.articles,
        page.sentences,
        tuple(page.text(sentence) for sentence in page.sentences),
        extracted.mentions,
        page.issued,
    )


def documents(connection: sqlite3.Connection) -> Iterator[Document]:
    """Every source of the corpus, sorted by name."""
    for key, name, issued in connection.execute(
        "SELECT id, name, issued FROM source ORDER BY name"
    ).fetchall():
        rows = connection.execute(
            "SELECT number, article, paragraph, role, begin, until, text FROM sentence WHERE source = ?"
            " ORDER BY number",
            (key,),
        ).fetchall()
        yield Document(
            name,
            tuple(_articles(connection, key)),
            tuple(
                Sentence(n, a, p, Role(role), Span(begin, until)) for n, a, p, role, begin, until, _ in rows
            ),
            tuple(row[6] for row in rows),
            tuple(_mentions(connection, key, name)),
            issued,
        )


def _articles(connection: sqlite3.Connection, source: int) -> Iterator[Article]:
    for row in connection.execute(
        'SELECT number, start, "end", headline, authors, agency, publication, dateline, date, date_method,'
        " continued, kind, page, continued_from, continued_on FROM article WHERE source = ? ORDER BY number",
        (source,),
    ):
        number, start, end, headline, authors, agency, publication, dateline, date, method, *rest = row
        continued, kind, page, continued_from, continued_on = rest
        yield Article(
            number,
            Span(start, end),
            headline=headline,
            authors=tuple(json.loads(authors)),
            agency=agency,
            publication=publication,
            dateline=dateline,
            date=date,
            date_method=DateMethod(method),
            continued=bool(continued),
            kind=ArticleKind(kind),
            page=page,
            continued_from=continued_from,
            continued_on=continued_on,
        )


def _mentions(connection: sqlite3.Connection, source: int, name: str) -> Iterator[Mention]:
    types, roles = {t.value: t for t in EntityType}, {r.value: r for r in Role}
    for start, end, text, kind, role, article, sentence, at, score in connection.execute(
        'SELECT start, "end", text, type, role, article, sentence, at, score FROM mention WHERE source = ?'
        " ORDER BY start",
        (source,),
    ):
        yield Mention(name, start, end, text, types[kind], roles[role], article, sentence, at, score)
