"""Whether a group of displays parts two articles or is a sub-headline inside of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wenmai.graph.page.drafts import Draft
from wenmai.graph.page.forms import Credit, JumpKind
from wenmai.graph.page.headings.headlines import LABEL, blocks, coverage, heading_text, pairs_of, pick
from wenmai.graph.page.layout.blocks import Part
from wenmai.graph.page.layout.shapes import Shape
from wenmai.graph.values import ArticleKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBERED = re.compile(
    r"#*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|问[：:]|答[：:]|记者[：:])"
)
_INTRODUCES = re.compile(r"[：:—]$")
_BULLET = re.compile(r"[-•·●▲◆■◎]|\*\*")
LEAD = 300


@dataclass(frozen=True, slots=True)
class Sides:
    """What stands above and below a group of displays, and how its page is set."""

    host: Draft  # the article above
    main: Draft  # the text below
    above: str  # their words
    below: str
    gaps: tuple[int, int]  # the least and the most blank lines above a group on the page
    trailing: bool  # the page sets headlines below their texts


def evidence(group: Sequence[Part], sides: Sides) -> float:
    """Above 0: the group stands between two articles; else it is a sub-headline of the upper one.

    The weights are those of a reader: signs at the end of one text and at the beginning of
    another decide, white space and words tip the balance.
    """
    if _jump_only(sides.host):
        return -9.0
    return -1.5 + _signs(sides) + _layout(group, sides) + _words(blocks(group), sides)


def _signs(sides: Sides) -> float:
    """What the texts themselves say: an end above, a beginning below, another kind, other writers."""
    host, main = sides.host, sides.main
    score = 4.5 * host.ended + 4 * main.opened - 4 * host.open
    score += 3 * (host.kind is not ArticleKind.ARTICLE) + 4.5 * (main.kind is ArticleKind.CAPTION)
    score += 3 * (_signed_below(main) and is_signed(host))
    return score + 3.5 * (_is_list(main, sides.below) and not _is_list(host, sides.above))


def _layout(group: Sequence[Part], sides: Sides) -> float:
    """What the group itself says by its by-line, distance, level, numbering and number of parts."""
    displays = [part for part in group if part.shape is Shape.DISPLAY]
    found = blocks(group)
    score = _byline(group, sides.host) + _space(group, sides.gaps) + _level(displays, sides.host)
    score -= 3 * (bool(displays) and _NUMBERED.match(displays[0].lines[0].text) is not None)
    score += 2 * any(_INTRODUCES.search(block[-1].lines[0].text) for block in found[:-1])
    return score + 1.5 * (len(found) >= 3) + _length(found, sides.host)


def _words(found: Sequence[Sequence[Part]], sides: Sides) -> float:
    """Whether the words of the group stand in the text below, and those of the texts differ."""
    heading = " ".join(heading_text(block) for block in found)
    upper, lower = coverage(heading, sides.above), coverage(heading, sides.below[:LEAD])
    score = _cohesion(sides.above, sides.below)
    if sides.trailing and not sides.host.heads and upper > lower:
        sure = 1.0 if upper >= 0.2 and len(heading) >= 10 else 0.0
        return score + sure + min(3.0, 6 * (upper - coverage(heading, sides.below)))
    return score + max(-1.0, min(2.5, 4 * (lower - upper)))


def _cohesion(above: str, below: str) -> float:
    """Two parts of one article share more of their words than two articles do (Hearst 1997)."""
    here = pairs_of(below[:LEAD])
    if not here:
        return 0.0
    shared = sum(pair in above for pair in here) / len(here)
    return max(-1.2, min(0.7, 15 * (0.055 - shared)))


def _length(found: Sequence[Sequence[Part]], host: Draft) -> float:
    """Sub-headlines are short and of one length."""
    size = max((len(heading_text(block)) for block in found), default=0)
    inner = [len(heading_text(block)) for block in blocks(host.inner)]
    score = 0.5 if size >= 12 else -0.6 if size <= 8 else 0.0
    if inner:
        score += -0.8 if abs(size - inner[0]) <= 2 else 0.6 if size > inner[0] + 4 else 0.0
    return score


def _is_list(item: Draft, text: str) -> bool:
    listed = item.texts[0].part.lines[0].listed or _BULLET.match(text) is not None
    return listed and item.kind is ArticleKind.ARTICLE


def _jump_only(item: Draft) -> bool:
    """Whether nothing of a continued article stands there yet but （上接第1版）."""
    edge = item.texts[-1].opening
    if len(item.texts) > 1 or edge is None or edge.jump is None or edge.jump.kind is not JumpKind.FROM:
        return False
    return item.texts[0].end - edge.end <= 1


def _byline(group: Sequence[Part], host: Draft) -> float:
    """A by-line among the displays begins an article, unless it is that of the one under way."""
    at = next((k for k, part in enumerate(group) if part.shape is Shape.BYLINE), None)
    if at is None:
        return 0.0
    above = [part for part in group[:at] if part.shape is Shape.DISPLAY]
    below = [part for part in group[at + 1 :] if part.shape is Shape.DISPLAY]
    label = all(len(part.lines[0].text.lstrip("#")) <= LABEL for part in above)
    if below and label and host.heads and not is_signed(host):
        return -2.0
    return 4.0


def _credits(item: Draft) -> Iterator[Credit]:
    for text in item.texts:
        if text.part.credit:
            yield text.part.credit
        for edge in (text.opening, text.closing):
            if edge and edge.credit:
                yield edge.credit
    for part in (*item.heads, *item.inner):
        if part.credit:
            yield part.credit


def is_signed(item: Draft) -> bool:
    """Whether a text names its writers."""
    return any(credit.authors and not credit.photo for credit in _credits(item))


def _signed_below(item: Draft) -> bool:
    """Whether a text ends with the names of its writers."""
    last = item.texts[-1]
    credit = last.part.credit or (last.closing.credit if last.closing else None)
    return credit is not None and bool(credit.authors) and not credit.photo


def _space(group: Sequence[Part], gaps: tuple[int, int]) -> float:
    """Where groups stand at different distances, the wider one parts articles."""
    least, most = gaps
    if most == least:
        return 0.0
    return 2.0 if group[0].gap == most else -1.0 if group[0].gap == least else 0.5


def _level(displays: Sequence[Part], host: Draft) -> float:
    """Markdown levels: as high as the headline above, or as deep as a sub-headline before."""
    level = min((part.level for part in displays if part.level), default=0)
    if not level:
        return 0.0
    if any(part.level == level for part in host.inner):
        return -1.0
    main = pick(host.heads, "")
    above = main[0].level if main else 0
    if above:
        return 3.0 if level <= above else -1.0
    return 2.0 if level <= 2 else 0.5
