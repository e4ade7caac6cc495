"""Short names that a text defines itself: （以下简称“…”）, （简称…）, X（Y）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from wenmai.graph.entity.reading.forms import clean
from wenmai.graph.values import Document, EntityType, Mention

_DEFINES = re.compile(
    r"^[”\"》]?[（(](?:[^（）()]{0,12}[，,；;])?(?:以下|下文|下)?(?:统一|统|均|皆|简|又|也|亦|原|俗)?(?:简称|称|称为|名)(?:为|作)?[:：]?[“\"‘「『《]?"
    r"(?P<short>[^”\"’」』》，,；;）)、]{2,20})"
)
_BRACKETED = re.compile(r"^[”\"》]?[（(](?P<short>[^（）()，。、；：]{2,24})[）)]")
_LATIN = re.compile(r"^[A-Za-z][A-Za-z0-9&.\- ]*$")

Known = tuple[EntityType, str]


def definitions(document: Document, texts: Mapping[int, str]) -> dict[Known, Mention]:
    """Each short name that the document defines, cleaned, with its type → the mention that it stands for.

    The first definition of a name counts.
    """
    found: dict[Known, Mention] = {}
    kinds = {(m.type, clean(m.text)) for m in document.mentions}
    for mention in document.mentions:
        for short in _defined_after(mention, texts.get(mention.sentence, "")):
            known = mention.type, clean(short)
            if known[1] != clean(mention.text) and known in kinds:
                found.setdefault(known, mention)
    return found


def _defined_after(mention: Mention, text: str) -> Iterator[str]:
    end = mention.at + len(mention.text)
    if text[end : end + 2].lstrip('”"》')[:1] not in ("（", "("):
        return
    rest = text[end : end + 48]
    said = _DEFINES.match(rest)
    if said:
        yield said.group("short")
        return
    bracketed = _BRACKETED.match(rest)
    if bracketed and mention.type is not EntityType.PLACE:
        short = bracketed.group("short")
        if _LATIN.match(short) or _shortens(short, mention.text):
            yield short


def _shortens(a: str, b: str) -> bool:
    short, long = sorted((clean(a), clean(b)), key=len)
    return is_subsequence(short, long) and short != long


def is_subsequence(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the characters of the first stand in the second, in their order."""
    rest = iter(long)
    return all(ch in rest for ch in short)
