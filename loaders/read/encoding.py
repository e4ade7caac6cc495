"""From bytes to text: UTF-8, GB18030, Big5 and UTF-16, told apart by strict decoding.

UTF-8 is tried first: hardly any other text passes for it. What does not pass is decoded as each
of the others, and the one that reads like Chinese is taken; where none does, the bytes are refused
rather than guessed at.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from wenmai.loaders.read.hanzi import controls, plausibility, sample
from wenmai.loaders.words import say

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")  # in doubt, the first
_CHINESE = 0.25  # between the wrong and the right encoding, see `plausibility`
_SURELY_CHINESE = 0.6
_MANY_CONTROLS = 0.01
_BEYOND_TWO_BYTES = re.compile("[\u0800-\U0010ffff]")
_WIDER = {"gbk": "gb18030", "gb2312": "gb18030", "big5": "cp950"}

_MAGIC = (
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "Office 97–2003"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"ID3", "MP3"),
)


class DecodeError(ValueError):
    """The bytes are no text, or none that can be told; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, its BOM taken off, and the codec that it was decoded by."""

    text: str
    encoding: str


def magic(data: bytes) -> str | None:
    """The kind of a well-known binary file, by its first bytes."""
    for start, kind in _MAGIC:
        # A short mark of letters is also the beginning of words.
        if data.startswith(start) and (start not in {b"BM", b"ID3"} or b"\x00" in data[:64]):
            return kind
    return None


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """Decode a text file: by `encoding` where given, else by BOM, else by what the bytes allow.

    Line ends stay as they are. Time is linear; detection looks at a sample of a long text.

    Raises:
        DecodeError: empty, white space only, binary, damaged or in an unknown encoding.
    """
    if not data:
        raise DecodeError(say("文件是空的", "the file is empty"))
    kind = magic(data)
    if kind:
        raise DecodeError(
            say(
                f"内容是 {kind}，不是文本；请改正扩展名或去掉它",
                f"its content is {kind}, not text; mend its extension or leave it out",
            )
        )
    decoded = _by_name(data, encoding) if encoding else _by_bom(data) or _utf8(data) or _best(data)
    if not decoded.text.strip("\ufeff\u200b \t\r\n\f\v\u3000") or decoded.text.isspace():
        raise DecodeError(say("文件里只有空白", "there is only white space in it"))
    return decoded


def _by_name(data: bytes, encoding: str) -> Decoded:
    name = codecs.lookup(encoding).name
    name = _WIDER.get(name, name)
    for bom, family in _BOMS:
        # With the byte order named, the codec leaves the mark in the text.
        if data.startswith(bom) and (family == name or family.startswith(f"{name}-")):
            return _strict(data, family, skip=len(bom))
    if name == "utf-8-sig":
        name = "utf-8"
    return _refuse_binary(_strict(data, name))


def _by_bom(data: bytes) -> Decoded | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _refuse_binary(_strict(data, encoding, skip=len(bom)))
    return None


def _strict(data: bytes, encoding: str, *, skip: int = 0) -> Decoded:
    try:
        return Decoded(str(memoryview(data)[skip:], encoding), encoding)
    except UnicodeDecodeError as error:
        at = skip + error.start
        raise DecodeError(
            say(
                f"第 {at} 字节起不是合法的 {encoding}；请改用 --encoding 指明编码，或另存为 UTF-8",
                f"not valid {encoding} from byte {at} on; name another by --encoding, or save it as UTF-8",
            )
        ) from None


def _refuse_binary(decoded: Decoded) -> Decoded:
    if "\x00" in decoded.text or controls(sample(decoded.text)) > _MANY_CONTROLS:
        raise DecodeError(_not_text())
    return decoded


def _not_text() -> str:
    return say(
        "不是文本文件（含有控制字符）；请提供 txt、md、html、pdf、docx、epub、jsonl、csv 或 zip",
        "it is not text (it has control characters); give txt, md, html, pdf, docx, epub, jsonl, csv or zip",
    )


def _utf8(data: bytes) -> Decoded | None:
    """As UTF-8, unless it is none or its few odd letters read better as Chinese."""
    try:
        text = str(data, "utf-8")
    except UnicodeDecodeError:
        return None
    if "\x00" in text or controls(sample(text)) > _MANY_CONTROLS:
        return None
    if not text.isascii() and not _BEYOND_TWO_BYTES.search(text):
        # Some pairs of GB 2312 bytes are also UTF-8, as Cyrillic or Arabic letters.
        other = _attempt(data, "gb18030")
        if other and plausibility(other.text) >= _SURELY_CHINESE:
            return other
    return Decoded(text, "utf-8")


def _attempt(data: bytes, encoding: str) -> Decoded | None:
    try:
        text = str(data, encoding)
    except UnicodeDecodeError:
        return None
    if "\x00" in text or controls(sample(text)) > _MANY_CONTROLS:
        return None
    return Decoded(text, encoding)


def _best(data: bytes) -> Decoded:
    """The most Chinese reading, or the only ASCII one (UTF-16 of Latin text)."""
    readings = [reading for name in _CANDIDATES if (reading := _attempt(data, name))]
    best = max(readings, key=lambda reading: plausibility(reading.text), default=None)
    if best and plausibility(best.text) >= _CHINESE:
        return best
    for reading in readings:
        if reading.encoding.startswith("utf-16") and reading.text.isascii():
            return reading
    raise DecodeError(_why_not(data))


def _why_not(data: bytes) -> str:
    try:
        str(data, "utf-8")
    except UnicodeDecodeError as error:
        damaged = error.start
    else:
        return _not_text()
    kept = str(data, "utf-8", "ignore")
    if len(kept.encode()) > 0.9 * len(data) and plausibility(kept) >= _CHINESE:
        return say(
            f"像是 UTF-8，但第 {damaged} 字节处损坏；请修复后另存为 UTF-8",
            f"it looks like UTF-8 but is damaged at byte {damaged}; mend it and save it as UTF-8",
        )
    return say(
        "不是文本，或编码无法识别；如果是文本，请用 --encoding 指明编码",
        "it is not text, or in no encoding that can be told; if it is text, name its encoding by --encoding",
    )
