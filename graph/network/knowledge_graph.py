"""The graph as values: what the writers write and networkx carries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wenmai.graph.values import EntityId, EntityType


@dataclass(frozen=True, slots=True)
class Node:
    """An entity with its counts and scores; dates are ISO, to the precision known."""

    id: EntityId
    name: str
    kind: EntityType
    aliases: tuple[str, ...] = ()  # sorted; the canonical name left out
    mentions: int = 0  # in linking roles and by-lines alike
    articles: int = 0
    first_seen: str | None = None
    last_seen: str | None = None
    community: int = -1  # 0 the largest; -1 no co-mention
    degree: int = 0
    weighted_degree: float = 0.0
    betweenness: float = 0.0
    pagerank: float = 0.0


@dataclass(frozen=True, slots=True)
class Edge:
    """A co-mention: `a < b`, so that a pair has one spelling."""

    a: EntityId
    b: EntityId
    count: int  # windows that name both
    articles: int
    weight: float  # sum over the windows of 1/(n-1), n entities named (Newman 2001)
    npmi: float
    g2: float
    significance: float  # disparity filter's alpha: the smaller, the more of the backbone
    first: str | None = None
    last: str | None = None
    evidence: tuple[str, ...] = ()  # ids of the sentences (of the first one of a wider window), in page order

    def __post_init__(self) -> None:
        if not self.a < self.b:
            raise ValueError(f"an edge joins two entities, the smaller id first: {self.a!r}, {self.b!r}")


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """Nodes sorted by id, edges by (a, b)."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    window: str = "sentence"  # sentence, paragraph or article


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as the writers need it; `id` is SOURCE#aNUMBER."""

    id: str
    source: str
    number: int
    headline: str | None
    date: str | None
    publication: str | None
    page: str | None
    authors: tuple[EntityId, ...] = ()

    @property
    def month(self) -> str | None:
        """YYYY-MM where the date is known that far."""
        return self.date[:7] if self.date and len(self.date) >= 7 else None


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence that names someone; `id` is SOURCE#sNUMBER; begin_at, end_at are source offsets."""

    id: str
    article: str
    number: int
    text: str
    begin_at: int
    end_at: int


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A resolved mention; begin_at, end_at are source offsets.

    `at` is where `surface` stands in the text of the sentence.
    """

    entity: EntityId
    sentence: str
    begin_at: int
    end_at: int
    at: int
    surface: str
    role: str


class Relation(StrEnum):
    """What the text says of two entities beyond naming them together; also the type in Cypher."""

    LOCATED_IN = "LOCATED_IN"  # a place in a place, a body at its place
    HOLDS_POSITION = "HOLDS_POSITION"  # a person, at an organisation or a place
    AFFILIATED_WITH = "AFFILIATED_WITH"  # a person with an organisation
    RUNS = "RUNS"  # an organisation, a programme
    ISSUED = "ISSUED"


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation from `a` to `b`; (kind, a, b, title) is unique. `title` is that of a position.

    `evidence` are ids of sentences; a place's place has none, and no dates.
    """

    kind: Relation
    a: EntityId
    b: EntityId
    title: str | None = None
    first: str | None = None
    last: str | None = None
    former: bool = False  # the text says 原 or 时任
    evidence: tuple[str, ...] = ()


class ArticleLink(StrEnum):
    """How two articles belong together; also the type in Cypher."""

    REPRINT_OF = "REPRINT_OF"  # the same dispatch, printed earlier
    CONTINUES = "CONTINUES"  # the first part of a story on several pages


@dataclass(frozen=True, slots=True)
class ArticleLinkRow:
    """From an article to the one that it reprints or continues, by id."""

    kind: ArticleLink
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that is known, as one snapshot of the store, every list sorted by id or place."""

    title: str
    graph: KnowledgeGraph
    articles: tuple[ArticleRow, ...] = ()
    sentences: tuple[SentenceRow, ...] = ()
    mentions: tuple[MentionRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()
    links: tuple[ArticleLinkRow, ...] = ()
