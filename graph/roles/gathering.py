"""What sentences say, summed up: one role each, with its evidence and dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from wenmai.graph.roles.persons import Said
from wenmai.graph.roles.programmes import Tied
from wenmai.graph.roles.values import Affiliation, Position, ProgrammeTie, Roles, Tie
from wenmai.graph.values import EntityId

Where = tuple[str, int, str | None]  # source, number of the sentence, date of the article
PositionKey = tuple[EntityId, str, EntityId | None, EntityId | None, bool]
_Holder = tuple[EntityId, bool]


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

    def __init__(self) -> None:
        self._positions: defaultdict[PositionKey, _Proof] = defaultdict(_Proof)
        self._affiliations: defaultdict[tuple[EntityId, EntityId], _Proof] = defaultdict(_Proof)
        self._ties: defaultdict[tuple[EntityId, EntityId, Tie], _Proof] = defaultdict(_Proof)

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
        """副主任张三 joins the only office of the same person that its title may stand for."""
        offices: defaultdict[_Holder, _Offices] = defaultdict(_Offices)
        for key in self._positions:
            offices[key[0], key[4]].add(key)
        joined: defaultdict[PositionKey, _Proof] = defaultdict(_Proof)
        for key, proof in self._positions.items():
            joined[offices[key[0], key[4]].fullest(key)].add_all(proof)
        return joined


class _Offices:
    """The offices of one person, present or former, by title and by the ends of titles."""

    def __init__(self) -> None:
        self._titled: defaultdict[str, list[PositionKey]] = defaultdict(list)
        self._longer: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, key: PositionKey) -> None:
        """Take in an office."""
        title = key[1]
        self._titled[title].append(key)
        if "副" not in title:
            for start in range(1, len(title)):
                self._longer[title[start:]].add(title)

    def fullest(self, key: PositionKey) -> PositionKey:
        """The office that one without a body stands for: the same title with a body, a longer title."""
        _, title, organisation, place, _ = key
        if organisation or place:
            return key
        seated = [k for k in self._titled[title] if k[2] or k[3]]
        if seated:
            return seated[0] if len(seated) == 1 else key
        longer = self._longer.get(title, set())
        if len(longer) != 1:
            return key
        others = {self.fullest(k) for k in self._titled[next(iter(longer))]}
        return next(iter(others)) if len(others) == 1 else key
