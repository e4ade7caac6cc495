"""Who is named where, in columns: what linking reads, a million mentions as easily as ten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from wenmai.graph.link.tables import check_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wenmai.graph.link.tables import ArticleTable, Column, EntityTable, SentenceTable


class Window(StrEnum):
    """The stretch of text that two entities must share to be co-mentioned."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"  # a story on several pages is one window


@dataclass(frozen=True, slots=True, eq=False)
class Namings:
    """Mentions in columns, one row each, in any order.

    `entity` and `sentence` are rows of the tables; `linking` says whether the mention makes
    co-mentions (a by-line does not, unless asked to). Mentions of role REPEAT are left out by
    whoever fills the columns; those in reprints stay in and are left out of every count here.

    Raises:
        ValueError: the columns differ in length or point outside their tables.
    """

    entities: EntityTable
    articles: ArticleTable
    sentences: SentenceTable
    entity: Column
    sentence: Column
    linking: NDArray[np.bool_]
    window: Window = Window.SENTENCE

    def __post_init__(self) -> None:
        if not len(self.entity) == len(self.sentence) == len(self.linking):
            raise ValueError("a mention has an entity and a sentence: columns of unequal length")
        if self.linking.dtype != np.bool_:
            raise ValueError(f"linking is a column of truth values, not of {self.linking.dtype}")
        check_rows(self.entity, name="entity", rows=len(self.entities), of="entities")
        check_rows(self.sentence, name="sentence", rows=len(self.sentences), of="sentences")
        check_rows(self.sentences.article, name="article", rows=len(self.articles), of="articles")

    def counted(self) -> NDArray[np.bool_]:
        """Which mentions count: those that do not stand in a reprint."""
        article = self.sentences.article[self.sentence]
        own: NDArray[np.bool_] = self.articles.original[article] == article
        return own

    def stories(self) -> Column:
        """The story of each sentence, as the row of its first part among the articles."""
        story: Column = self.articles.story[self.sentences.article]
        return story

    def windows(self) -> Column:
        """The number of the window in which each sentence lies."""
        if self.window is Window.SENTENCE:
            return np.arange(len(self.sentences), dtype=np.int64)
        if self.window is Window.ARTICLE:
            return self.stories()
        paragraph = np.unique(self.sentences.paragraph, return_inverse=True)[1]
        place = self.sentences.article.astype(np.int64) * (len(self.sentences) + 1) + paragraph
        number: Column = np.unique(place, return_inverse=True)[1]
        return number


@dataclass(frozen=True, slots=True, eq=False)
class StoryDates:
    """The date of each story as a number: its place among all the dates there are, or -1."""

    days: tuple[str, ...]  # sorted; a month stands before its days, a year before its months
    of_story: Column

    @classmethod
    def of(cls, articles: ArticleTable) -> StoryDates:
        """Date each story by the earliest of its parts' dates; reprints are not asked."""
        days = sorted({day for day in articles.dates if day})
        rank = {day: number for number, day in enumerate(days)}
        unknown = len(days)
        each = np.array([rank[day] if day else unknown for day in articles.dates], dtype=np.int64)
        earliest = np.full(len(articles), unknown, dtype=np.int64)
        own = articles.original == np.arange(len(articles))
        np.minimum.at(earliest, articles.story[own], each[own])
        return cls(tuple(days), np.where(earliest == unknown, -1, earliest))

    def bounds(self, stories: Column, starts: Column) -> tuple[list[str | None], list[str | None]]:
        """The first and the last known date of each group of stories, a group from each start."""
        if not len(starts):
            return [], []
        dates = self.of_story[stories]
        last = np.maximum.reduceat(dates, starts)
        first = np.minimum.reduceat(np.where(dates < 0, len(self.days), dates), starts)
        names = (*self.days, None)  # -1 and len(days) are both unknown
        return [names[n] for n in first.tolist()], [names[n] for n in last.tolist()]
