"""What the readers hand on: a decoded document, the file it is read from, and how to read it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from pathlib import Path

from wenmai.loaders.problems import UsageError
from wenmai.loaders.words import say

COLUMNS = ("text", "title", "date", "publication", "author", "page")


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a document apart from its text; None and () where nothing is said."""

    date: str | None = None  # ISO, to the precision known
    publication: str | None = None
    page: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()

    def over(self, other: Details) -> Details:
        """These details, the gaps filled from `other`."""
        return Details(
            date=self.date or other.date,
            publication=self.publication or other.publication,
            page=self.page or other.page,
            headline=self.headline or other.headline,
            authors=self.authors or other.authors,
        )


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document as decoded: `text` in code points, line ends untranslated, no BOM.

    `source` names it: `dir/a.txt`, inside others `papers.zip!dir/a.txt`, `news.jsonl#3`; `file` is
    the name of the file on disk that it came from and `digest` that file's `digest_of`. Page k of
    a pdf (from 0) begins at `page_starts[k]`.
    """

    source: str
    text: str
    digest: str
    format: str
    date: str | None
    publication: str | None
    page: str | None
    page_starts: tuple[int, ...] = ()
    headline: str | None = None
    authors: tuple[str, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    `encoding` is taken instead of detecting one; `columns` maps roles (text, title, date,
    publication, author, page) to the column names of tables.

    Raises:
        UsageError: Python knows no such encoding, or there is no such role.
    """

    encoding: str | None = None
    columns: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.encoding is not None and not _is_text_encoding(self.encoding):
            raise UsageError(
                say(
                    f"没有名为 {self.encoding} 的编码；可用 utf-8、gb18030、big5、utf-16 等",
                    f"no encoding is called {self.encoding}; say utf-8, gb18030, big5 or utf-16",
                )
            )
        for role, _ in self.columns:
            if role not in COLUMNS:
                known = ", ".join(COLUMNS)
                raise UsageError(
                    say(
                        f"表格里没有 {role} 这一项；可用：{known}",
                        f"a table has no {role}; say one of {known}",
                    )
                )


def _is_text_encoding(name: str) -> bool:
    try:
        return isinstance("文".encode(codecs.lookup(name).name), bytes)
    except UnicodeError:
        return True
    except LookupError:
        return False


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read, under the name that its documents bear.

    `path` is None for standard input, whose bytes are in `data`. `context` says, in a stable
    spelling, all that the documents owe to something else than the file's bytes and name.
    """

    name: str
    path: Path | None
    details: Details = Details()
    options: ReadOptions = ReadOptions()
    data: bytes | None = field(default=None, repr=False)
    context: str = ""
