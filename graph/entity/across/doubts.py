"""Pairs that may be one and that no rule joins: for a person to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from wenmai.graph.entity.reading.settled import Settled
from wenmai.graph.entity.resolution import Doubt, Why
from wenmai.graph.values import EntityId, EntityType

_SHORTEST = {EntityType.PERSON: 3, EntityType.ORG: 6}
_CROWD = 12  # more names of one pattern than that are names of a series, not misprints

Article = tuple[str, int]


def find_doubts(settled: Iterable[Settled]) -> set[Doubt]:
    """Misprints (one character differs, one article in common) and namesakes; linear in the mentions."""
    articles: defaultdict[EntityId, set[Article]] = defaultdict(set)
    names: dict[EntityId, tuple[EntityType, str]] = {}
    for each in settled:
        node = each.node
        if node.flags or node.type not in _SHORTEST or (node.place and node.type is EntityType.ORG):
            continue
        articles[node.id].add((each.mention.source, each.mention.article))
        names[node.id] = node.type, node.name or node.key
    return {*_misprints(names, articles), *_namesakes(names)}


def _misprints(
    names: dict[EntityId, tuple[EntityType, str]], articles: dict[EntityId, set[Article]]
) -> Iterator[Doubt]:
    alike: defaultdict[tuple[EntityType, str], list[EntityId]] = defaultdict(list)
    for entity, (kind, name) in sorted(names.items()):
        if len(name) >= _SHORTEST[kind] and name[0] != name[-1]:
            for i in range(len(name)):
                alike[kind, f"{name[:i]}?{name[i + 1 :]}"].append(entity)
    for entities in alike.values():
        if 1 < len(entities) <= _CROWD:
            for a, b in combinations(entities, 2):
                if names[a][1] != names[b][1] and articles[a] & articles[b]:
                    yield Doubt(min(a, b), max(a, b), Why.SPELLING)


def _namesakes(names: dict[EntityId, tuple[EntityType, str]]) -> Iterator[Doubt]:
    by_name: defaultdict[str, list[EntityId]] = defaultdict(list)
    for entity, (kind, name) in sorted(names.items()):
        if kind is EntityType.PERSON:
            by_name[name].append(entity)
    for entities in by_name.values():
        for a, b in pairwise(entities):
            yield Doubt(a, b, Why.NAMESAKE)
