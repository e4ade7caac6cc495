"""One document: what each of its mentions stands for, by the document alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wenmai.graph.entity.definitions import definitions
from wenmai.graph.entity.forms import FormReader, Kind, OrgForm, clean
from wenmai.graph.entity.gazetteer import Division, Gazetteer, Level
from wenmai.graph.entity.names import NameBook
from wenmai.graph.entity.places import PlaceForm, PlaceReader, choose
from wenmai.graph.entity.relative import SPEECH, TITLED, Anchor, PlaceOf, Setting, Spot, Verdict
from wenmai.graph.entity.shortening import Shortener, ends_with
from wenmai.graph.values import Alias, Article, Document, EntityType, Mention

_JOINERS = frozenset(("、", "和", "及", "与", "以及", "暨", "联合", "会同", "，"))


@dataclass(frozen=True, slots=True)
class Node:
    """What mentions stand for before people and decisions are looked at; `key` becomes the id."""

    type: EntityType
    key: str
    name: str = ""  # a name of it that the text gives, place and all
    division: Division | None = None
    iso: str | None = None
    place: Division | None = None  # where it lies, or whose it is
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """A mention, what it stands for, and how that is known (None: by the name itself)."""

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

    @classmethod
    def of(cls, gazetteer: Gazetteer, names: NameBook) -> Lists:
        """Make the readers of a gazetteer and a name book."""
        return cls(gazetteer, names, FormReader(gazetteer, names), PlaceReader(gazetteer, gazetteer.features))


class DocumentReading:
    """Settles the mentions of one document."""

    def __init__(self, document: Document, lists: Lists, given: Division | None) -> None:
        self.document = document
        self.lists = lists
        self.gazetteer = lists.gazetteer
        self.given = given
        self.texts = {s.number: t for s, t in zip(document.sentences, document.texts, strict=True)}
        self.paragraph = {s.number: s.paragraph for s in document.sentences}
        self.articles: dict[int, Article] = {a.number: a for a in document.articles}
        self._chosen: dict[tuple[int, tuple[Division, ...], bool], Division | None] = {}

    def settle(self) -> list[Settled]:
        """Settle every mention; those of one article together."""
        by_article: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in sorted(self.document.mentions, key=lambda m: (m.start, m.end)):
            by_article[mention.article].append(mention)
        self._certain = self._certain_places(by_article)
        out: dict[tuple[str, int, int], Settled] = {}
        for number, mentions in sorted(by_article.items()):
            for settled in self._article(number, mentions):
                out[settled.mention.key] = settled
        self._across(out)
        self._defined(out)
        return list(out.values())

    # Places

    def _certain_places(self, by_article: dict[int, list[Mention]]) -> dict[int, list[Division]]:
        """The divisions of each article that need no choice."""
        certain: dict[int, list[Division]] = {}
        for number, mentions in by_article.items():
            readings = (self._readings(m) for m in mentions)
            certain[number] = [r[0] for r in readings if len(r) == 1]
        return certain

    def _readings(self, mention: Mention) -> tuple[Division, ...]:
        if mention.type is EntityType.PLACE:
            form = self.lists.places.read(mention.text)
            return form.readings or form.within
        if mention.type is EntityType.ORG:
            return self.lists.orgs.read(mention.text).places
        if mention.type is EntityType.PROGRAM:
            names, end = self.gazetteer.run(clean(mention.text))
            said = clean(mention.text)[:end]
            return tuple(d for d in names[-1] if said.endswith(d.name)) if names else ()
        return ()

    def _choose(self, article: int, readings: tuple[Division, ...], *, full: bool) -> Division | None:
        if len(readings) == 1:
            return readings[0]
        known = article, readings, full
        if known not in self._chosen:
            self._chosen[known] = self._look(article, readings, full=full)
        return self._chosen[known]

    def _look(self, article: int, readings: tuple[Division, ...], *, full: bool) -> Division | None:
        setting = [d for d in (self._paper(article), self.given) if d]
        page = [d for said in self._certain.values() for d in said]
        scopes = [self._certain.get(article, []), page, setting]
        for said in scopes:
            found = choose(readings, said, gazetteer=self.gazetteer, full=True)
            if found:
                return found
        return choose(readings, (), gazetteer=self.gazetteer, full=full)

    def _paper(self, article: int) -> Division | None:
        name = self.articles[article].publication if article in self.articles else None
        return paper_place(name, self.lists) if name else None

    # Articles

    def _article(self, number: int, mentions: list[Mention]) -> Iterator[Settled]:
        anchors = self._anchors(number, mentions)
        place_of = PlaceOf(self.gazetteer, anchors, self._setting(number, mentions))
        shortener = Shortener(self.lists.orgs, (m.text for m in mentions if m.type is EntityType.ORG))
        self._bodies: list[tuple[Mention, OrgForm, Node]] = []
        before: Settled | None = None
        for mention in mentions:
            if mention.type is EntityType.PLACE:
                settled = self._place(number, mention, place_of)
            elif mention.type is EntityType.ORG:
                settled = self._org(number, mention, place_of, shortener, before)
            else:
                settled = Settled(mention, Node(mention.type, clean(mention.text)), Alias(mention.text, "same"))
            yield settled
            before = settled

    def _anchors(self, number: int, mentions: list[Mention]) -> list[Anchor]:
        out = []
        for i, mention in enumerate(mentions):
            readings = self._readings(mention)
            division = self._choose(number, readings, full=False) if readings else None
            if division is None:
                continue
            text = self.texts[mention.sentence]
            end = mention.at + len(mention.text)
            titled, speaks = self._office(text, end, mentions[i + 1 : i + 4], mention.sentence)
            body = mention.type is EntityType.ORG
            paragraph = self.paragraph[mention.sentence]
            out.append(Anchor(mention.sentence, paragraph, mention.at, end, division, body, titled, speaks))
        return out

    @staticmethod
    def _office(text: str, end: int, following: Iterable[Mention], sentence: int) -> tuple[bool, bool]:
        """Whether an office and a person follow, and then a verb of speech."""
        for mention in following:
            if mention.sentence != sentence:
                break
            if mention.type is EntityType.PERSON:
                titled = bool(TITLED.match(text[end : mention.at]))
                return titled, titled and bool(SPEECH.match(text[mention.at + len(mention.text) :]))
        return False, False

    def _setting(self, number: int, mentions: list[Mention]) -> Setting:
        article = self.articles.get(number)
        if article is None:
            return Setting(given=self.given)
        name = article.publication or ""
        headline = self._named_in(article.headline or "")
        dateline = self._named_in(article.dateline or "")
        paper = self._paper(number)
        return Setting(paper, name, bool(article.agency), headline, dateline, self.given)

    def _named_in(self, text: str) -> tuple[Division, ...]:
        """Divisions named with their class word anywhere in a line, or as all of it."""
        out: list[Division] = []
        at = 0
        text = clean(text)
        while at < len(text):
            names, length = self.gazetteer.run(text[at : at + 24])
            said = text[at : at + length]
            full = [d for d in (names[-1] if names else ()) if said.endswith(d.name) or said == text or len(said) > 1]
            if len(full) == 1:
                out.append(full[0])
            at += max(1, length if full else 1)
        return tuple(out)

    def _place(self, number: int, mention: Mention, place_of: PlaceOf) -> Settled:
        form = self.lists.places.read(mention.text)
        if form.level:
            return self._relative_place(mention, form, place_of)
        if form.country:
            node = Node(EntityType.PLACE, form.key, iso=form.country.iso)
        elif form.readings:
            return self._division(number, mention, form)
        else:
            within = self._choose(number, form.within, full=False) if form.within else None
            node = Node(EntityType.PLACE, form.key, place=within)
        return Settled(mention, node, Alias(mention.text, "curated" if form.country else "same"))

    def _division(self, number: int, mention: Mention, form: PlaceForm) -> Settled:
        division = self._choose(number, form.readings, full=form.full)
        if division is None:
            return Settled(mention, self._open(mention, "ambiguous"), Alias(mention.text, "unresolved", confidence=0.0))
        method = "place" if len(form.readings) == 1 else "context"
        how = Alias(mention.text, method, division.code, 1.0 if method == "place" else 0.8)
        return Settled(mention, self._division_node(division), how)

    def _division_node(self, division: Division) -> Node:
        return Node(EntityType.PLACE, self.gazetteer.canonical(division), division=division)

    def _open(self, mention: Mention, flag: str) -> Node:
        """An entity of its own, for this paper or source alone, where nothing tells who it is."""
        article = self.articles.get(mention.article)
        where = (article.publication if article else None) or self.document.source
        paper = self._paper(mention.article)
        if paper is not None:  # the paper of a province reports on many cities
            where = f"{self.document.source}#a{mention.article}"
        return Node(mention.type, f"{clean(mention.text)}（{where}）", name=clean(mention.text), flags=(flag,))

    def _relative_place(self, mention: Mention, form: PlaceForm, place_of: PlaceOf) -> Settled:
        verdict = place_of(self._spot(mention, form.level), self._lines)
        if verdict is None:
            return Settled(mention, self._open(mention, "unresolved"), Alias(mention.text, "unresolved", confidence=0.0))
        return Settled(mention, self._division_node(verdict.division), _relative_alias(mention, verdict))

    @property
    def _lines(self) -> dict[int, str]:
        return self.texts

    def _spot(self, mention: Mention, level: str) -> Spot:
        text = self.texts[mention.sentence]
        end = mention.at + len(mention.text)
        people = [m for m in self.document.mentions if m.sentence == mention.sentence and m.at >= end]
        titled, _ = self._office(text, end, people, mention.sentence)
        return Spot(mention.sentence, self.paragraph[mention.sentence], mention.at, level, titled)

    # Organisations

    def _org(
        self, number: int, mention: Mention, place_of: PlaceOf, shortener: Shortener, before: Settled | None
    ) -> Settled:
        form = self.lists.orgs.read(mention.text)
        if form.kind is Kind.RELATIVE:
            settled = self._relative(mention, form, place_of)
        elif form.kind is Kind.LOCAL:
            settled = self._local(number, mention, form)
        elif form.kind is Kind.BODY:
            settled = Settled(mention, Node(EntityType.ORG, form.key), Alias(mention.text, "curated"))
        else:
            settled = self._unplaced(mention, form, shortener, before)
        self._bodies.append((mention, form, settled.node))
        return settled

    def _relative(self, mention: Mention, form: OrgForm, place_of: PlaceOf) -> Settled:
        verdict = place_of(self._spot(mention, form.level), self._lines)
        if verdict is None:
            return Settled(mention, self._open(mention, "unresolved"), Alias(mention.text, "unresolved", confidence=0.0))
        return Settled(mention, self._of(verdict.division, form), _relative_alias(mention, verdict))

    def _of(self, division: Division, form: OrgForm) -> Node:
        place = self.gazetteer.canonical(division)
        said = form.said if form.said.startswith(form.tail[:1]) or len(form.said) > len(form.tail) else form.tail
        return Node(EntityType.ORG, place + form.tail, name=place + _party_short(said), place=division)

    def _local(self, number: int, mention: Mention, form: OrgForm) -> Settled:
        division = self._choose(number, form.places, full=False)
        if division is None:
            return Settled(mention, self._open(mention, "ambiguous"), Alias(mention.text, "unresolved", confidence=0.0))
        return Settled(mention, self._of(division, form), Alias(mention.text, "form"))

    def _unplaced(
        self, mention: Mention, form: OrgForm, shortener: Shortener, before: Settled | None
    ) -> Settled:
        if form.kind is Kind.BARE:
            placed = self._coordinated(mention, form, before)
            if placed:
                return placed
        found = self._anaphor(mention)
        if found:
            return Settled(mention, found[1], Alias(mention.text, "shortened", found[0], 0.85))
        full = shortener.full(mention.text)
        if full is not None:
            long = self.lists.orgs.read(full)
            if long.kind in (Kind.OTHER, Kind.COMPANY):
                node = Node(EntityType.ORG, long.key, name=clean(full))
                return Settled(mention, node, Alias(mention.text, "shortened", full, 0.9))
        national = self.lists.orgs.body_of.get(clean(mention.text))
        if national:
            return Settled(mention, Node(EntityType.ORG, national.name), Alias(mention.text, "curated"))
        return Settled(mention, Node(EntityType.ORG, form.key, name=clean(mention.text)), Alias(mention.text, "same"))

    def _coordinated(self, mention: Mention, form: OrgForm, before: Settled | None) -> Settled | None:
        """县自然资源局、住建局: the second is the same county's."""
        if before is None or before.mention.sentence != mention.sentence or before.node.type is not EntityType.ORG:
            return None
        place = before.node.place
        gap = self.texts[mention.sentence][before.mention.at + len(before.mention.text) : mention.at]
        if place is None or gap not in _JOINERS:
            return None
        return Settled(mention, self._of(place, form), Alias(mention.text, "coordinated", before.mention.text, 0.85))

    def _anaphor(self, mention: Mention) -> tuple[str, Node] | None:
        """The nearest body named before in the article whose name ends with this one."""
        short = clean(mention.text)
        for earlier, form, node in reversed(self._bodies):
            if form.kind in (Kind.LOCAL, Kind.RELATIVE):
                if form.tail and self.lists.orgs.tail(short) == form.tail or form.tail.endswith("人大" + short):
                    return earlier.text, node
            elif form.kind in (Kind.OTHER, Kind.COMPANY) and ends_with(form, short) and not node.flags:
                return earlier.text, node
        return None

    # After the articles

    def _across(self, out: dict[tuple[str, int, int], Settled]) -> None:
        """Relative bodies that their own article leaves open follow the page's other articles, if these agree."""

    def _defined(self, out: dict[tuple[str, int, int], Settled]) -> None:
        defined = definitions(self.document, self.texts)
        if not defined:
            return
        for key, settled in out.items():
            mention = settled.mention
            full = defined.get((mention.type, clean(mention.text)))
            if full is not None and full.key in out:
                how = Alias(mention.text, "definition", f"{full.text}（{mention.text}）")
                out[key] = Settled(mention, out[full.key].node, how)


def _relative_alias(mention: Mention, verdict: Verdict) -> Alias:
    return Alias(mention.text, f"relative:{verdict.method}", verdict.reason, verdict.confidence)


def _party_short(said: str) -> str:
    return "委" + said[3:] if said.startswith("委员会") else said


def paper_place(publication: str, lists: Lists) -> Division | None:
    """The place of a paper: by the list, else by its name (晋中日报 → 晋中市)."""
    gazetteer = lists.gazetteer
    code = lists.names.papers.get(publication)
    if code:
        return gazetteer.by_code.get(code)
    names, end = gazetteer.run(publication)
    if not names or end == len(publication):
        return None
    top = min(names[-1], key=lambda d: d.level)
    same = [d for d in names[-1] if d.level == top.level]
    return same[0] if len(same) == 1 and top.level <= Level.COUNTY else None
