"""Own-written text with inline marks: {P:张三} {O:…} {L:…} {G:…}, a ? after the code for an optional mention.

Articles are parted by lines of ===; the first line of one is its headline, the others are its paragraphs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES = {"P": "PERSON", "O": "ORG", "L": "PLACE", "G": "PROGRAM"}
_MARK = re.compile(r"\{([POLG])(\??):([^{}]+)\}")
_RULE = re.compile(r"^===[ \t]*$", re.MULTILINE)


def rows(file_text: str) -> Iterator[dict[str, Any]]:
    """The lines of a file of marked articles as rows of `id, text, mentions`, as in the JSON lines.

    Raises:
        ValueError: a mark does not close, nests or has an unknown code.
    """
    for number, article in enumerate(_RULE.split(file_text)):
        lines = [line.strip() for line in article.splitlines() if line.strip()]
        for at, line in enumerate(lines):
            yield _row(f"{number:03d}-{at:02d}", line)


def _row(identity: str, line: str) -> dict[str, Any]:
    text, position, mentions = "", 0, []
    for mark in _MARK.finditer(line):
        text += line[position : mark.start()]
        start = len(text)
        text += mark[3]
        kind, optional = _TYPES[mark[1]], bool(mark[2])
        mentions.append({"start": start, "end": len(text), "type": kind, "optional": optional})
        position = mark.end()
    text += line[position:]
    if "{" in text or "}" in text:
        what = "a mark does not close, nests or has an unknown code"
        raise ValueError(f"article {identity}: {what}: {text[:40]}")
    return {"id": identity, "text": text, "mentions": mentions}
