"""From mentions to entities: the rules in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from wenmai.graph.entity.decisions import NO_DECISIONS, Decisions
from wenmai.graph.entity.document import DocumentReading, Lists, Node, Settled
from wenmai.graph.entity.gazetteer import Division, Gazetteer
from wenmai.graph.entity.names import NameBook
from wenmai.graph.entity.resolution import MentionKey, Resolution
from wenmai.graph.values import Alias, Document, Entity, EntityId, EntityType


def resolve(
    documents: Iterable[Document],
    *,
    gazetteer: Gazetteer,
    names: NameBook,
    decisions: Decisions = NO_DECISIONS,
    place: str | None = None,
) -> Resolution:
    """Tell who each mention is; the result does not depend on the order of the documents.

    Args:
        documents: all that belongs together: papers, people and short names are compared across them.
        gazetteer: divisions and countries.
        names: national bodies, usual forms, papers, surnames.
        decisions: what a person has decided; outranks the rules.
        place: whose 市委 and 县政府 are meant where the text does not say.

    Raises:
        ValueError: `place` names no division, or several.
    """
    lists = Lists.of(gazetteer, names)
    given = _given(place, gazetteer)
    entity_of: dict[MentionKey, EntityId] = {}
    context: dict[MentionKey, Alias] = {}
    nodes: dict[EntityId, list[Node]] = defaultdict(list)
    forms: dict[EntityId, dict[str, Alias]] = defaultdict(dict)
    for document in sorted(documents, key=lambda d: d.source):
        for settled in DocumentReading(document, lists, given).settle():
            entity = f"{settled.node.type}:{settled.node.key}"
            entity_of[settled.mention.key] = entity
            _note(settled, entity, nodes, forms)
            if settled.how.confidence < 1 or settled.how.method.startswith("relative"):
                context[settled.mention.key] = settled.how
    entities = tuple(_entity(e, nodes[e], forms[e], gazetteer) for e in sorted(nodes))
    return Resolution(entity_of, entities, by_context=context)


def _given(place: str | None, gazetteer: Gazetteer) -> Division | None:
    if place is None:
        return None
    names, end = gazetteer.run(place)
    if not names or end < len(place):
        raise ValueError(f"no division is called {place}")
    full = [d for d in names[-1] if place.endswith(d.name)] or list(names[-1])
    top = min(d.level for d in full)
    highest = [d for d in full if d.level == top]
    if len(highest) > 1:
        raise ValueError(f"several divisions are called {place}: put the province before it")
    return highest[0]


def _note(
    settled: Settled, entity: EntityId, nodes: dict[EntityId, list[Node]], forms: dict[EntityId, dict[str, Alias]]
) -> None:
    if settled.node not in nodes[entity]:
        nodes[entity].append(settled.node)
    known = forms[entity].get(settled.how.text)
    if known is None or (-settled.how.confidence, settled.how.method, settled.how.reason) < (
        -known.confidence,
        known.method,
        known.reason,
    ):
        forms[entity][settled.how.text] = settled.how


def _entity(entity: EntityId, nodes: list[Node], forms: dict[str, Alias], gazetteer: Gazetteer) -> Entity:
    first = nodes[0]
    name = max((n.name or n.key for n in nodes), key=lambda n: (len(n), n))
    division = next((n.division for n in nodes if n.division), None)
    iso = next((n.iso for n in nodes if n.iso), None)
    place = next((n.place for n in nodes if n.place), None)
    parent = None
    if division and division.parent:
        parent = f"{EntityType.PLACE}:{gazetteer.canonical(gazetteer.by_code[division.parent])}"
    elif division:
        parent = f"{EntityType.PLACE}:中国"
    elif place:
        parent = f"{EntityType.PLACE}:{gazetteer.canonical(place)}"
    aliases = tuple(forms[t] for t in sorted(forms) if t != name)
    code = division.code if division and "-" not in division.code else None
    flags = tuple(sorted({f for n in nodes for f in n.flags}))
    return Entity(entity, first.type, name, aliases, code, iso, parent, flags)


