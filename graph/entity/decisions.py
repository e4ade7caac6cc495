"""What a person has decided: it outranks every rule."""

from __future__ import annotations

from dataclasses import dataclass, field

from wenmai.graph.values import EntityId, EntityType


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions on entities, named by id: TYPE:name.

    An id names the entity that the rules make, or the mentions that bear that very name; with `@SOURCE`
    behind it, those of one source only.
    """

    same: tuple[tuple[EntityId, EntityId], ...] = ()
    not_same: tuple[tuple[EntityId, EntityId], ...] = ()
    rename: tuple[tuple[EntityId, str], ...] = ()
    retype: tuple[tuple[EntityId, EntityType], ...] = ()
    ignore: tuple[EntityId, ...] = field(default=())


NO_DECISIONS = Decisions()
