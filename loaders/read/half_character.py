"""Half a character: JSON can say \\ud83d without what belongs behind it, and no encoding holds that."""

from __future__ import annotations

import re

from wenmai.loaders.words import say

_HALF = re.compile("[\ud800-\udfff]")


def half_character(text: str) -> str | None:
    """What to tell the user of a text with half a surrogate pair in it; None of any other."""
    half = _HALF.search(text)
    if half is None:
        return None
    shown = f"\\u{ord(half.group()):04x}"
    return say(
        f"含有半个字符 {shown}；请改正，或删去这一条",
        f"it holds half a character, {shown}; mend it, or delete this one",
    )
