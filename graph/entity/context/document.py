"""One document: what each of its mentions stands for, by the document alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from wenmai.graph.entity.across.people import Profile
from wenmai.graph.entity.context.bodies import LOOK_BACK, BodySettler, body_node
from wenmai.graph.entity.context.definitions import definitions
from wenmai.graph.entity.context.persons import PersonSettler, profile
from wenmai.graph.entity.context.programmes import ProgrammeSettler
from wenmai.graph.entity.context.relative import PlaceOf, Verdict
from wenmai.graph.entity.context.surroundings import Surroundings
from wenmai.graph.entity.known.gazetteer import Division, Level
from wenmai.graph.entity.reading.forms import Kind, clean
from wenmai.graph.entity.reading.places import PlaceForm
from wenmai.graph.entity.reading.settled import Lists, Node, Settled, how, named
from wenmai.graph.entity.resolution import MentionKey
from wenmai.graph.values import Alias, Document, EntityType, Mention

_PAGE = 0.6  # how sure a relative body's place is by the page's other articles


class DocumentReading:
    """Settles the mentions of one document."""

    def __init__(self, document: Document, lists: Lists, given: Division | None) -> None:
        self.document = document
        self.lists = lists
        self.around = Surroundings(document, lists, given)
        self.profiles: dict[tuple[str, int], Profile] = {}  # by name and article
        self._open: list[tuple[Mention, str]] = []  # relative names that their article leaves open, the level
        self._verdicts: dict[tuple[str, bool], set[Division]] = {}

    def settle(self) -> list[Settled]:
        """Settle every mention, in the order of the page."""
        out: dict[MentionKey, Settled] = {}
        for number in sorted(self.around.mentions):
            for settled in self._article(number):
                out[settled.mention.key] = settled
        for mention, level in self._open:
            out[mention.key] = self._by_page(mention, level)
        self._define(out)
        self._note_people(out)
        return [out[m.key] for m in sorted(self.document.mentions, key=lambda m: (m.start, m.end))]

    def _article(self, number: int) -> Iterator[Settled]:
        place_of = self.around.place_of(number)
        bodies = BodySettler(self.around, number, place_of)
        programmes = ProgrammeSettler()
        persons = PersonSettler(self.around, number)
        said: list[tuple[Mention, Node]] = []
        for mention in self.around.mentions[number]:
            if mention.type is EntityType.ORG:
                settled = bodies.settle(mention) or self._later(
                    mention, self.lists.orgs.read(mention.text).level
                )
                self._remember(mention, settled)
            elif mention.type is EntityType.PLACE:
                settled = self._place(number, mention, place_of, said)
                said.append((mention, settled.node))
            elif mention.type is EntityType.PROGRAM:
                settled = programmes.settle(mention)
            else:
                settled = persons.settle(mention)
            yield settled

    def _remember(self, mention: Mention, settled: Settled) -> None:
        if settled.how.method.startswith("relative") and settled.node.place:
            level = self.lists.orgs.read(mention.text).level
            titled = self.around.officer(mention) is not None
            if not self.around.setting(mention.article).dispatched:
                for seat in (titled, False):
                    self._verdicts.setdefault((level, seat), set()).add(settled.node.place)

    def _note_people(self, out: dict[MentionKey, Settled]) -> None:
        named: defaultdict[int, set[str]] = defaultdict(set)
        for settled in out.values():
            if settled.node.type is EntityType.ORG and not settled.node.flags:
                named[settled.mention.article].add(settled.node.id)
        orgs = {article: frozenset(ids) for article, ids in named.items()}
        for settled in out.values():
            node, mention = settled.node, settled.mention
            if node.type is EntityType.PERSON and mention.type is EntityType.PERSON and not node.flags:
                known = self.profiles.setdefault((node.key, mention.article), Profile())
                known.named = orgs.get(mention.article, frozenset())
                profile(self.around, mention, out, known)

    # Places

    def _place(
        self, number: int, mention: Mention, place_of: PlaceOf, said: list[tuple[Mention, Node]]
    ) -> Settled:
        form = self.lists.places.read(mention.text)
        if form.level:
            verdict = place_of(self.around.spot(mention, form.level, pointing=mention.text.startswith("该")))
            return self._relative(mention, verdict) if verdict else self._later(mention, form.level)
        if form.country:
            node = Node(EntityType.PLACE, form.key, iso=form.country.iso)
            return Settled(
                mention, node, how(mention.text, "same" if mention.text == form.key else "curated")
            )
        if form.readings:
            return self._division(number, mention, form)
        # 龙门铺 is in 龙门县 only where that is near.
        vague = all(d.level == Level.COUNTY and d.name not in mention.text for d in form.within)
        within = self.around.choose(number, form.within, full=False, vague=vague)[0] if form.within else None
        for earlier, node in islice(reversed(said), LOOK_BACK):  # 大梁村 behind 平鲁区井坪镇大梁村
            if node.division is None and node.place and node.key != form.key and node.key.endswith(form.key):
                return Settled(mention, node, how(mention.text, "shortened", earlier.text, 0.9))
        return Settled(mention, Node(EntityType.PLACE, form.key, place=within), how(mention.text, "same"))

    def _division(self, number: int, mention: Mention, form: PlaceForm) -> Settled:
        division, looked = self.around.choose(number, form.readings, full=form.full, vague=form.vague)
        if division is None and (form.vague or len(form.readings) == 1):
            return Settled(mention, named(EntityType.PLACE, form.key), how(mention.text, "same"))
        if division is None:
            return self._apart(mention, "ambiguous")
        known = how(mention.text, "context" if looked else "place", division.code, 0.8 if looked else 1.0)
        return Settled(mention, self._node(division), known)

    def _node(self, division: Division) -> Node:
        return Node(EntityType.PLACE, self.lists.gazetteer.canonical(division), division=division)

    def _relative(self, mention: Mention, verdict: Verdict) -> Settled:
        return Settled(mention, self._node(verdict.division), _relative(mention, verdict))

    # What its article leaves open

    def _later(self, mention: Mention, level: str) -> Settled:
        if level:
            self._open.append((mention, level))
        return self._apart(mention, "unresolved" if level else "ambiguous")

    def _by_page(self, mention: Mention, level: str) -> Settled:
        """The page's other articles decide where their relative bodies agree: those of officers first."""
        closed = level in self.around.setting(mention.article).unknown
        for titled in () if closed else (True, False):
            places = self._verdicts.get((level, titled), set())
            if len(places) == 1 and not self.around.setting(mention.article).dispatched:
                (division,) = places
                verdict = Verdict(division, "page", division.name, _PAGE)
                if mention.type is EntityType.PLACE:
                    return self._relative(mention, verdict)
                form = self.lists.orgs.read(mention.text)
                node = body_node(self.lists.gazetteer, division, form.tail, form.said)
                return Settled(mention, node, _relative(mention, verdict))
            if places:
                break
        return self._apart(mention, "unresolved")

    def _apart(self, mention: Mention, flag: str) -> Settled:
        """An entity of its own, for this paper or source alone, where nothing tells who it is."""
        article = self.around.articles.get(mention.article)
        where = (article.publication if article else None) or self.document.source
        if self.around.paper(mention.article) is not None or flag == "ambiguous":
            where = (
                f"{self.document.source}#a{mention.article}"  # a paper with a place reports on many others
            )
        text = clean(mention.text)
        node = Node(mention.type, f"{text}（{where}）", name=text, flags=(flag,))
        return Settled(mention, node, how(mention.text, "unresolved", confidence=0.0))

    # What it defines itself

    def _define(self, out: dict[MentionKey, Settled]) -> None:
        defined = definitions(self.document, self.around.texts)
        bearers: defaultdict[tuple[EntityType, str], list[Mention]] = defaultdict(list)
        for mention in self.document.mentions if defined else ():
            bearers[mention.type, clean(mention.text)].append(mention)
        for known, full in defined.items():
            for mention in bearers[known]:
                official = (
                    mention.type is EntityType.ORG and self.lists.orgs.read(mention.text).kind is Kind.BODY
                )
                if not official:
                    reason = how(mention.text, "definition", full.text, 0.95)
                    out[mention.key] = Settled(mention, out[full.key].node, reason)


def _relative(mention: Mention, verdict: Verdict) -> Alias:
    return how(mention.text, f"relative:{verdict.method}", verdict.reason, verdict.confidence)
