"""Counts by month for the page's histogram, its slider and the little curves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wenmai.graph.network.knowledge_graph import Corpus

MOST_MONTHS = 240  # above, a bar is a year


@dataclass(frozen=True, slots=True)
class Timeline:
    """The periods of a corpus without a gap: months (2025-02) or, of many years, years (2025)."""

    periods: tuple[str, ...]
    period_of: dict[str, int]  # sentence id → index of its period; undated ones are missing

    def counts(self, sentences: Iterable[str]) -> list[int]:
        """How many of the sentences each period has: [period, count, period, count, …]."""
        found = Counter(self.period_of[s] for s in sentences if s in self.period_of)
        return [number for pair in sorted(found.items()) for number in pair]


def timeline(corpus: Corpus) -> Timeline:
    """The months of all articles whose month is known."""
    month_of = {article.id: article.month for article in corpus.articles if article.month}
    months = _span(month_of.values())
    yearly = len(months) > MOST_MONTHS
    periods = tuple(dict.fromkeys(m[:4] for m in months)) if yearly else months
    number = {period: i for i, period in enumerate(periods)}
    return Timeline(
        periods,
        {
            sentence.id: number[month_of[sentence.article][: 4 if yearly else 7]]
            for sentence in corpus.sentences
            if sentence.article in month_of
        },
    )


def _span(months: Iterable[str]) -> tuple[str, ...]:
    """Every month from the first to the last."""
    ordinals = [int(month[:4]) * 12 + int(month[5:7]) - 1 for month in months]
    if not ordinals:
        return ()
    return tuple(f"{n // 12:04}-{n % 12 + 1:02}" for n in range(min(ordinals), max(ordinals) + 1))
