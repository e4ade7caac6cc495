"""PDF: the text layer of each page in reading order (PDFium through pypdfium2)."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wenmai.loaders.read.formats.columns_of_page import Run, text_in_order
from wenmai.loaders.read.formats.problems import FormatError
from wenmai.loaders.words import say

# Browsers write some Han characters as the radicals that look alike. NFKC knows the Kangxi ones;
# of the supplement, these are characters of everyday text.
_RADICALS = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻳",
    "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟黄齐齿龙龟",
)
_NEW_RUN = 0.7  # of a gap in a line, in heights of a character
_NO_MEANING = 0xFFFD
_HYPHENS_TAKEN_OUT = (0x02, 0xFFFE)  # PDFium's marks
_UNREADABLE = 0.3  # of a page's characters without a meaning


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF, where each page begins in it, and the pages (from 1) that are pictures."""

    text: str
    page_starts: tuple[int, ...]
    pictures: tuple[int, ...]


def read_pdf(data: bytes) -> PdfText:
    """Read the text layer, columns one after the other; pages are set apart by a blank line.

    Raises:
        FormatError: damaged, locked by a password, or without any text layer.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise FormatError(_why(str(error))) from None
    try:
        pages = [_page_text(document, number) for number in range(len(document))]
    finally:
        document.close()
    pictures = tuple(number for number, page in enumerate(pages, start=1) if page is None)
    if not any(pages):
        raise FormatError(
            say(
                "没有文字层（像是扫描件）；请先做文字识别（OCR），例如 ocrmypdf",
                "it has no text layer (a scan?); run OCR on it first, for instance ocrmypdf",
            )
        )
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for page in pages:
        starts.append(length)
        part = f"{page}\n\n" if page else ""
        parts.append(part)
        length += len(part)
    return PdfText("".join(parts), tuple(starts), pictures)


def _why(error: str) -> str:
    if "assword" in error:
        return say("有密码保护；请先解除密码", "it is locked by a password; save it without one")
    return say("不是完好的 PDF；请重新下载或另存", "it is no sound PDF; fetch or save it anew")


def _page_text(document: Any, number: int) -> str | None:
    """The text of a page, empty for a blank page, None for a picture or undecipherable fonts."""
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return None
    textpage = page.get_textpage()
    try:
        runs = list(_runs(textpage.raw))
        meaningless = sum(map(_is_meaningless, "".join(run.text for run in runs)))
        if meaningless > _UNREADABLE * sum(len(run.text) for run in runs):
            return None
        text = text_in_order(runs)
        if text:
            return text
        return None if any(True for _ in page.get_objects(max_depth=3)) else ""
    finally:
        textpage.close()
        page.close()


def _is_meaningless(character: str) -> bool:
    return character == "\ufffd" or unicodedata.category(character) in {"Co", "Cc"}


def _runs(textpage: Any) -> Iterator[Run]:
    """Characters that follow each other in one line, as the file holds them."""
    run: Run | None = None
    blank = False
    for character, left, bottom, right, top in _characters(textpage):
        if character.isspace():
            blank = character not in "\r\n" and run is not None
            if character in "\r\n" and run is not None:
                yield run
                run = None
            continue
        if run is not None and _goes_on(run, left, bottom, top):
            text = run.text + (" " if blank else "") + character
            run = Run(run.left, min(run.bottom, bottom), max(run.right, right), max(run.top, top), text)
        else:
            if run is not None:
                yield run
            run = Run(left, bottom, right, top, character)
        blank = False
    if run is not None:
        yield run


def _goes_on(run: Run, left: float, bottom: float, top: float) -> bool:
    height = top - bottom
    middle = (top + bottom) / 2
    return run.bottom < middle < run.top and -0.5 * height <= left - run.right <= _NEW_RUN * min(
        height, run.height
    )


def _characters(textpage: Any) -> Iterator[tuple[str, float, float, float, float]]:
    """Each character with its box (left, bottom, right, top), in points from the lower left.

    The box is the em square about the origin: that of the ink would be flat for 一.
    """
    from pypdfium2 import raw

    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    pending = 0
    for index in range(raw.FPDFText_CountChars(textpage)):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:
            pending = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((pending - 0xD800) << 10) + (code - 0xDC00) if pending else _NO_MEANING
            pending = 0
        if code in _HYPHENS_TAKEN_OUT:
            continue
        raw.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box))
        raw.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
        raw.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix))
        size = raw.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d) or 1.0
        character = _plain(chr(code or _NO_MEANING))
        wide = unicodedata.east_asian_width(character) in "WF"
        right = max(box.right, x.value + size) if wide else box.right
        yield character, x.value, y.value - 0.12 * size, right, y.value + 0.88 * size


def _plain(character: str) -> str:
    """The everyday character for a radical or a compatibility ideograph."""
    if "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff":
        return unicodedata.normalize("NFKC", character).translate(_RADICALS)
    return character
