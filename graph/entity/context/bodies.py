"""Organisations of one article: national ones, local ones, relative and shortened names."""

from __future__ import annotations

import re
from itertools import islice

from wenmai.graph.entity.context.relative import PlaceOf, Verdict
from wenmai.graph.entity.context.shortening import Shortener
from wenmai.graph.entity.context.surroundings import Surroundings
from wenmai.graph.entity.known.gazetteer import Division, Gazetteer
from wenmai.graph.entity.reading.forms import Kind, OrgForm, clean
from wenmai.graph.entity.reading.settled import Node, Settled, how, named
from wenmai.graph.values import EntityType, Mention

_JOINED = frozenset(("、", "和", "及", "与", "以及", "暨", "联合", "会同", "，", "携手"))
_POINTER = re.compile(
    r"^(?:该|这家|本|我|此)(公司|企业|集团|医院|学校|银行|协会|研究院|中心|大学|学院|局|厂)$"
)
LOOK_BACK = 200  # names before one that it may point back to
_FIRMS = ("公司", "企业", "集团", "厂")
_TEAM = "队"  # 太原队 is the only team of the city's that the article names
_ZONE = ("管委会", "党工委", "管理委员会")  # of a development zone, which is no division
_PARTY_SEAT = ("自治区", "镇", "乡", "街道")  # their committees are called 党委
_INNER = {  # inner bodies that are named without the one that they belong to
    "人大常委会": re.compile(
        r"^(?:预算|法制|代表|财经|财政经济|内务司法|监察和司法|教科文卫|城建环保|环资|农工|农业农村|社会建设|人事代表)(?:工作)?(?:委员会|委|工委)$"
    ),
}


class BodySettler:
    """Settles the organisations of one article in their order."""

    def __init__(self, around: Surroundings, article: int, place_of: PlaceOf) -> None:
        self.around = around
        self.article = article
        self.place_of = place_of
        self.orgs = around.lists.orgs
        self.before: list[tuple[Mention, OrgForm, Node]] = []
        names = {m.text for m in around.mentions[article] if m.type is EntityType.ORG}
        self.shortener = Shortener(self.orgs, names)

    def settle(self, mention: Mention) -> Settled | None:
        """Who the organisation is; None where its name is relative and nothing tells."""
        form = self.orgs.read(mention.text)
        settled = self._settle(mention, form)
        if settled is not None:
            self.before.append((mention, form, settled.node))
        return settled

    def _settle(self, mention: Mention, form: OrgForm) -> Settled | None:
        if form.kind is Kind.BODY:
            return self._known(mention, form.key)
        if form.kind is Kind.RELATIVE:
            if form.level == "区" and form.tail.startswith(_ZONE):
                return None
            verdict = self.place_of(self.around.spot(mention, form.level, pointing=form.pointing))
            return self.relative(mention, form, verdict) if verdict else None
        return self._local(mention, form) if form.kind is Kind.LOCAL else self._unplaced(mention, form)

    def _local(self, mention: Mention, form: OrgForm) -> Settled | None:
        division, looked = self.around.choose(self.article, form.places, full=False)
        if division is not None:
            known = how(mention.text, "context" if looked else "form", confidence=0.8 if looked else 1.0)
            return Settled(mention, self.of_place(division, form), known)
        if len(form.places) > 1:
            return None
        return Settled(mention, named(EntityType.ORG, form.key), how(mention.text, "same"))

    def relative(self, mention: Mention, form: OrgForm, verdict: Verdict) -> Settled:
        """A relative body whose place is known."""
        known = how(mention.text, f"relative:{verdict.method}", verdict.reason, verdict.confidence)
        return Settled(mention, self.of_place(verdict.division, form), known)

    def of_place(self, division: Division, form: OrgForm) -> Node:
        """The body of a place that a name without its place speaks of."""
        return body_node(self.around.lists.gazetteer, division, form.tail, form.said)

    def _known(self, mention: Mention, name: str) -> Settled:
        method = "same" if clean(mention.text) == name else "curated"
        return Settled(mention, named(EntityType.ORG, name), how(mention.text, method))

    def _unplaced(self, mention: Mention, form: OrgForm) -> Settled:
        text = clean(mention.text)
        settled = self._coordinated(mention, form) if form.kind is Kind.BARE else None
        settled = settled or self._inner(mention, text) or self._last_part(mention, text)
        if settled:
            return settled
        if text in self.orgs.body_of:
            return self._known(mention, self.orgs.body_of[text].name)
        full = self.shortener.full(mention.text)
        long = self.orgs.read(full) if full is not None else form
        if full is not None and long.kind in (Kind.OTHER, Kind.COMPANY):
            return Settled(mention, self._own(clean(full), long), how(mention.text, "shortened", full, 0.9))
        if full is not None and long.kind is Kind.LOCAL and full.endswith(_TEAM):
            division, _ = self.around.choose(self.article, long.places, full=False)
            if division is not None:
                team = self.of_place(division, long)
                return Settled(mention, team, how(mention.text, "shortened", full, 0.9))
        return Settled(mention, self._own(text, form), how(mention.text, "same"))

    def _own(self, text: str, form: OrgForm) -> Node:
        if form.kind is not Kind.OTHER or not form.places:
            return named(EntityType.ORG, form.key, text)
        place, _ = self.around.choose(self.article, form.places, full=False)
        return Node(EntityType.ORG, form.key, name=text, place=place)

    def _coordinated(self, mention: Mention, form: OrgForm) -> Settled | None:
        """县自然资源局、住建局: the second is the same county's."""
        if not self.before:
            return None
        last, _, node = self.before[-1]
        if last.sentence != mention.sentence or node.place is None:
            return None
        gap = self.around.texts[mention.sentence][last.at + len(last.text) : mention.at]
        if gap not in _JOINED:
            return None
        known = how(mention.text, "coordinated", last.text, 0.85)
        return Settled(mention, self.of_place(node.place, form), known)

    def _inner(self, mention: Mention, text: str) -> Settled | None:
        """预算工作委员会 is the one of the only 人大常委会 that the article has named."""
        for tail, pattern in _INNER.items():
            if pattern.match(text):
                owners = {n.place: f for _, f, n in self.before[-LOOK_BACK:] if f.tail == tail and n.place}
                if len(owners) == 1:
                    (place,) = owners
                    said = tail + text
                    node = body_node(self.around.lists.gazetteer, place, self.orgs.tail(said), said)
                    return Settled(mention, node, how(mention.text, "inner", tail, 0.85))
        return None

    def _last_part(self, mention: Mention, text: str) -> Settled | None:
        """The nearest body named before whose name ends with this one, or that 该公司 points to."""
        pointer = _POINTER.match(text)
        wanted = pointer.group(1) if pointer else text
        if len(wanted) < 2 or (len(wanted) == 2 and not pointer):
            return None
        bare = self.orgs.tail(wanted)
        for earlier, form, node in islice(reversed(self.before), LOOK_BACK):
            name = clean(earlier.text)
            if form.kind in (Kind.LOCAL, Kind.RELATIVE):
                found = form.tail == bare or form.tail in ("人大" + bare, "政协" + bare)
            elif pointer and wanted in _FIRMS:
                found = form.kind is Kind.COMPANY or name.endswith(_FIRMS)
            else:
                found = len(name) > len(wanted) and name.endswith(wanted) and not self._is_full(wanted)
            if found:
                return Settled(mention, node, how(mention.text, "anaphor", earlier.text, 0.85))
        return None

    def _is_full(self, text: str) -> bool:
        """Whether a name is complete by itself: 农业银行 is curated, 太原市第五中学 has its place."""
        return text in self.orgs.body_of or bool(self.around.lists.gazetteer.run(text)[0])


def body_node(gazetteer: Gazetteer, division: Division, tail: str, said: str) -> Node:
    """The body of a place; its key is the usual short form, its name the form that the text gives."""
    place = gazetteer.canonical(division)
    if place.endswith("地区") and tail.startswith("地委"):
        place = place.removesuffix("地区")
    if tail.startswith("委") and place.endswith(_PARTY_SEAT):
        tail = "党" + tail
    if said.startswith(("委员会", "委")) and tail.startswith("党"):
        said = "党" + said
    said = said.replace("党委员会", "党委", 1) if said.startswith("党委员会") else said
    said = "委" + said[3:] if said.startswith("委员会") else said
    return Node(EntityType.ORG, place + tail, place + said, place=division)
