"""What sentences say, summed up: one role each, with its evidence and dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wenmai.graph.roles.persons import Said
from wenmai.graph.roles.programmes import Tied
from wenmai.graph.roles.values import Affiliation, Position, ProgrammeTie, Roles, Tie
from wenmai.graph.values import Entity, EntityId

Where = tuple[str, int, str | None]  # source, number of the sentence, date of the article
PositionKey = tuple[EntityId, str, EntityId | None, EntityId | None, bool]
_CLASSES = {"专员": "地区"}


@dataclass(slots=True)
class _Proof:
    sentences: set[tuple[str, int]] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)

    def add(self, where: Where) -> None:
        self.sentences.add(where[:2])
        if where[2] is not None:
            self.dates.add(where[2])

    def add_all(self, other: _Proof) -> None:
        self.sentences |= other.sentences
        self.dates |= other.dates

    @property
    def evidence(self) -> tuple[str, ...]:
        return tuple(f"{source}#s{number}" for source, number in sorted(self.sentences))

    @property
    def first(self) -> str | None:
        return min(self.dates, default=None)

    @property
    def last(self) -> str | None:
        return max(self.dates, default=None)


class Gathered:
    """Takes what sentences say and gives the roles; the order in which they come plays no part."""

    def __init__(self, entities: Mapping[EntityId, Entity]) -> None:
        self._entities = entities
        self._positions: defaultdict[PositionKey, _Proof] = defaultdict(_Proof)
        self._affiliations: defaultdict[tuple[EntityId, EntityId], _Proof] = defaultdict(_Proof)
        self._ties: defaultdict[tuple[EntityId, EntityId, Tie], _Proof] = defaultdict(_Proof)

    def place_of(self, organisation: EntityId, head: str) -> EntityId | None:
        """The place of a body, if `head` (市长) is what its government's head is called."""
        body = self._entities.get(organisation)
        place = self._entities.get(body.parent) if body and body.parent else None
        return place.id if place and place.name.endswith(_CLASSES.get(head, head[0])) else None

    def add_persons(self, said: Iterable[Said], where: Where) -> None:
        """Note what a sentence says of persons."""
        for each in said:
            seat = each.seat
            if each.title is not None:
                key = each.person, each.title, seat.organisation, seat.place, each.former
                self._positions[key].add(where)
            if seat.organisation and not each.former:
                self._affiliations[each.person, seat.organisation].add(where)

    def add_programmes(self, tied: Iterable[Tied], where: Where) -> None:
        """Note what a sentence says of programmes."""
        for each in tied:
            self._ties[each.organisation, each.programme, each.tie].add(where)

    def roles(self) -> Roles:
        """All that was noted; a title without a body joins the person's only one with a body."""
        positions = [
            Position(*key, proof.evidence, proof.first, proof.last) for key, proof in self._joined().items()
        ]
        positions.sort(key=lambda p: (p.person, p.organisation or "", p.place or "", p.title, p.former))
        return Roles(
            tuple(positions),
            tuple(
                Affiliation(*k, p.evidence, p.first, p.last) for k, p in sorted(self._affiliations.items())
            ),
            tuple(ProgrammeTie(*k, p.evidence, p.first, p.last) for k, p in sorted(self._ties.items())),
        )

    def _joined(self) -> dict[PositionKey, _Proof]:
        seats: defaultdict[tuple[EntityId, str], set[PositionKey]] = defaultdict(set)
        for key in self._positions:
            if key[2] or key[3]:
                seats[key[0], key[1]].add(key)
        joined = {key: proof for key, proof in self._positions.items() if key[2] or key[3]}
        for key, proof in self._positions.items():
            if key in joined:
                continue
            held = [k for k in seats[key[0], key[1]] if k[4] == key[4]]
            if len(held) == 1:
                joined[held[0]].add_all(proof)
            else:
                joined[key] = proof
        return joined
