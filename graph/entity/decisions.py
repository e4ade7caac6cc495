"""What a person has decided outranks every rule: same, not the same, rename, retype, ignore."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from wenmai.graph.entity.across.unions import Unions
from wenmai.graph.entity.resolution import Problem, Trouble
from wenmai.graph.values import EntityId, EntityType

Item = TypeVar("Item")


class Verb(StrEnum):
    """What can be decided."""

    SAME = "same"
    NOT_SAME = "not_same"
    RENAME = "rename"
    RETYPE = "retype"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: on an entity, with another one, a new name or a new type as the verb needs.

    Raises:
        ValueError: a retype to what is no type, or a verb without its second part.
    """

    verb: Verb
    entity: EntityId
    other: str = ""

    def __post_init__(self) -> None:
        if self.verb is Verb.RETYPE:
            EntityType(self.other)
        if bool(self.other) == (self.verb is Verb.IGNORE):
            raise ValueError(f"{self.verb} {self.entity}: what does it say of {self.other!r}?")


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions on entities, in the order in which they were taken.

    An entity is named by its id, TYPE:name. That is the id that the rules give, or the name as the text has
    it (the mentions whose very words these are), or the id that other decisions give; with @SOURCE behind
    it, only what is said in that source.
    """

    same: tuple[tuple[EntityId, EntityId], ...] = ()
    not_same: tuple[tuple[EntityId, EntityId], ...] = ()
    rename: tuple[tuple[EntityId, str], ...] = ()
    retype: tuple[tuple[EntityId, EntityType], ...] = ()
    ignore: tuple[EntityId, ...] = ()

    def each(self) -> Iterator[Decision]:
        """The decisions one by one, verb by verb."""
        yield from (Decision(Verb.SAME, *pair) for pair in self.same)
        yield from (Decision(Verb.NOT_SAME, *pair) for pair in self.not_same)
        yield from (Decision(Verb.RENAME, *pair) for pair in self.rename)
        yield from (Decision(Verb.RETYPE, *pair) for pair in self.retype)
        yield from (Decision(Verb.IGNORE, entity) for entity in self.ignore)

    def __bool__(self) -> bool:
        return bool(self.same or self.not_same or self.rename or self.retype or self.ignore)


NO_DECISIONS = Decisions()


def with_decision(decisions: Decisions, decision: Decision) -> Decisions:
    """The decisions with one more behind them; equal ones where it stands there already."""
    verb, entity, other = decision.verb, decision.entity, decision.other
    if verb is Verb.IGNORE:
        return replace(decisions, ignore=_with(decisions.ignore, entity))
    if verb is Verb.RETYPE:
        return replace(decisions, retype=_with(decisions.retype, (entity, EntityType(other))))
    if verb is Verb.RENAME:
        return replace(decisions, rename=_with(decisions.rename, (entity, other)))
    if verb is Verb.SAME:
        return replace(decisions, same=_with(decisions.same, (entity, other)))
    return replace(decisions, not_same=_with(decisions.not_same, (entity, other)))


def _with(items: tuple[Item, ...], item: Item) -> tuple[Item, ...]:
    return items if item in items else (*items, item)


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that stand or fall together: one name of one entity in one source."""

    automatic: EntityId  # by the rules
    own: EntityId  # by the very words
    source: str

    def bears(self) -> tuple[str, ...]:
        """All that a decision may call it."""
        ids = dict.fromkeys((self.automatic, self.own))
        return (*ids, *(f"{each}@{self.source}" for each in ids))


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of the groups: the id of each (None: ignored), names given, what was wrong."""

    id_of: dict[Group, EntityId | None]
    names: dict[EntityId, str]
    apart: frozenset[tuple[EntityId, EntityId]]
    problems: tuple[Problem, ...]
    unused: tuple[str, ...]
    joining: frozenset[Group] = frozenset()  # those that `same` gives to another, whose name stays


def decide(groups: Iterable[Group], decisions: Decisions) -> Decided:
    """Apply decisions to what the rules found; linear in the number of groups.

    Joins are transitive. A join of what is said to differ, by chains of other joins too, is left out and
    reported; of two new names or types of one entity the first counts.
    """
    return _Deciding(sorted(set(groups), key=lambda g: (g.automatic, g.own, g.source)), decisions).run()


class _Deciding:
    def __init__(self, groups: list[Group], decisions: Decisions) -> None:
        self.decisions = decisions
        self.called: defaultdict[str, list[Group]] = defaultdict(list)
        for group in groups:
            for name in group.bears():
                self.called[name].append(group)
        self.id_of: dict[Group, EntityId | None] = {g: g.automatic for g in groups}
        self.unions: Unions[EntityId] = Unions()
        self.problems: list[Problem] = []
        self.unused: dict[str, None] = {}
        self.before: dict[EntityId, EntityId] = {}  # an id that a rename or retype gives → the one before
        self.names: dict[EntityId, str] = {}
        self.types: dict[EntityId, EntityType] = {}

    def run(self) -> Decided:
        self._change()
        for ref in self.decisions.ignore:
            for group in self._called(ref):
                self.id_of[group] = None
        self._split()
        self._join()
        final = self._final()
        apart = frozenset(self._apart(final))
        id_of = {g: None if i is None else final[self.unions.root(i)] for g, i in self.id_of.items()}
        names = {final[self.unions.root(i)]: name for i, name in self.names.items()}
        unused = tuple(ref for ref in self.unused if ref not in self.before)
        joining = frozenset(g for g, i in self.id_of.items() if i is not None and self.unions.root(i) != i)
        return Decided(id_of, names, apart, tuple(self.problems), unused, joining)

    def _called(self, ref: str) -> list[Group]:
        """The groups that the rules call so, else those whose words it is."""
        return self._named(ref, lambda g: ref in (g.automatic, f"{g.automatic}@{g.source}"))

    def _words(self, ref: str) -> list[Group]:
        """The groups whose words it is, else those that the rules call so."""
        return self._named(ref, lambda g: ref in (g.own, f"{g.own}@{g.source}"))

    def _named(self, ref: str, first: Callable[[Group], bool]) -> list[Group]:
        found = self.called.get(ref) or self.called.get(self.before.get(ref, ref), [])
        if not found:
            self.unused[ref] = None
        return [g for g in found if first(g)] or found

    def _ids(self, groups: Iterable[Group]) -> list[EntityId]:
        ids = dict.fromkeys(self.id_of[g] for g in groups)
        return [each for each in ids if each is not None]

    def _change(self) -> None:
        """New names and types; later decisions may call the entity so."""
        for ref, name in self.decisions.rename:
            for each in self._ids(self._called(ref)):
                if self._first(self.names.setdefault(each, name), name, each):
                    self.before[f"{each.partition(':')[0]}:{name}"] = each
        for ref, kind in self.decisions.retype:
            for each in self._ids(self._called(ref)):
                if self._first(self.types.setdefault(each, kind), kind, each):
                    self.before[f"{kind}:{self.names.get(each, each.partition(':')[2])}"] = each

    def _first(self, counts: str, said: str, entity: EntityId) -> bool:
        if counts != said:
            self.problems.append(Problem(Trouble.TWO_NAMES, (entity, counts, said)))
        return counts == said

    def _split(self) -> None:
        """Of two that the rules have joined, the one whose words are not the entity's id goes."""
        for a, b in self.decisions.not_same:
            if a == b:
                self.problems.append(Problem(Trouble.SELF, (a, b)))
                continue
            first, second = self._words(a), self._words(b)
            for each in sorted(set(self._ids(first)) & set(self._ids(second))):
                going, ref = (first, a) if each == b else (second, b)
                for group in going:
                    if self.id_of[group] == each:
                        self.id_of[group] = ref

    def _join(self) -> None:
        barred = [
            (x, y)
            for a, b in self.decisions.not_same
            for x in self._ids(self._words(a))
            for y in self._ids(self._words(b))
            if x != y
        ]
        for a, b in self.decisions.same:
            ids = [*self._ids(self._called(a)), *self._ids(self._called(b))]
            for other in ids[1:]:
                pair = {self.unions.root(ids[0]), self.unions.root(other)}
                clash = next((bar for bar in barred if {self.unions.root(i) for i in bar} == pair), None)
                if clash and len(pair) > 1:
                    self.problems.append(Problem(Trouble.CONTRADICTION, (a, b, *clash)))
                else:
                    self.unions.join(ids[0], other)

    def _final(self) -> dict[EntityId, EntityId]:
        """The id of each set: that of the entity named first, under its new name and type."""
        roots = dict.fromkeys(self.unions.root(i) for i in self.id_of.values() if i is not None)
        final = {root: root for root in roots}
        for each in sorted({*self.names, *self.types}):
            root = self.unions.root(each)
            if root not in final:
                continue
            kind, _, key = final[root].partition(":")
            after = f"{self.types.get(each, kind)}:{self.names.get(each, key)}"
            if after != root and after in final.values():
                self.problems.append(Problem(Trouble.NAME_TAKEN, (each, after)))
            else:
                final[root] = after
        return final

    def _apart(self, final: dict[EntityId, EntityId]) -> Iterator[tuple[EntityId, EntityId]]:
        for a, b in self.decisions.not_same:
            ones, twos = self._ids(self._words(a)), self._ids(self._words(b))
            for x in (final[self.unions.root(i)] for i in ones):
                for y in (final[self.unions.root(i)] for i in twos):
                    yield min(x, y), max(x, y)
