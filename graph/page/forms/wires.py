"""Datelines around names: （中央社记者张志强台北5日电）."""

from __future__ import annotations

import re

from wenmai.graph.page.forms import grammar
from wenmai.graph.page.forms.credit import Credit, Credited
from wenmai.graph.page.forms.names import DOUBLE, looks_like_name, read_names


def signed_wire(text: str) -> Credit | None:
    """（中央社记者张志强台北5日电）: the names end where a place of two characters or more begins."""
    match = grammar.SIGNED_WIRE.fullmatch(text) if "电" in text else None
    if match is None:
        return None
    begin, end = match.span("who")
    for cut in _cuts(text, begin, end):
        names = read_names(text, begin, cut, sure=True)
        if names:
            agency = grammar.KNOWN_AGENCY.search(re.sub(r"\s", "", match["by"]))
            return Credit(
                tuple((name, Credited.WRITER) for name in names),
                agency.group() if agency else None,
                re.sub(r"\s", "", text[cut:end]),
                re.sub(r"\s", "", match["day"]),
                dateline=True,
            )
    return None


def _cuts(text: str, begin: int, end: int) -> list[int]:
    """Where a place may begin behind the last of some names, the likelier first."""
    last = max((at for at in range(begin, end) if text[at] in "、， \t\u3000"), default=begin - 1) + 1
    if last > begin and text[last - 1] not in "、，" and not looks_like_name(text[last:end]):
        return [last]
    sizes = (4, 3) if text[last : last + 2] in DOUBLE else (3, 2)
    return [
        last + size for size in sizes if end - last - size >= 2 and looks_like_name(text[last : last + size])
    ]
