"""A doubtful name is one after all where the same document names it without doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wenmai.graph.extract.found import Found, free_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SURE = 0.8
ENOUGH = 0.2


def confirmed(
    text: str,
    names: Sequence[Found],
    doubtful: Sequence[Found],
    *,
    sure: float = SURE,
    enough: float = ENOUGH,
) -> list[Found]:
    """Those of the doubtful names of a text that are found elsewhere in it; sorted, none touching another.

    A doubtful name with a score of `enough` becomes a name, its score unchanged, where the same
    surface, white space apart, is a name of the same type with a score of `sure`. Of two that
    touch, the more probable one stays.
    """
    known = {(name.type, _surface(text, name)) for name in names if name.score >= sure}
    kept: list[Found] = []
    for one in sorted(doubtful, key=lambda name: (-name.score, name)):
        if (
            one.score >= enough
            and (one.type, _surface(text, one)) in known
            and not any(one.overlaps(other) for other in kept)
        ):
            kept.append(one)
    return free_of(names, kept)


def _surface(text: str, name: Found) -> str:
    return "".join(text[name.start : name.end].split())
