"""Headlines that stand together, apart from their texts: whose they are, by content."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from wenmai.graph.page.drafts import Draft, Reader
from wenmai.graph.page.headings.headlines import (
    LABEL,
    READ_AT_MOST,
    assign,
    blocks,
    heading_text,
    pairs_of,
    starts_sub,
)
from wenmai.graph.page.layout.blocks import Part
from wenmai.graph.page.layout.shapes import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST = 0.2  # of a headline's pairs of characters must stand in its text
_GAIN = 0.7  # that a cut must bring, of the 4 shares that it weighs
_MOST_PARAGRAPHS = 400
_SHORTEST = 90  # characters: no article is shorter


class _Cut(NamedTuple):
    gain: float
    draft: int
    at: int
    heading: int
    upper: bool  # the new headline is that of the upper half


def cut_headings(group: Sequence[Part]) -> list[list[Part]]:
    """Cut a pile into headlines, each with its kicker, sub-title and by-line."""
    headings: list[list[Part]] = []
    waiting: list[Part] = []
    lines = {id(part): block for block in blocks(group) for part in block}
    for part in group:
        block = lines.get(id(part))
        if block is None:
            (headings[-1] if headings else waiting).append(part)
        elif block[0] is not part:
            (headings[-1] if headings and not waiting else waiting).append(part)
        elif starts_sub(part) and headings and not waiting:
            headings[-1].append(part)
        elif len(heading_text(block)) <= LABEL:
            waiting.append(part)
        else:
            headings.append([*waiting, part])
            waiting = []
    if waiting:
        (headings[-1].extend if headings else headings.append)(waiting)
    return headings


def _words(heading: Sequence[Part]) -> str:
    main = [b for b in blocks(heading) if not starts_sub(b[0]) and len(heading_text(b)) > LABEL]
    return heading_text(main[0]) if main else heading_text(heading)


def _body(item: Draft, reader: Reader) -> str:
    return reader.view.text[item.start : min(item.end, item.start + READ_AT_MOST)]


def place(headings: list[list[Part]], bare: Sequence[Draft], reader: Reader) -> list[list[Part]]:
    """Give articles without a headline theirs; what is left over comes back."""
    words, texts = [_words(h) for h in headings], [_body(item, reader) for item in bare]
    pairs = assign(words, texts, least=_LEAST)
    free = [k for k in range(len(bare)) if k not in pairs.values()]
    rest = [k for k in range(len(words)) if k not in pairs]
    if len(rest) != len(free):
        rest = [k for k in rest if len(words[k]) > LABEL]
    if len(rest) == len(free):
        more = assign([words[k] for k in rest], [texts[k] for k in free], least=0.0)
        pairs |= {rest[r]: free[c] for r, c in more.items()}
    for heading, owner in pairs.items():
        bare[owner].heads.extend(headings[heading])
    return [heading for k, heading in enumerate(headings) if k not in pairs]


def split_apart(left: list[list[Part]], drafts: Sequence[Draft], reader: Reader) -> list[Draft]:
    """Where a pile has more headlines than there are texts, cut texts in two by what they are about.

    Headlines that found a text are taken from `left`.
    """
    pool, new = list(drafts), list[Draft]()
    while left:
        cuts = [
            _best_cut(pool[d], d, _words(h), k, reader) for d in range(len(pool)) for k, h in enumerate(left)
        ]
        best = max((cut for cut in cuts if cut), default=None)
        if best is None or best.gain < _GAIN:
            break
        upper = pool[best.draft]
        lower = _split(upper, best.at)
        heading = left.pop(best.heading)
        if best.upper:
            lower.heads, upper.heads = upper.heads, heading
        else:
            lower.heads = heading
        pool.append(lower)
        new.append(lower)
    return new


def split_by(item: Draft, heading: Sequence[Part], reader: Reader) -> Draft | None:
    """Cut off the lower part of a text where a heading below it is about that part alone."""
    cut = _best_cut(item, 0, _words(heading), 0, reader)
    return _split(item, cut.at) if cut and not cut.upper and cut.gain >= _GAIN else None


def _best_cut(item: Draft, at: int, words: str, heading: int, reader: Reader) -> _Cut | None:
    """Where a text falls in two, one half for each of two headlines."""
    if not item.heads or not 2 <= len(item.texts) <= _MOST_PARAGRAPHS:
        return None
    text = reader.view.text
    paragraphs = [text[t.start : t.end] for t in item.texts]
    own, other = pairs_of(_words(item.heads)), pairs_of(words)
    if not own or not other:
        return None
    mine, theirs = _shares(paragraphs, own), _shares(paragraphs, other)
    sizes = [0, *accumulate(len(paragraph) for paragraph in paragraphs)]
    cuts: list[_Cut] = []
    for k in range(1, len(paragraphs)):
        if item.texts[k - 1].part.shape is Shape.BODY and not item.texts[k - 1].part.closed:
            continue
        if min(sizes[k], sizes[-1] - sizes[k]) < _SHORTEST:
            continue
        bonus = 0.1 * min(item.texts[k].part.gap, 3) - 0.001 * k - _ties(paragraphs, k)
        down = mine[0][k] - mine[1][k] + theirs[1][k] - theirs[0][k]
        cuts.append(_Cut(down + bonus, at, k, heading, upper=False))
        cuts.append(_Cut(-down + bonus, at, k, heading, upper=True))
    return max(cuts, default=None)


def _ties(paragraphs: Sequence[str], at: int) -> float:
    """How much the two paragraphs at a cut share with the other side."""
    below, above = "".join(paragraphs[at : at + 4]), "".join(paragraphs[max(0, at - 4) : at])
    first, last = pairs_of(paragraphs[at][:200]), pairs_of(paragraphs[at - 1][-200:])
    down = sum(pair in above for pair in first) / (len(first) or 1)
    up = sum(pair in below for pair in last) / (len(last) or 1)
    return 3 * min(0.2, (down + up) / 2)


def _shares(paragraphs: Sequence[str], pairs: set[str]) -> tuple[list[float], list[float]]:
    """For each cut, the share of pairs that stand above it and the share that stand below."""
    found = [{pair for pair in pairs if pair in paragraph} for paragraph in paragraphs]
    above, below = [0.0], [0.0]
    upper: set[str] = set()
    lower: set[str] = set()
    for here in found:
        upper |= here
        above.append(len(upper) / len(pairs))
    for here in reversed(found):
        lower |= here
        below.append(len(lower) / len(pairs))
    return above, below[::-1]


def _split(upper: Draft, at: int) -> Draft:
    """Take the paragraphs from `at` on out of an article to one of their own."""
    lower = Draft(texts=upper.texts[at:], ended=upper.ended)
    upper.texts = upper.texts[:at]
    lower.inner = [part for part in upper.inner if part.start >= lower.start]
    upper.inner = [part for part in upper.inner if part.start < lower.start]
    return lower
