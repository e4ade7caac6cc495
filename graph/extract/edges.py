"""Where a name begins and ends, once brackets, quotation marks and bullets are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wenmai.graph.extract.found import Found, free_of

if TYPE_CHECKING:
    from collections.abc import Iterable

# White space, bullets and stops, which a page sets before or behind a name.
_NO_PART = " \t\r\n\u3000■□●○▲△▼▽◆◇★☆◎※►▶•·*#|、，。；：！？,;:!?"
_CLOSING = dict(zip("（(《〈“‘「『【[", "）)》〉”’」』】]", strict=True))
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}


def tidied(names: Iterable[Found], text: str) -> list[Found]:
    """Names with whole pairs of brackets and quotation marks, without bullets and stops at their ends.

    A mark that stands alone at an end goes; one that stands alone inside draws in its fellow, where
    that is the very next character: 156”战略 behind “ is “156”战略. Names of which nothing is left go.
    The result is sorted; of two that overlap one stays, see `free_of`.
    """
    whole = ((*_settled(name.start, name.end, text), name) for name in names)
    return free_of((), (Found(a, b, name.type, name.score, name.own) for a, b, name in whole if a < b))


def _settled(start: int, end: int, text: str) -> tuple[int, int]:
    """Draw in and drop until nothing changes: what is dropped may bare a mark that has a fellow."""
    seen: set[tuple[int, int]] = set()
    while (start, end) not in seen:
        seen.add((start, end))
        start, end = _trimmed(*_completed(start, end, text), text)
    return start, end


def _completed(start: int, end: int, text: str) -> tuple[int, int]:
    """Draw in the fellow of a mark that stands alone inside, where it is the next character."""
    opened, closed = _alone(text[start:end])
    before, behind = text[start - 1 : start], text[end : end + 1]
    draws_left = bool(closed) and closed[0] < end - start - 1 and before == _OPENING[text[start + closed[0]]]
    draws_right = bool(opened) and opened[-1] > 0 and behind == _CLOSING[text[start + opened[-1]]]
    return start - draws_left, end + draws_right


def _trimmed(start: int, end: int, text: str) -> tuple[int, int]:
    """Drop what is no part of a name from its ends, again and again."""
    while start < end:
        opened, closed = _alone(text[start:end])
        if text[start] in _NO_PART or 0 in opened or 0 in closed:
            start += 1
        elif text[end - 1] in _NO_PART or end - start - 1 in opened or end - start - 1 in closed:
            end -= 1
        else:
            break
    return start, end


def _alone(text: str) -> tuple[list[int], list[int]]:
    """Where marks open that do not close, and close that do not open."""
    opened: list[int] = []
    closed: list[int] = []
    for at, ch in enumerate(text):
        if ch in _CLOSING:
            opened.append(at)
        elif ch in _OPENING:
            if opened and text[opened[-1]] == _OPENING[ch]:
                opened.pop()
            else:
                closed.append(at)
    return opened, closed
