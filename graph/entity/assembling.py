"""From what mentions stand for to entities: names, aliases, places and codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from wenmai.graph.entity.known.gazetteer import Division, Gazetteer
from wenmai.graph.entity.reading.settled import Settled
from wenmai.graph.values import Alias, Entity, EntityId, EntityType

CHINA = "中国"


@dataclass(slots=True)
class Gathered:
    """All that was found of one entity."""

    names: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)  # names of what a decision has given to it
    forms: dict[str, Alias] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    division: Division | None = None
    place: Division | None = None
    iso: str | None = None

    def add(self, settled: Settled, *, called: bool = True) -> None:
        """Note one mention; `called`: the entity may bear its name."""
        node, how = settled.node, settled.how
        (self.names if called else self.others).add(node.name or node.key)
        self.flags.update(node.flags)
        if node.division and (self.division is None or (node.division.parent and not self.division.parent)):
            self.division = node.division
        self.iso = self.iso or node.iso
        if node.place is not None and (self.place is None or node.place.code < self.place.code):
            self.place = node.place
        known = self.forms.get(how.text)
        if known is None or (known is not how and _strength(how) < _strength(known)):
            self.forms[how.text] = how


def _strength(how: Alias) -> tuple[float, str, str]:
    return -how.confidence, how.method, how.reason


def assemble(
    entity: EntityId, found: Gathered, gazetteer: Gazetteer, *, name: str | None, kind: EntityType
) -> Entity:
    """The entity of an id; the longest name that the texts give of it is its name, unless one is given."""
    name = name or max(found.names or found.others, key=lambda n: (len(n), n))
    forms = dict(found.forms)
    for other in found.names:
        forms.setdefault(other, Alias(other, "form"))
    for other in found.others:
        forms.setdefault(other, Alias(other, "decision"))
    return Entity(
        entity,
        kind,
        name,
        aliases=tuple(forms[text] for text in sorted(forms) if text != name),
        adcode=_code(found.division),
        iso=found.iso,
        parent=_parent(found.division, found.place, gazetteer),
        flags=tuple(sorted(found.flags)),
    )


def _code(division: Division | None) -> str | None:
    return division.code if division and "-" not in division.code else None


def _parent(division: Division | None, place: Division | None, gazetteer: Gazetteer) -> EntityId | None:
    if division is not None:
        outer = gazetteer.by_code[division.parent] if division.parent else None
        if outer is None:  # a place that no list has may be abroad
            return f"{EntityType.PLACE}:{CHINA}" if division.listed else None
        return place_id(outer, gazetteer)
    return place_id(place, gazetteer) if place else None


def place_id(division: Division, gazetteer: Gazetteer) -> EntityId:
    """The id of a division's entity."""
    return f"{EntityType.PLACE}:{gazetteer.canonical(division)}"


def ancestors(
    entities: Iterable[Entity], places: Iterable[Division], gazetteer: Gazetteer
) -> tuple[Entity, ...]:
    """The places that divisions lie in and that no entity is yet, up to the country."""
    known = {e.id for e in entities}
    out: dict[EntityId, Entity] = {}
    for division in {d for place in places for d in gazetteer.chain(place)}:
        each = place_id(division, gazetteer)
        if each not in known:
            name = gazetteer.canonical(division)
            parent = _parent(division, None, gazetteer)
            out[each] = Entity(each, EntityType.PLACE, name, adcode=_code(division), parent=parent)
    china = f"{EntityType.PLACE}:{CHINA}"
    if china not in known and any(e.parent == china for e in (*out.values(), *entities)):
        out[china] = Entity(china, EntityType.PLACE, CHINA, iso="CN")
    return tuple(out[each] for each in sorted(out))
