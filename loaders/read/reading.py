"""From a file to its documents: the format by name or content, the text by its reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from wenmai.loaders.problems import InputError
from wenmai.loaders.read.document import RawDocument, SourceFile
from wenmai.loaders.read.encoding import DecodeError, decode
from wenmai.loaders.read.sources import digest_of_bytes
from wenmai.loaders.read.walk import unreadable


def read_source(file: SourceFile) -> Iterator[RawDocument | InputError]:
    """Read the documents of a file, in their order in it, and what could not be read of it."""
    try:
        data = file.path.read_bytes() if file.path is not None else file.data or b""
    except OSError as error:
        yield unreadable(file.name, error)
        return
    suffix = PurePosixPath(file.name).suffix.lower()
    try:
        text = decode(data, encoding=file.options.encoding).text
    except DecodeError as error:
        yield InputError(file.name, str(error))
        return
    details = file.details
    yield RawDocument(
        source=file.name,
        text=text,
        digest=digest_of_bytes(data, file),
        format="md" if suffix in {".md", ".markdown"} else "txt",
        date=details.date,
        publication=details.publication,
        page=details.page,
        headline=details.headline,
        authors=details.authors,
        file=file.name,
    )
