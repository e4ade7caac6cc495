"""What documents tell about each other: short names defined elsewhere, one name borne by several people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from wenmai.graph.entity.across.people import ArticleKey, Person, Profile, is_common, tell_apart
from wenmai.graph.entity.context.programmes import programme_key
from wenmai.graph.entity.reading.settled import Lists, Node, Settled
from wenmai.graph.values import Alias, EntityId, EntityType

_TEACHING = frozenset(("definition", "shortened"))
_COMPANION_OF_ALL = 20  # who is named in more articles than that tells nothing by standing beside

_GENERIC = re.compile(
    r"(?:通知|意见|方案|规划|计划|办法|条例|建议|措施|公司|集团|协会|中心|项目|工程|行动|公约|报告)$"
)
_GENERIC_LONGEST = 4

Profiles = dict[str, dict[ArticleKey, Profile]]


def learn_short_names(settled: Iterable[Settled], lists: Lists) -> dict[EntityId, Node]:
    """Short names that some documents explain, all in the same way → what they stand for."""
    taught: defaultdict[EntityId, dict[EntityId, Node]] = defaultdict(dict)
    for each in settled:
        if each.how.method in _TEACHING:
            own = _own_id(each, lists)
            if own:
                taught[own][each.node.id] = each.node
    return {own: next(iter(to.values())) for own, to in taught.items() if len(to) == 1 and own not in to}


def _own_id(settled: Settled, lists: Lists) -> EntityId | None:
    """The id that the name has by itself, where it is no relative one."""
    mention = settled.mention
    if mention.type is EntityType.ORG:
        form = lists.orgs.read(mention.text)
        return None if form.level or form.tail or _is_generic(form.key) else f"{mention.type}:{form.key}"
    key = programme_key(mention.text)
    return f"{mention.type}:{key}" if mention.type is EntityType.PROGRAM and not _is_generic(key) else None


def _is_generic(key: str) -> bool:
    """Whether a short name may stand for anything elsewhere: 《通知》, 公司."""
    return len(key) <= _GENERIC_LONGEST and bool(_GENERIC.search(key))


def apply_short_names(settled: list[Settled], learned: Mapping[EntityId, Node]) -> None:
    """Give the mentions that bear a short name, unexplained, to what it stands for elsewhere."""
    for i, each in enumerate(settled):
        node = learned.get(each.node.id)
        if node is not None and each.how.method == "same":
            how = Alias(each.how.text, "elsewhere", node.name or node.key, 0.8)
            settled[i] = Settled(each.mention, node, how)


def foreign_names(names: Iterable[str]) -> dict[str, str]:
    """Last names of foreigners → the only full name that ends with them: 普京 → 弗拉基米尔·普京."""
    full: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        first, dot, last = name.rpartition("·")
        if first and dot and len(last) > 1:
            full[last].add(name)
    return {last: next(iter(names)) for last, names in full.items() if len(names) == 1}


def people(settled: list[Settled], profiles: Profiles, lists: Lists) -> None:
    """Tell people of one name apart, article by article."""
    whole = foreign_names(profiles)
    for last, full in whole.items():
        if last in profiles:
            for key, profile in profiles.pop(last).items():
                profiles[full].setdefault(key, profile)
    _forget_companions(profiles, lists)
    told = {
        name: tell_apart(name, of, gazetteer=lists.gazetteer, book=lists.names)
        for name, of in profiles.items()
    }
    nodes: dict[Person, Node] = {}
    for i, each in enumerate(settled):
        if each.node.type is not EntityType.PERSON or each.node.flags:
            continue
        name = whole.get(each.node.key, each.node.key)
        person = told[name][each.mention.source, each.mention.article]
        if person.key == each.node.key:
            continue
        if person not in nodes:
            nodes[person] = Node(EntityType.PERSON, person.key, name=person.name, place=person.place)
        how = each.how
        if name != each.node.key:
            how = Alias(how.text, "shortened", name, 0.9)
        settled[i] = Settled(each.mention, nodes[person], how)


def _forget_companions(profiles: Profiles, lists: Lists) -> None:
    everywhere = {name for name, of in profiles.items() if len(of) > _COMPANION_OF_ALL}
    common = {name for name in profiles if is_common(name, lists.names)}
    for of in profiles.values():
        for profile in of.values():
            profile.beside -= everywhere
            profile.beside -= common
