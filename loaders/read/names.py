"""File names as text: what the system or an archive keeps as bytes, decoded; one spelling for one name."""

from __future__ import annotations

import os
import unicodedata

from wenmai.loaders.read.encoding import DecodeError, decode


def printable(name: str) -> str:
    """A path as it can be written in UTF-8 on one line, with / between its parts.

    Names that are no UTF-8 on disk are decoded like texts (GB18030, Big5); marks that stand
    apart (macOS) are put together; control characters are written as \\xNN.
    """
    if not name.isascii():
        if any("\ud800" <= character <= "\udfff" for character in name):
            name = decoded_name(os.fsencode(name))
        name = unicodedata.normalize("NFC", name)
    if not name.isprintable():
        name = "".join(c if c.isprintable() or c == "\u3000" else _escaped(c) for c in name)
    return name.replace(os.sep, "/")


def decoded_name(raw: bytes) -> str:
    """A name from bytes of unknown encoding; what cannot be told is written as \\xNN."""
    try:
        return decode(raw).text
    except DecodeError:
        return raw.decode("gb18030", "backslashreplace")


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
