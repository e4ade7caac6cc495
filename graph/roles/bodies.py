"""What is known of bodies beside their mentions: their places, their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from wenmai.graph.roles.scene import MentionKey
from wenmai.graph.values import LINKING_ROLES, Document, Entity, EntityId, EntityType

_CLASSES = {"专员": "地区"}
_ONE_OF_A_KIND = ("全国", "中央")


class Bodies:
    """Looks up bodies by id and by name."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._national: defaultdict[str, set[EntityId]] = defaultdict(set)
        for entity in self._entities.values():
            if entity.type is EntityType.ORG:
                for name in (entity.name, *(alias.text for alias in entity.aliases)):
                    if name.startswith(_ONE_OF_A_KIND):
                        self._national[name].add(entity.id)

    def place_of(self, organisation: EntityId, head: str) -> EntityId | None:
        """The place of a body, if `head` (市长) is what the head of its government is called."""
        body = self._entities.get(organisation)
        place = self._entities.get(body.parent) if body and body.parent else None
        return place.id if place and place.name.endswith(_CLASSES.get(head, head[0])) else None

    def called_in(
        self, document: Document, entity_of: Mapping[MentionKey, EntityId]
    ) -> Callable[[int], Callable[[str], EntityId | None]]:
        """For each article of a document: the only body that a name stands for in it."""
        known: defaultdict[tuple[int, str], set[EntityId]] = defaultdict(set)
        for mention in document.mentions:
            if mention.type is EntityType.ORG and mention.role in LINKING_ROLES and mention.key in entity_of:
                known[mention.article, mention.text].add(entity_of[mention.key])

        def called(article: int) -> Callable[[str], EntityId | None]:
            def find(name: str) -> EntityId | None:
                found = known.get((article, name)) or self._national.get(name) or set()
                return next(iter(found)) if len(found) == 1 else None

            return find

        return called
