"""What resolution gives: who each mention is, and what a person should look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wenmai.graph.values import Alias, Entity, EntityId

MentionKey = tuple[str, int, int]


class Why(StrEnum):
    """Why two entities may be one."""

    SPELLING = "spelling"  # one character differs, and they are named with the same others
    NAMESAKE = "namesake"  # one name, told apart by their offices
    SHORT = "short"  # one name shortens the other


class Trouble(StrEnum):
    """What is wrong with decisions."""

    CONTRADICTION = "contradiction"  # ids: what was to be joined (2), what keeps it apart (2)
    SELF = "self"  # an entity is said to differ from itself
    TWO_NAMES = "two names"  # ids: the entity, the name or type that counts, the one that doesn't
    NAME_TAKEN = "name taken"  # ids: the entity, the id that another one bears


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two entities that may be one; a person decides. `a < b`."""

    a: EntityId
    b: EntityId
    why: Why

    def __post_init__(self) -> None:
        if not self.a < self.b:
            raise ValueError(f"a doubt is about two entities, the smaller id first: {self.a!r}, {self.b!r}")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Decisions that can't all be followed; see `Trouble` for what `ids` are."""

    trouble: Trouble
    ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"decisions: {self.trouble}: {', '.join(self.ids)}"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who.

    `by_context` tells, of each mention that its surroundings resolved or left open, how and how surely.
    `ancestors` are the places that named ones lie in and that no mention names. `unused` are decisions'
    entities that no mention is of. A mention that a decision ignores is not in `entity_of`.
    """

    entity_of: Mapping[MentionKey, EntityId]
    entities: tuple[Entity, ...]
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()
    by_context: Mapping[MentionKey, Alias] = field(default_factory=dict)
    ancestors: tuple[Entity, ...] = ()
    unused: tuple[str, ...] = ()
