"""From namings to co-mentions: who is named with whom, how often, and where it says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wenmai.graph.link.association import log_likelihood, npmi
from wenmai.graph.link.columns import StoryDates, Window
from wenmai.graph.link.disparity_filter import disparity
from wenmai.graph.link.runs import different, starts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from wenmai.graph.link.columns import Namings
    from wenmai.graph.link.tables import Column

    _Measure = Callable[..., NDArray[np.float64]]

BLOCK = 1 << 15  # pairs


@dataclass(frozen=True, slots=True, eq=False)
class CoMentions:
    """Pairs of entities that share a window, in columns sorted by (a, b), with a < b.

    `a`, `b` are rows of the entities. The evidence of pair i is
    `evidence[starts[i]:starts[i + 1]]`, rows of the sentences in page order.
    """

    a: Column
    b: Column
    count: Column
    articles: Column
    weight: NDArray[np.float64]
    npmi: NDArray[np.float64]
    g2: NDArray[np.float64]
    significance: NDArray[np.float64]
    first: list[str | None]
    last: list[str | None]
    evidence: Column
    starts: Column  # one more than there are pairs

    def __len__(self) -> int:
        return len(self.a)


def link(namings: Namings) -> CoMentions:
    """Link entities that share a window; a repeated name counts once in it.

    count is the number of windows that name both, articles that of the stories these lie in, weight
    the sum over them of 1/(n - 1), n the entities named in the window (Newman 2001). npmi and g2
    weigh count against chance over all windows that name anyone; see `npmi`, `log_likelihood` and
    `disparity`. Evidence is the window where it is a sentence; of a wider one, the first sentence
    in it that names the one and the first that names the other, once where they are the same.

    Mentions in reprints and those that are not linking are left out. The result does not depend on
    the order of the mentions.

    Source: M. E. J. Newman, Scientific collaboration networks II, Physical Review E 64, 016132, 2001.
    """
    rows = _Rows.of(namings)
    left, right = rows.partners()
    key = rows.entity[left] * len(namings.entities) + rows.entity[right]
    order = np.argsort(key, kind="stable")  # stable: the windows of a pair stay in their order
    left, right, key = left[order], right[order], key[order]
    starts = starts_of(key)
    pair = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(key)))
    a, b = rows.entity[left[starts]], rows.entity[right[starts]]
    count = np.diff(starts, append=len(key))
    weight = _sums(1.0 / (rows.size[left] - 1), starts)
    story = namings.stories()[rows.sentence[left]]
    named_in = np.bincount(rows.entity, minlength=len(namings.entities))
    windows = len(starts_of(rows.window))
    first, last = StoryDates.of(namings.articles).bounds(story, starts)
    where, where_starts = _evidence(namings, pair, rows.sentence[left], rows.sentence[right])
    return CoMentions(
        a=a,
        b=b,
        count=count,
        articles=_distinct(pair, story, groups=len(starts)),
        weight=weight,
        npmi=_in_blocks(npmi, count, named_in[a], named_in[b], windows=windows),
        g2=_in_blocks(log_likelihood, count, named_in[a], named_in[b], windows=windows),
        significance=disparity(a, b, weight, nodes=len(namings.entities)),
        first=first,
        last=last,
        evidence=where,
        starts=where_starts,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """Each entity of each window once, sorted by (window, entity)."""

    window: Column
    entity: Column
    sentence: Column  # the first of the window that names the entity
    size: Column  # how many entities the window names

    @classmethod
    def of(cls, namings: Namings) -> _Rows:
        chosen = namings.linking & namings.counted()
        sentence = namings.sentence[chosen].astype(np.int64)
        entity = namings.entity[chosen].astype(np.int64)
        place = namings.windows()[sentence] * len(namings.entities) + entity
        order = np.argsort(place)
        place = place[order]
        kept = starts_of(place)
        if len(kept):
            sentence = np.minimum.reduceat(sentence[order], kept)
        window, entity = np.divmod(place[kept], max(len(namings.entities), 1))
        sizes = np.diff(starts_of(window), append=len(window))
        return cls(window, entity, sentence, np.repeat(sizes, sizes))

    def partners(self) -> tuple[Column, Column]:
        """The rows of every two entities that share a window, the smaller entity first."""
        starts = starts_of(self.window)
        within = np.arange(len(self.window)) - np.repeat(starts, np.diff(starts, append=len(self.window)))
        behind = self.size - within - 1
        left = np.repeat(np.arange(len(self.window)), behind)
        step = np.arange(len(left)) - np.repeat(np.cumsum(behind) - behind, behind)
        return left, left + 1 + step


def _in_blocks(measure: _Measure, *counts: Column, windows: int) -> NDArray[np.float64]:
    """A measure of long columns, block by block: what it computes with stays in the cache."""
    blocks = [
        measure(*(column[at : at + BLOCK] for column in counts), windows=windows)
        for at in range(0, len(counts[0]), BLOCK)
    ]
    return np.concatenate(blocks) if blocks else np.empty(0)


def _evidence(namings: Namings, pair: Column, one: Column, other: Column) -> tuple[Column, Column]:
    if namings.window is not Window.SENTENCE:
        key = np.concatenate((pair, pair)) * (len(namings.sentences) + 1) + np.concatenate((one, other))
        key = different(key)
        pair, one = np.divmod(key, len(namings.sentences) + 1)
    return one, np.append(starts_of(pair), len(pair))


def _sums(values: NDArray[np.float64], starts: Column) -> NDArray[np.float64]:
    return np.add.reduceat(values, starts) if len(starts) else np.empty(0)


def _distinct(group: Column, value: Column, *, groups: int) -> Column:
    """How many different values each group has."""
    if not len(group):
        return np.empty(0, dtype=np.int64)
    bound = int(value.max()) + 1
    return np.bincount(different(group * bound + value) // bound, minlength=groups)
