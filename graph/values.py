"""The values that flow between the rooms: pages, sentences, mentions, entities.

Offsets are code points, end exclusive. A *source* offset counts into the decoded file
as it stands; a *view* offset counts into `Page.view.text`, the text without the white
space that a printed page puts inside Chinese words and without the marks of Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wenmai.graph.text.view import TextView


class EntityType(StrEnum):
    """What a mention may name; also its label on `doc.ents`."""

    PERSON = "PERSON"
    ORG = "ORG"
    PLACE = "PLACE"
    PROGRAM = "PROGRAM"


class Role(StrEnum):
    """Where on the page a mention stands. By-lines and repeats make no co-mention."""

    BODY = "body"
    BYLINE = "byline"
    HEADLINE = "headline"
    CAPTION = "caption"
    REPEAT = "repeat"


LINKING_ROLES = frozenset({Role.BODY, Role.HEADLINE, Role.CAPTION})


class DateMethod(StrEnum):
    """How the date of an article is known."""

    GIVEN = "given"  # said by the user, the path or a sidecar, or written in full on the page
    INFERRED = "inferred"  # day and month from the page, the year from elsewhere on it
    UNKNOWN = "unknown"


class ArticleKind(StrEnum):
    """What a stretch of a page is."""

    ARTICLE = "article"
    CAPTION = "caption"
    BOX = "box"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"impossible span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One article, caption or box of a page; `span` bounds its body, in source offsets."""

    number: int
    span: Span
    headline: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    publication: str | None = None
    dateline: str | None = None
    date: str | None = None  # ISO, to the precision known: 2025, 2025-02 or 2025-02-14
    date_method: DateMethod = DateMethod.UNKNOWN
    continued: bool = False
    kind: ArticleKind = ArticleKind.ARTICLE
    page: str | None = None
    continued_from: str | None = None  # the page number in （上接第1版）
    continued_on: str | None = None  # the page number in （下转第3版）


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page: the default co-occurrence window. `span` is in view offsets.

    Every character of the view that is not white space lies in just one sentence.
    Headlines and page furniture are sentences of the article they stand by.
    """

    number: int
    article: int
    paragraph: int
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """One source file, read: its articles and sentences, both numbered from 0 in page order."""

    source: str
    view: TextView
    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]
    bylines: tuple[Span, ...] = ()  # view offsets; a mention inside has role BYLINE
    credited: tuple[Span, ...] = ()  # view offsets of the persons named there, known by the form of the line
    issued: str | None = None  # the date of the issue, ISO, where it is given or printed
    marks: tuple[int, ...] = ()  # view offsets before which Markdown marks were dropped; no name crosses one

    def text(self, sentence: Sentence) -> str:
        """The sentence as a reader would type it, white space of the layout dropped."""
        return self.view.text[sentence.span.start : sentence.span.end]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands.

    `start`, `end` are source offsets; `at` counts into the text of the sentence, where
    `text` stands as it is here, layout white space dropped.
    """

    source: str
    start: int
    end: int
    text: str
    type: EntityType
    role: Role
    article: int
    sentence: int
    at: int
    score: float

    @property
    def key(self) -> tuple[str, int, int]:
        """Where it stands: no two mentions share it."""
        return self.source, self.start, self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A page with the mentions found on it: what resolution and linking read.

    `sentences` and `texts` run in parallel; `mentions` are sorted by `start`.
    """

    source: str
    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]
    texts: tuple[str, ...]
    mentions: tuple[Mention, ...]
    issued: str | None = None  # the date of the issue


EntityId = str  # readable and stable: "ORG:晋中市委", "PERSON:王伟（平鲁区）"


@dataclass(frozen=True, slots=True)
class Alias:
    """Another form of an entity's name, and why it is taken for one."""

    text: str
    method: str  # the rule: "same", "definition", "curated", "place", "relative", "title", "decision", …
    reason: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what mentions stand for."""

    id: EntityId
    type: EntityType
    name: str
    aliases: tuple[Alias, ...] = ()  # sorted by text, the canonical name left out
    adcode: str | None = None  # GB/T 2260, of a division
    iso: str | None = None  # ISO 3166 alpha-2, of a country
    parent: EntityId | None = None  # the place that a place lies in, or that a body is of
    flags: tuple[str, ...] = ()  # sorted: "unresolved", "ambiguous"
