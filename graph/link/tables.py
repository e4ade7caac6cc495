"""The tables that columns of mentions point into: entities, sentences, articles."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wenmai.graph.values import Entity, EntityId, EntityType

Column: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class EntityTable:
    """Entities, one a row, sorted by id, so that the order of row numbers is that of ids."""

    ids: Sequence[EntityId]
    names: Sequence[str]
    kinds: Sequence[EntityType]
    aliases: Sequence[tuple[str, ...]]

    def __post_init__(self) -> None:
        if not len(self.ids) == len(self.names) == len(self.kinds) == len(self.aliases):
            raise ValueError("an entity has an id, a name, a kind and aliases: columns of unequal length")
        for before, after in pairwise(self.ids):
            if not before < after:
                raise ValueError(f"entities are sorted by id, each once: {before!r}, {after!r}")

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> EntityTable:
        """The table of some entities, in any order."""
        rows = sorted(entities, key=lambda entity: entity.id)
        return cls(
            ids=tuple(row.id for row in rows),
            names=tuple(row.name for row in rows),
            kinds=tuple(row.type for row in rows),
            aliases=tuple(tuple(sorted({alias.text for alias in row.aliases})) for row in rows),
        )

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True, eq=False)
class ArticleTable:
    """Articles, one a row, in page order.

    `original` is the row of the article that one reprints, `story` that of the first part of the
    story that one belongs to; most articles are their own original and their own story.
    """

    dates: Sequence[str | None]  # ISO, to the precision known
    original: Column
    story: Column

    def __post_init__(self) -> None:
        for name, column in (("original", self.original), ("story", self.story)):
            check_rows(column, name=name, rows=len(self.dates), of="articles")
            if len(column) != len(self.dates):
                raise ValueError(f"every article has its {name}: {len(column)} of {len(self.dates)}")
            if not np.array_equal(column[column], column):
                raise ValueError(f"the {name} of an article is its own {name}")

    def __len__(self) -> int:
        return len(self.dates)


@dataclass(frozen=True, slots=True, eq=False)
class SentenceTable:
    """Sentences, one a row, in page order.

    `article` is a row of the articles, `paragraph` any number that tells the paragraphs of one
    article apart. Sentences that name no one may be left out.
    """

    ids: Sequence[str]
    article: Column
    paragraph: Column

    def __post_init__(self) -> None:
        if not len(self.ids) == len(self.article) == len(self.paragraph):
            raise ValueError("a sentence has an id, an article and a paragraph: columns of unequal length")

    def __len__(self) -> int:
        return len(self.ids)


def check_rows(column: Column, *, name: str, rows: int, of: str) -> None:
    """Raise ValueError unless a column holds numbers of rows of a table."""
    if column.ndim != 1 or not np.issubdtype(column.dtype, np.integer):
        raise ValueError(f"{name} is one column of whole numbers, not {column.ndim} of {column.dtype}")
    if len(column) and not (column.min() >= 0 and column.max() < rows):
        raise ValueError(f"{name} points outside the {rows} {of}")
