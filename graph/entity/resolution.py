"""What resolution gives: who each mention is, and what a person should look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wenmai.graph.values import Alias, Entity, EntityId

MentionKey = tuple[str, int, int]


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two entities that may be one; a person decides. `a < b`."""

    a: EntityId
    b: EntityId
    why: str

    def __post_init__(self) -> None:
        if not self.a < self.b:
            raise ValueError(f"a doubt is about two entities, the smaller id first: {self.a!r}, {self.b!r}")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who.

    `by_context` tells, of each mention that its surroundings resolved, how and how surely.
    `ancestors` are the places that named ones lie in and that no mention names.
    """

    entity_of: Mapping[MentionKey, EntityId]
    entities: tuple[Entity, ...]
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[str, ...] = ()
    by_context: Mapping[MentionKey, Alias] = field(default_factory=dict)
    ancestors: tuple[Entity, ...] = ()
