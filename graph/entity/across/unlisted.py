"""Divisions that no list has, learnt from the texts: small and renamed ones, foreign cities, fiction.

沅川市 or 青石县自然资源局, named in full, tell that there is a 沅川市 and a 青石县. In the papers (without
a paper: the documents) that name them so, 沅川 and 青石 are these, and 沅川日报 is the paper of 沅川市.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wenmai.graph.entity.known.gazetteer import UNLISTED, Division, Level, short_name
from wenmai.graph.entity.known.wider import WiderGazetteer
from wenmai.graph.entity.reading.forms import Kind, clean
from wenmai.graph.entity.reading.settled import Lists
from wenmai.graph.entity.reading.unlisted_names import divisions_named, short_of
from wenmai.graph.values import Document, EntityType

_BEFORE = 8  # characters before a name that may name what it lies in
_PLENTY = 2  # how many times as often as any other the outer place has to stand before the name

_NAMING = frozenset((EntityType.PLACE, EntityType.ORG))
_PREFIX = re.compile(r"^(?:中共|中国共产党|共青团|政协)(?=.{4})")
_ZONE = ("管委会", "党工委", "管理委员会", "管理局")
Scope = str  # a paper, or a source that has none


def scope_of(document: Document) -> Scope:
    """The paper that most articles of a document are of, else the document itself."""
    papers = Counter(a.publication for a in document.articles if a.publication)
    return min(papers, key=lambda p: (-papers[p], p)) if papers else f"{document.source}#"


@dataclass(slots=True)
class _Found:
    """What one paper names."""

    names: set[str] = field(default_factory=set)
    documents: list[Document] = field(default_factory=list)
    outer: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


class Unlisted:
    """The lists of each paper, with the divisions learnt from its texts.

    `everywhere` knows them by the names that hold in any text: 沅川市, 湖南沅川.
    """

    def __init__(self, documents: Sequence[Document], lists: Lists) -> None:
        self._lists = lists
        self._known: dict[tuple[EntityType, str, bool], tuple[str, ...]] = {}
        found = self._gather(documents)
        self._divisions = _Making(lists, found)
        self.everywhere = lists
        if found:
            wider = WiderGazetteer(lists.gazetteer, self._divisions.all(), self._divisions.names())
            self.everywhere = lists.wider(wider)
        self._found = found
        self._of_scope: tuple[Scope, Lists] = ("", lists)

    def lists_for(self, document: Document) -> Lists:
        """The lists that hold for a document; ask paper by paper, only the last paper's are kept."""
        scope = scope_of(document)
        if scope not in self._found:
            return self.everywhere
        if self._of_scope[0] != scope:
            wider = WiderGazetteer(self.everywhere.gazetteer, (), self._divisions.names_in(scope))
            self._of_scope = scope, self.everywhere.wider(wider)
        return self._of_scope[1]

    def _gather(self, documents: Sequence[Document]) -> dict[Scope, _Found]:
        said: defaultdict[Scope, set[tuple[EntityType, str]]] = defaultdict(set)
        texts: defaultdict[Scope, list[Document]] = defaultdict(list)
        for document in documents:
            scope = scope_of(document)
            texts[scope].append(document)
            said[scope].update((m.type, m.text) for m in document.mentions if m.type in _NAMING)
        found: dict[Scope, _Found] = {}
        for scope in sorted(said):
            strange = self._lists.paper_stem(scope) is not None
            names = {name for kind, text in said[scope] for name in self._named(kind, text, strange)}
            names.update(self._own_place(scope, texts[scope]))
            if names:
                found[scope] = _Found(names, texts[scope])
        return found

    def _named(self, kind: EntityType, text: str, strange: bool) -> tuple[str, ...]:
        known = kind, text, strange
        if known not in self._known:
            self._known[known] = tuple(self._read(kind, _PREFIX.sub("", clean(text)), strange=strange))
        return self._known[known]

    def _read(self, kind: EntityType, text: str, *, strange: bool) -> list[str]:
        names, end = divisions_named(text, self._lists.gazetteer, strange=strange)
        rest = text[end:]
        district = names[:1] and names[0][-1] == "区"  # so zones and regions are called too
        if not names or (kind is EntityType.PLACE and (rest or district)):
            return []
        if kind is EntityType.PLACE:
            return names
        body = self._lists.orgs.is_state(rest) and not (district and rest.startswith(_ZONE))
        return names if body and self._lists.orgs.read(text).kind is not Kind.BODY else []

    def _own_place(self, scope: Scope, documents: Iterable[Document]) -> Iterator[str]:
        """沅川市, where the text of 沅川日报 names it in full."""
        stem = self._lists.paper_stem(scope)
        if stem:
            full = re.compile(rf"{stem}[市县旗](?![场域])")
            counts = Counter(
                found for document in documents for text in document.texts for found in full.findall(text)
            )
            yield from counts


class _Making:
    """Makes divisions of names: what lies in what is told by what stands before a name (湖南沅川市)."""

    def __init__(self, lists: Lists, found: dict[Scope, _Found]) -> None:
        self._lists = lists
        self._found = found
        self._votes: defaultdict[str, Counter[str]] = defaultdict(Counter)  # over all papers
        for each in found.values():
            _note_outer(each, lists)
            for name, outer in each.outer.items():
                if not _is_local(name):
                    self._votes[name].update(outer)
        self._made: dict[tuple[str, str | None], Division] = {}
        self._of: dict[Scope, dict[str, Division]] = {}
        for scope in sorted(found):
            made: dict[str, Division] = {}
            for name in sorted(found[scope].names):
                self._division(name, scope, made)
            self._of[scope] = made

    def all(self) -> list[Division]:
        """All divisions that some text names."""
        return [self._made[known] for known in sorted(self._made, key=str)]

    def names(self) -> Iterator[tuple[str, Division]]:
        """The names that hold in any text: full ones, and short ones behind the province (湖南沅川)."""
        for division in self.all():
            if _is_local(division.name):
                continue
            yield division.name, division
            short = short_of(division.name, self._lists.gazetteer)
            parent = self._lists.gazetteer.by_code.get(division.parent or "")
            if short and parent and parent.level == Level.PROVINCE:
                yield parent.name + short, division
                yield (short_name(parent.name) or parent.name) + short, division

    def names_in(self, scope: Scope) -> Iterator[tuple[str, Division]]:
        """The names that hold in the texts of a paper: of districts and towns, and short ones."""
        bearers: defaultdict[str, list[Division]] = defaultdict(list)
        for name, division in self._of[scope].items():
            yield name, division
            short = short_of(name, self._lists.gazetteer)
            if short:
                bearers[short].append(division)
        yield from ((short, found[0]) for short, found in bearers.items() if len(found) == 1)

    def _division(self, name: str, scope: Scope, made: dict[str, Division]) -> Division:
        if name not in made:
            votes = self._found[scope].outer[name] if _is_local(name) else self._votes[name]
            parent = self._parent(votes, scope, made)
            code = parent.code if parent else None
            known = name, code
            if known not in self._made:
                level = _level(name, parent)
                self._made[known] = Division(f"{UNLISTED}{code or ''}{name}", name, level, code)
            made[name] = self._made[known]
        return made[name]

    def _parent(self, votes: Counter[str], scope: Scope, made: dict[str, Division]) -> Division | None:
        ranked = votes.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _PLENTY * ranked[1][1]):
            return None
        outer = ranked[0][0]
        listed = self._lists.gazetteer.by_code.get(outer)
        return listed or self._division(outer, scope, made)


def _is_local(name: str) -> bool:
    """Whether many cities have a part of that name: 江东区, 城关镇."""
    return name[-1] in "区镇乡道"


def _rank(name: str) -> int:
    return {"市": 2, "州": 2, "县": 3, "旗": 3, "区": 3}.get(name[-1], 4)


def _level(name: str, parent: Division | None) -> Level:
    rank = _rank(name)
    if rank == Level.PREFECTURE and parent is not None and parent.level >= Level.PREFECTURE:
        return Level.COUNTY
    return Level(rank)


def _note_outer(found: _Found, lists: Lists) -> None:
    """Count the places that stand right before a name, wherever a mention holds it."""
    spelled = {n: n for n in found.names}
    for name in sorted(found.names):
        short = short_of(name, lists.gazetteer)
        if short:
            spelled.setdefault(short, name)
    lengths = sorted({len(each) for each in spelled}, reverse=True)
    known: dict[str, tuple[tuple[int, str], ...]] = {}
    for document in found.documents:
        texts = {s.number: t for s, t in zip(document.sentences, document.texts, strict=True)}
        for mention in document.mentions:
            if mention.type not in _NAMING:
                continue
            if mention.text not in known:
                known[mention.text] = tuple(_hits(mention.text, spelled, lengths))
            for at, name in known[mention.text]:
                begin = mention.at + at
                before = texts[mention.sentence][max(0, begin - _BEFORE) : begin]
                outer = _outer(before, name, spelled, lists)
                if outer:
                    found.outer[name][outer] += 1


def _hits(text: str, spelled: dict[str, str], lengths: list[int]) -> Iterator[tuple[int, str]]:
    """Where the names stand in a text, and in full which they are; the longest of those at one place."""
    at = 0
    while at < len(text) - 1:
        said = next((text[at : at + n] for n in lengths if text[at : at + n] in spelled), "")
        if said:
            yield at, spelled[said]
        at += len(said) or 1


def _outer(before: str, name: str, spelled: dict[str, str], lists: Lists) -> str | None:
    """The code of the listed division, or the name of the other, that the text before a name ends with."""
    for start in range(len(before) - 1):
        said = before[start:]
        other = spelled.get(said)
        if other and _rank(other) < _rank(name):
            return other
        listed = [d for d in lists.gazetteer.named(said) if d.level < _rank(name)]
        if len(listed) == 1 and (listed[0].level <= Level.PREFECTURE or listed[0].name == said):
            return listed[0].code
    return None
