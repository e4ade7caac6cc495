"""Which persons of one name are one person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wenmai.graph.entity.across.unions import Unions
from wenmai.graph.entity.known.gazetteer import Division, Gazetteer, Level
from wenmai.graph.entity.known.names import NameBook

_COMMON_SURNAMES = 100  # by rank
_HAN = re.compile(r"^[\u3400-\u9fff]{2,4}$")

ArticleKey = tuple[str, int]


@dataclass(slots=True)
class Profile:
    """What one article says of a person: offices, their places, who is named beside."""

    orgs: set[str] = field(default_factory=set)  # ids
    homes: set[Division] = field(default_factory=set)
    national: bool = False  # holds an office of the state, or of a body known without a place
    beside: set[str] = field(default_factory=set)  # names of the persons in the same sentences
    paper: Division | None = None
    press: str = ""  # the paper's name, of a local one
    named: frozenset[str] = frozenset()  # ids of all organisations of the article
    org_names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the articles tell them apart; `mark` is the discriminator, empty for none."""

    name: str
    mark: str
    place: Division | None = None

    @property
    def key(self) -> str:
        """What the id bears behind the type."""
        return f"{self.name}（{self.mark}）" if self.mark else self.name


def is_common(name: str, book: NameBook) -> bool:
    """Whether many people bear a name: a frequent surname before frequent characters (王伟, 李建军)."""
    if not _HAN.match(name) or len(name) > 3:
        return False
    return name[0] in book.surnames[:_COMMON_SURNAMES] and all(ch in book.given for ch in name[1:])


def tell_apart(
    name: str, profiles: Mapping[ArticleKey, Profile], *, gazetteer: Gazetteer, book: NameBook
) -> dict[ArticleKey, Person]:
    """Who bears the name in each article.

    Articles are joined where they share an organisation, a place of office or persons named beside.
    What is left in several groups stays apart if the name is a common one and the offices lie in
    different places, or, for any name, if these lie in different provinces, below the province. An
    article that says nothing joins the only group there is, or the only one whose organisation it
    names, or the only one of its paper's place or pages.
    """
    keys = sorted(profiles)
    common = is_common(name, book)
    if len(keys) == 1 and not common:
        return {keys[0]: Person(name, "")}
    groups = _groups(keys, profiles, gazetteer)
    if not common:
        groups = _close(groups, profiles, gazetteer)
    groups, open_keys = _attach(groups, profiles, gazetteer)
    if not common and len(groups) == 1:
        return dict.fromkeys(keys, Person(name, ""))
    out: dict[ArticleKey, Person] = {}
    bare = (
        None
        if common or not groups
        else max(groups, key=lambda g: (len(g), [-ord(c) for c in _mark(g, profiles)]))
    )
    for group in groups:
        mark = "" if group is bare else _mark(group, profiles)
        out.update(dict.fromkeys(group, Person(name, mark, _home(group, profiles))))
    alone = len(groups) == 0
    for key in open_keys:
        out[key] = Person(name, "" if alone else f"{key[0]}#a{key[1]}")
    return out


def _groups(
    keys: Sequence[ArticleKey], profiles: Mapping[ArticleKey, Profile], gazetteer: Gazetteer
) -> list[list[ArticleKey]]:
    """Articles that share an office, its place, or who stands beside."""
    unions: Unions[ArticleKey | str] = Unions()
    for key in keys:
        profile = profiles[key]
        unions.add(key)
        shared = [*profile.orgs, *(f"@{d.code}" for d in profile.homes), *(f"+{n}" for n in profile.beside)]
        if profile.national:
            shared.append("national")
        for each in sorted(shared):
            unions.join(key, each)
    by_root: defaultdict[object, list[ArticleKey]] = defaultdict(list)
    for key in keys:
        by_root[unions.root(key)].append(key)
    return _nest(list(by_root.values()), profiles, gazetteer)


def _nest(
    groups: list[list[ArticleKey]], profiles: Mapping[ArticleKey, Profile], gazetteer: Gazetteer
) -> list[list[ArticleKey]]:
    """A group whose place holds that of just one other group joins it."""
    homes = {id(g): _homes(g, profiles) for g in groups}
    inner_of: defaultdict[str, list[list[ArticleKey]]] = defaultdict(list)
    for group in groups:
        outer = {d.code for home in homes[id(group)] for d in gazetteer.chain(home)[1:]}
        for code in outer:
            inner_of[code].append(group)
    unions: Unions[int] = Unions()
    for group in groups:
        unions.add(id(group))
        for home in homes[id(group)]:
            inner = [g for g in inner_of[home.code] if g is not group]
            if len(inner) == 1:
                unions.join(id(group), id(inner[0]))
    joined: defaultdict[int, list[ArticleKey]] = defaultdict(list)
    for group in groups:
        joined[unions.root(id(group))].extend(group)
    return sorted(sorted(g) for g in joined.values())


def _close(
    groups: list[list[ArticleKey]], profiles: Mapping[ArticleKey, Profile], gazetteer: Gazetteer
) -> list[list[ArticleKey]]:
    """For a rare name: only offices below two different provinces tell people apart."""
    by_province: defaultdict[str, list[ArticleKey]] = defaultdict(list)
    rest: list[ArticleKey] = []
    for group in groups:
        low = [h for h in _homes(group, profiles) if h.level > Level.PROVINCE]
        provinces = {d.code for h in low if (d := gazetteer.at(h, Level.PROVINCE))}
        (by_province[provinces.pop()] if len(provinces) == 1 else rest).extend(group)
    out = [sorted(g) for _, g in sorted(by_province.items())]
    if len(out) == 1:
        return [sorted(out[0] + rest)]
    return [*out, sorted(rest)] if rest else out


def _attach(
    groups: list[list[ArticleKey]], profiles: Mapping[ArticleKey, Profile], gazetteer: Gazetteer
) -> tuple[list[list[ArticleKey]], list[ArticleKey]]:
    """Give the articles that say nothing of offices to the group that they can only belong to."""
    told = [_Told.of(g, profiles, gazetteer) for g in groups if any(_tells(profiles[k]) for k in g)]
    known = {key for each in told for key in each.articles}
    joining: defaultdict[int, list[ArticleKey]] = defaultdict(list)
    left: list[ArticleKey] = []
    for key in (k for g in groups for k in g if k not in known):
        group = _only(told, profiles[key], gazetteer)
        (left if group is None else joining[group]).append(key)
    return [sorted([*each.articles, *joining[i]]) for i, each in enumerate(told)], left


@dataclass(frozen=True, slots=True)
class _Told:
    """A group whose offices are known: where they are, and what papers tell of them."""

    articles: list[ArticleKey]
    orgs: set[str]
    places: set[str]  # codes of the places of office and all that these lie in
    press: set[str]

    @classmethod
    def of(
        cls, group: list[ArticleKey], profiles: Mapping[ArticleKey, Profile], gazetteer: Gazetteer
    ) -> _Told:
        """Gather what the articles of a group tell."""
        return cls(
            group,
            {org for key in group for org in profiles[key].orgs},
            {d.code for home in _homes(group, profiles) for d in gazetteer.chain(home)},
            {profiles[key].press for key in group} - {""},
        )


def _only(told: Sequence[_Told], profile: Profile, gazetteer: Gazetteer) -> int | None:
    """The group that an article without an office can only belong to.

    There is only one; or one whose organisation the article names; or one of the province, the place, the
    pages of its paper.
    """
    if len(told) == 1:
        return 0
    named = [i for i, each in enumerate(told) if each.orgs & profile.named]
    if named:
        return named[0] if len(named) == 1 else None
    chain = gazetteer.chain(profile.paper) if profile.paper else ()
    for place in reversed([d for d in chain if d.level == Level.PROVINCE or d is profile.paper]):
        fitting = [i for i, each in enumerate(told) if place.code in each.places]
        if len(fitting) == 1:
            return fitting[0]
    fitting = [i for i, each in enumerate(told) if profile.press and profile.press in each.press]
    return fitting[0] if len(fitting) == 1 else None


def _tells(profile: Profile) -> bool:
    return bool(profile.orgs or profile.homes or profile.national)


def _homes(group: Iterable[ArticleKey], profiles: Mapping[ArticleKey, Profile]) -> set[Division]:
    return {home for key in group for home in profiles[key].homes}


def _home(group: Iterable[ArticleKey], profiles: Mapping[ArticleKey, Profile]) -> Division | None:
    counts = Counter(home for key in group for home in profiles[key].homes)
    return min(counts, key=lambda d: (-counts[d], -d.level, d.code)) if counts else None


def _mark(group: Iterable[ArticleKey], profiles: Mapping[ArticleKey, Profile]) -> str:
    """The place of office that is named most, else the organisation; empty for offices of the state."""
    group = list(group)
    home = _home(group, profiles)
    if home:
        return home.name
    if any(profiles[k].national for k in group):
        return ""
    counts = Counter(name for key in group for name in profiles[key].org_names.values())
    return min(counts, key=lambda n: (-counts[n], n)) if counts else ""
