"""What a mention stands for before people and decisions are looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from wenmai.graph.entity.known.gazetteer import Division, Gazetteer, Level
from wenmai.graph.entity.known.names import NameBook
from wenmai.graph.entity.known.wider import WiderGazetteer
from wenmai.graph.entity.reading.forms import FormReader, OrgForm, clean
from wenmai.graph.entity.reading.places import PlaceForm, PlaceReader
from wenmai.graph.values import Alias, EntityType, Mention

_PRESS = re.compile(
    r"^([\u3400-\u9fff]{2,4}?)(?:市|县|区)?(?:都市报|[日晚晨早午时周]报|新闻网?|融媒体?(?:中心)?|发布|(?:人民)?(?:广播)?(?:电视)?台|广播|在线|报)$"
)


@dataclass(frozen=True, slots=True)
class Node:
    """What mentions stand for; TYPE:key is the id.

    `name` is a name of it that the text gives, its place before it. `place` is where it lies, or whose
    body it is.
    """

    type: EntityType
    key: str
    name: str = ""
    division: Division | None = None
    iso: str | None = None
    place: Division | None = None
    flags: tuple[str, ...] = ()
    id: str = field(init=False, compare=False)  # that its entity bears

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"{self.type}:{self.key}")


@lru_cache(maxsize=1 << 16)
def named(kind: EntityType, key: str, name: str = "") -> Node:
    """What is known by its name alone; the same one for the same name."""
    return Node(kind, key, name)


@lru_cache(maxsize=1 << 16)
def how(text: str, method: str, reason: str = "", confidence: float = 1.0) -> Alias:
    """How a name is known; the same one for the same words."""
    return Alias(text, method, reason, confidence)


@dataclass(frozen=True, slots=True)
class Settled:
    """A mention, what it stands for, and how that is known."""

    mention: Mention
    node: Node
    how: Alias


@dataclass(frozen=True, slots=True)
class Lists:
    """The readers that all documents share."""

    gazetteer: Gazetteer
    names: NameBook
    orgs: FormReader
    places: PlaceReader
    surnames: frozenset[str]
    titles: frozenset[str]
    _programmes: dict[str, tuple[Division, ...]] = field(default_factory=dict)
    _papers: dict[str, Division | None] = field(default_factory=dict)

    @classmethod
    def of(cls, gazetteer: Gazetteer, names: NameBook) -> Lists:
        """Make the readers of a gazetteer and a name book."""
        return cls(
            gazetteer,
            names,
            FormReader(gazetteer, names),
            PlaceReader(gazetteer),
            frozenset(names.surnames),
            frozenset(names.titles),
        )

    def wider(self, gazetteer: WiderGazetteer) -> Lists:
        """The readers with a wider gazetteer; names that it does not matter for are read once for all."""

        def org(surface: str) -> OrgForm | None:
            return None if gazetteer.matters_for(clean(surface)) else self.orgs.read(surface)

        def place(surface: str) -> PlaceForm | None:
            return None if gazetteer.matters_for(clean(surface)) else self.places.read(surface)

        return Lists(
            gazetteer,
            self.names,
            FormReader(gazetteer, self.names, elsewhere=org),
            PlaceReader(gazetteer, elsewhere=place),
            self.surnames,
            self.titles,
        )

    def paper_stem(self, publication: str) -> str | None:
        """What may be the place in the name of a paper that no list has: 沅川 in 沅川日报."""
        found = _PRESS.match(publication)
        if not found or publication in self.names.papers or found.group(1) in self.names.topics:
            return None
        return None if self.gazetteer.run(publication)[0] else found.group(1)

    def programme_places(self, name: str) -> tuple[Division, ...]:
        """The divisions, named in full, that a programme's name begins with."""
        known = self._programmes.get(name)
        if known is None:
            text = clean(name)
            names, end = self.gazetteer.run(text)
            full = tuple(d for d in names[-1] if text[:end].endswith(d.name)) if names else ()
            known = self._programmes[name] = full
        return known

    def paper_place(self, publication: str) -> Division | None:
        """The place of a paper: by the list, else by its name (晋中日报 → 晋中市)."""
        if publication not in self._papers:
            self._papers[publication] = self._paper_place(publication)
        return self._papers[publication]

    def _paper_place(self, publication: str) -> Division | None:
        code = self.names.papers.get(publication)
        if code is not None:
            return self.gazetteer.by_code.get(code)
        names, end = self.gazetteer.run(publication)
        if not names or end == len(publication):
            return None
        top = min(d.level for d in names[-1])
        highest = [d for d in names[-1] if d.level == top]
        return highest[0] if len(highest) == 1 and top <= Level.COUNTY else None
