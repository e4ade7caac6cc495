"""Which format a file is in: its extension says, or where that says nothing, its first bytes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePosixPath

from wenmai.loaders.read.encoding import magic
from wenmai.loaders.read.formats.problems import FormatError
from wenmai.loaders.words import say


class Format(StrEnum):
    """What can be read."""

    TXT = "txt"
    MD = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    EPUB = "epub"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    ZIP = "zip"


_BY_EXTENSION = {f".{form.value}": form for form in Format} | {
    ".text": Format.TXT,
    ".markdown": Format.MD,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".shtml": Format.HTML,
    ".ndjson": Format.JSONL,
    ".tab": Format.TSV,
}
_REMEDIES = {
    ".doc": ("docx", "Word 97–2003"),
    ".wps": ("docx", "WPS"),
    ".rtf": ("docx", "RTF"),
    ".odt": ("docx", "OpenDocument"),
    ".pages": ("docx", "Pages"),
    ".xls": ("csv", "Excel"),
    ".xlsx": ("csv", "Excel"),
    ".ods": ("csv", "OpenDocument"),
    ".caj": ("pdf", "CAJ"),
    ".mobi": ("epub", "Mobipocket"),
    ".azw3": ("epub", "Kindle"),
    ".mhtml": ("html", "MHTML"),
    ".rar": ("zip", "RAR"),
    ".7z": ("zip", "7z"),
    ".gz": ("zip", "gzip"),
    ".tar": ("zip", "tar"),
}


def format_of(name: str, data: bytes) -> Format:
    """The format of a file by this name with these bytes; text where nothing tells otherwise.

    Raises:
        FormatError: a format that is known, but not read; the message says what to save it as.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _REMEDIES:
        better, kind = _REMEDIES[suffix]
        raise FormatError(
            say(f"不支持 {kind} 格式；请另存为 {better}", f"{kind} files are not read; save it as {better}")
        )
    if suffix in _BY_EXTENSION:
        return _BY_EXTENSION[suffix]
    return _by_content(data)


def _by_content(data: bytes) -> Format:
    kind = magic(data)
    if kind == "PDF":
        return Format.PDF
    if kind == "ZIP":
        # The first member stands in plain sight: an EPUB's is mimetype.
        if b"mimetypeapplication/epub+zip" in data[:128]:
            return Format.EPUB
        return Format.DOCX if b"word/document.xml" in data else Format.ZIP
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return Format.HTML if start.startswith((b"<!doctype html", b"<html")) else Format.TXT
