"""From mentions to entities: the rules in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from wenmai.graph.entity.across.doubts import find_doubts
from wenmai.graph.entity.across.joining import Profiles, apply_short_names, learn_short_names, people
from wenmai.graph.entity.across.unlisted import Unlisted, scope_of
from wenmai.graph.entity.assembling import Gathered, ancestors, assemble
from wenmai.graph.entity.context.document import DocumentReading
from wenmai.graph.entity.decisions import NO_DECISIONS, Decided, Decisions, Group, decide
from wenmai.graph.entity.known.gazetteer import Division, Gazetteer
from wenmai.graph.entity.known.names import NameBook
from wenmai.graph.entity.reading.forms import clean
from wenmai.graph.entity.reading.settled import Lists, Settled
from wenmai.graph.entity.resolution import Doubt, MentionKey, Resolution
from wenmai.graph.values import Alias, Document, EntityId, EntityType


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
        documents: all that belongs together: people and short names are compared across them.
        gazetteer: divisions and countries.
        names: national bodies, usual forms, papers, surnames.
        decisions: what a person has decided; outranks the rules.
        place: whose 市委 and 县政府 are meant where the text does not say.

    Raises:
        ValueError: `place` names no division, or several.
    """
    documents = sorted(documents, key=lambda d: (scope_of(d), d.source))
    unlisted = Unlisted(documents, Lists.of(gazetteer, names))
    settled, profiles = _read(documents, unlisted, _given(place, gazetteer))
    lists = unlisted.everywhere
    apply_short_names(settled, learn_short_names(settled, lists))
    people(settled, profiles, lists)
    decided = decide((_group(s) for s in settled), decisions) if decisions else None
    doubts = find_doubts(settled)
    return _gather(settled, lists.gazetteer, decided, doubts)


def _read(
    documents: Iterable[Document], unlisted: Unlisted, given: Division | None
) -> tuple[list[Settled], Profiles]:
    settled: list[Settled] = []
    profiles: Profiles = defaultdict(dict)
    for document in documents:
        reading = DocumentReading(document, unlisted.lists_for(document), given)
        settled.extend(reading.settle())
        for (name, article), profile in reading.profiles.items():
            profiles[name][document.source, article] = profile
    return settled, profiles


def _given(place: str | None, gazetteer: Gazetteer) -> Division | None:
    if place is None:
        return None
    names, end = gazetteer.run(clean(place))
    if not names or end < len(clean(place)):
        raise ValueError(f"no division is called {place}")
    top = min(d.level for d in names[-1])
    highest = [d for d in names[-1] if d.level == top]
    if len(highest) > 1:
        raise ValueError(f"several divisions are called {place}: put the province or city before it")
    return highest[0]


def _group(settled: Settled) -> Group:
    mention = settled.mention
    return Group(settled.node.id, f"{mention.type}:{clean(mention.text)}", mention.source)


def _gather(
    settled: list[Settled], gazetteer: Gazetteer, decided: Decided | None, doubts: set[Doubt]
) -> Resolution:
    entity_of: dict[MentionKey, EntityId] = {}
    context: dict[MentionKey, Alias] = {}
    gathered: defaultdict[EntityId, Gathered] = defaultdict(Gathered)
    for each in settled:
        entity: EntityId | None = each.node.id
        called = True
        if decided:
            group = _group(each)
            entity, called = decided.id_of[group], group not in decided.joining
            if entity != each.node.id:
                each = _decided(each, each.node.id)  # noqa: PLW2901
        if entity is None:
            continue
        entity_of[each.mention.key] = entity
        gathered[entity].add(each, called=called)
        if each.how.confidence < 1:
            context[each.mention.key] = each.how
    given = decided.names if decided else {}
    entities = tuple(
        assemble(e, gathered[e], gazetteer, name=given.get(e), kind=EntityType(e.partition(":")[0]))
        for e in sorted(gathered)
    )
    places = {p for g in gathered.values() for p in (g.division, g.place) if p}
    return Resolution(
        entity_of,
        entities,
        doubts=_open_doubts(doubts, decided, set(gathered)),
        problems=decided.problems if decided else (),
        by_context=context,
        ancestors=ancestors(entities, places, gazetteer),
        unused=decided.unused if decided else (),
    )


def _decided(settled: Settled, before: EntityId) -> Settled:
    return Settled(settled.mention, settled.node, Alias(settled.how.text, "decision", before))


def _open_doubts(doubts: set[Doubt], decided: Decided | None, known: set[EntityId]) -> tuple[Doubt, ...]:
    """The doubts that no decision has settled."""
    apart = decided.apart if decided else frozenset()
    return tuple(sorted(d for d in doubts if d.a in known and d.b in known and (d.a, d.b) not in apart))
