"""Persons of one article: full names, surnames with a title, parts of foreign names, their offices."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from wenmai.graph.entity.across.people import Profile
from wenmai.graph.entity.context.surroundings import TITLED, Surroundings
from wenmai.graph.entity.known.gazetteer import Division
from wenmai.graph.entity.reading.forms import clean
from wenmai.graph.entity.reading.settled import Node, Settled, how, named
from wenmai.graph.values import EntityType, Mention, Role

_NATIONAL = re.compile(r"^(?:中共中央|中央|国务院|国家|最高人民|全国)|^[^省市县区]{2,12}(?:部|署|总局)$")
_DELEGATES = frozenset(("全国人民代表大会", "中国人民政治协商会议全国委员会", "中国共产党"))
_ANONYMOUS = re.compile(r"^.(?:某|某某|某某某|×|××)$")
_OTHER = re.compile(r"[与和及同，。；：！？]|^[^、]")  # somebody or something else stands between
_NEAR = 12
_NEXT = re.compile(r"^、[^，。；：、“”]{1,10}$")
_SEATS = frozenset((EntityType.ORG, EntityType.PLACE))


@dataclass(frozen=True, slots=True)
class _Short:
    surname: str
    title: str


class PersonSettler:
    """Settles the persons of one article."""

    def __init__(self, around: Surroundings, article: int) -> None:
        self.around = around
        self.article = article
        self._lists = around.lists
        self.full: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in around.mentions[article]:
            if mention.type is EntityType.PERSON:
                name = clean(mention.text)
                if self._partial(name) is None:
                    self.full[name].append(mention)
        self._parts: defaultdict[str, list[str]] = defaultdict(list)  # of foreign names
        self._by_surname: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(self.full):
            parts = name.split("·")
            for part in sorted({parts[0], parts[-1]} - {name}):
                self._parts[part].append(name)
            for length in (1, 2):
                if len(name) > length:
                    self._by_surname[name[:length]].append(name)

    def settle(self, mention: Mention) -> Settled:
        """Who the person is, by the article alone."""
        name = clean(mention.text)
        if _ANONYMOUS.match(name):
            return self._apart(mention, name)
        short = self._partial(name)
        if short is None:
            full = self._longer(name)
            if full is not None:
                return Settled(
                    mention, named(EntityType.PERSON, full), how(mention.text, "shortened", full, 0.9)
                )
            return Settled(mention, named(EntityType.PERSON, name), how(mention.text, "same"))
        found = self._bearer(short)
        if found is None:
            return self._apart(mention, name)
        return Settled(mention, named(EntityType.PERSON, found), how(mention.text, "title", found, 0.9))

    def _apart(self, mention: Mention, name: str) -> Settled:
        where = f"{mention.source}#a{self.article}"
        node = Node(EntityType.PERSON, f"{name}（{where}）", name=name, flags=("unresolved",))
        return Settled(mention, node, how(mention.text, "unresolved", confidence=0.0))

    def _partial(self, name: str) -> _Short | None:
        """A surname with a title, or with 老 or 小 before it."""
        for length in (1, 2):
            if name[length:] in self._lists.titles and name[:length] in self._lists.surnames:
                return _Short(name[:length], name[length:])
        if len(name) == 2 and name[0] in "老小" and name[1] in self._lists.surnames:
            return _Short(name[1], "")
        return _Short(name, "") if len(name) == 1 else None

    def _bearer(self, short: _Short) -> str | None:
        bearers = self._by_surname.get(short.surname, [])
        if len(bearers) > 1 and short.title:
            bearers = [n for n in bearers if any(self._has_title(m, short.title) for m in self.full[n])]
        return bearers[0] if len(bearers) == 1 else None

    def _has_title(self, mention: Mention, title: str) -> bool:
        text = self.around.texts[mention.sentence]
        end = mention.at + len(mention.text)
        before = text[max(0, mention.at - _NEAR) : mention.at]
        _, held, behind = before.rpartition(title)
        return (bool(held) and not _OTHER.search(behind)) or text[end:].startswith(title)

    def _longer(self, name: str) -> str | None:
        longer = self._parts.get(name, ())
        return longer[0] if len(longer) == 1 else None


def profile(
    around: Surroundings, mention: Mention, settled: dict[tuple[str, int, int], Settled], into: Profile
) -> None:
    """Note what a mention's sentence says of the person: offices before the name, persons beside it."""
    into.paper = into.paper or around.paper(mention.article)
    into.press = into.press or around.press(mention.article)
    if mention.role is Role.BYLINE:
        _note_reporter(around, mention, into)
        return
    for office in _offices(around, mention):
        _note_office(settled[office.key].node, into)
    sentence = around.in_sentence[mention.sentence]
    into.beside.update(
        clean(m.text) for m in sentence if m.type is EntityType.PERSON and m.text != mention.text
    )


def _offices(around: Surroundings, mention: Mention) -> list[Mention]:
    """The bodies and places whose office stands before a name; 局长张海、副局长王伟 share theirs."""
    text = around.texts[mention.sentence]
    out: list[Mention] = []
    begin = mention.at
    for before in reversed([m for m in around.in_sentence[mention.sentence] if m.at < mention.at]):
        end = before.at + len(before.text)
        if before.type is EntityType.PERSON:
            if out or not _NEXT.match(text[end:begin]):
                break
            begin = before.at
        elif before.type in _SEATS:
            if not TITLED.match(text[end:begin]):
                break
            out.append(before)
    return out


def _note_office(node: Node, into: Profile) -> None:
    if node.key in _DELEGATES or node.flags:
        return
    home: Division | None = node.division or node.place
    if home is not None:
        into.homes.add(home)
    if node.type is EntityType.ORG:
        if home is None and _NATIONAL.match(node.key):
            into.national = True
        into.orgs.add(node.id)
        into.org_names[node.id] = node.key


def _note_reporter(around: Surroundings, mention: Mention, into: Profile) -> None:
    article = around.articles.get(mention.article)
    employer = (article.agency or article.publication) if article else None
    if employer:
        into.orgs.add(f"{EntityType.ORG}:{employer}")
        into.org_names[f"{EntityType.ORG}:{employer}"] = employer
