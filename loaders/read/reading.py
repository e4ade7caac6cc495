"""From a file to its documents: the format by name or content, the text by its reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from wenmai.loaders.problems import InputError
from wenmai.loaders.read.columns import TableError
from wenmai.loaders.read.details import details_of_path
from wenmai.loaders.read.document import Details, RawDocument, ReadOptions, SourceFile
from wenmai.loaders.read.encoding import DecodeError, decode
from wenmai.loaders.read.format import Format, format_of
from wenmai.loaders.read.formats.package import Allowance
from wenmai.loaders.read.formats.problems import FormatError
from wenmai.loaders.read.sidecar import SIDECAR, Sidecar, parse_sidecar
from wenmai.loaders.read.sources import digest_of_bytes
from wenmai.loaders.read.walk import unreadable
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from wenmai.loaders.read.formats.archive import Archive

_DEEPEST = 2  # archives within archives


@dataclass(frozen=True, slots=True)
class _Item:
    """A file, or a member of an archive, whose bytes are at hand."""

    name: str
    data: bytes
    details: Details
    options: ReadOptions
    digest: str
    file: str
    depth: int = 0
    allowance: Allowance = field(default_factory=Allowance)


def read_source(file: SourceFile) -> Iterator[RawDocument | InputError]:
    """Read the documents of a file, in their order in it, and what could not be read of it.

    A file of plain text gives one document, a table or an archive as many as it holds; something
    comes of every file.
    """
    try:
        data = file.path.read_bytes() if file.path is not None else file.data or b""
    except OSError as error:
        yield unreadable(file.name, error)
        return
    digest = digest_of_bytes(data, file)
    yield from _read(_Item(file.name, data, file.details, file.options, digest, file.name))


def _read(item: _Item) -> Iterator[RawDocument | InputError]:
    if not item.data:
        yield InputError(item.name, say("文件是空的", "the file is empty"))
        return
    try:
        form = format_of(item.name, item.data)
        match form:
            case Format.ZIP:
                yield from _archive(item)
            case Format.JSONL | Format.JSON | Format.CSV | Format.TSV:
                yield from _table(item, form)
            case Format.PDF:
                yield from _pdf(item)
            case Format.HTML | Format.DOCX | Format.EPUB:
                text, details = _formatted(item, form)
                yield _document(item, form, text, item.details.over(details))
            case Format.TXT | Format.MD:
                text = decode(item.data, encoding=item.options.encoding).text
                yield _document(item, form, text, item.details)
    except (DecodeError, FormatError, TableError) as error:
        yield InputError(item.name, str(error))


def _document(item: _Item, form: Format, text: str, details: Details) -> RawDocument:
    return RawDocument(
        source=item.name,
        text=text,
        digest=item.digest,
        format=form.value,
        date=details.date,
        publication=details.publication,
        page=details.page,
        headline=details.headline,
        authors=details.authors,
        file=item.file,
    )


def _formatted(item: _Item, form: Format) -> tuple[str, Details]:
    match form:
        case Format.HTML:
            from wenmai.loaders.read.formats.html import read_html

            return read_html(item.data, encoding=item.options.encoding)
        case Format.DOCX:
            from wenmai.loaders.read.formats.docx import read_docx

            return read_docx(item.data), Details()
        case _:
            from wenmai.loaders.read.formats.epub import read_epub

            return read_epub(item.data)


def _pdf(item: _Item) -> Iterator[RawDocument | InputError]:
    from wenmai.loaders.read.formats.pdf import read_pdf

    pdf = read_pdf(item.data)
    yield replace(_document(item, Format.PDF, pdf.text, item.details), page_starts=pdf.page_starts)
    if pdf.pictures:
        pages = "、".join(map(str, pdf.pictures))
        message = say(
            f"第 {pages} 页没有可读的文字层；请先对其做文字识别（OCR）",
            f"pages without a text layer that can be read: {pages}; run OCR on them first",
        )
        yield InputError(item.name, message)


def _table(item: _Item, form: Format) -> Iterator[RawDocument | InputError]:
    from wenmai.loaders.read.formats.table import BadRow, read_csv, read_json, read_jsonl

    text = decode(item.data, encoding=item.options.encoding).text
    columns = item.options.columns
    match form:
        case Format.JSONL:
            rows = read_jsonl(text, columns=columns)
        case Format.JSON:
            rows = read_json(text, columns=columns)
        case _:
            rows = read_csv(text, columns=columns, delimiter="\t" if form is Format.TSV else None)
    empty = True
    for row in rows:
        empty = False
        name = f"{item.name}#{row.number}"
        if isinstance(row, BadRow):
            yield InputError(name, row.message)
        else:
            yield replace(_document(item, form, row.text, row.details.over(item.details)), source=name)
    if empty:
        yield InputError(item.name, say("表里没有数据行", "the table has no rows; add some"))


def _archive(item: _Item) -> Iterator[RawDocument | InputError]:
    from wenmai.loaders.read.formats.archive import Archive

    if item.depth > _DEEPEST:
        raise FormatError(say("压缩包嵌套太深；请先解压", "archives too deep in archives; unpack them first"))
    archive = Archive(item.data, item.allowance)
    if not archive.names:
        yield InputError(item.name, say("压缩包里没有文件", "there is no file in the archive"))
    said: dict[str, Details] = {}
    sidecars: set[str] = set()
    for name in archive.names:
        folder, _, plain = name.rpartition("/")
        sidecar = _sidecar_in(archive, name, item.name) if plain == SIDECAR else None
        if sidecar is not None:
            yield from sidecar.problems
            at = f"{folder}/" if folder else ""
            said |= {at + file: details for file, details in sidecar.details.items()}
            sidecars.add(name)
    for name in archive.names:
        if name in sidecars:
            continue
        inner = f"{item.name}!{name}"
        details = said.get(name, Details()).over(details_of_path(name)).over(item.details)
        try:
            data = archive.read(name)
        except FormatError as error:
            yield InputError(inner, str(error))
        else:
            yield from _read(replace(item, name=inner, data=data, details=details, depth=item.depth + 1))


def _sidecar_in(archive: Archive, name: str, within: str) -> Sidecar | None:
    folder = name[: -len(SIDECAR)]
    try:
        data = archive.read(name)
    except FormatError:
        return None  # reported as a file
    there = frozenset(archive.names)
    return parse_sidecar(data, name=f"{within}!{name}", exists=lambda file: folder + file in there)
