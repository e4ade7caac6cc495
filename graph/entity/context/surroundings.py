"""What surrounds the mentions of a document: the places that it names, its papers, who speaks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from wenmai.graph.entity.context.relative import Anchor, PlaceOf, Setting, Spot, fits
from wenmai.graph.entity.known.gazetteer import Division, Level
from wenmai.graph.entity.reading.forms import clean
from wenmai.graph.entity.reading.places import by_rank, choose
from wenmai.graph.entity.reading.settled import Lists
from wenmai.graph.values import Article, Document, EntityType, Mention, Role

_OFFICE = (
    "书记|主任|市长|省长|县长|区长|局长|厅长|部长|主席|院长|检察长|旗长|州长|镇长|乡长|常委|委员|秘书长|负责人|处长|科长|行长|"
    "董事长|总经理|校长|会长|理事长|代表|司长|署长|所长|队长|干部|专员|盟长|站长|支队长|总队长|负责同志|工作人员|发言人|记者|"
    "教授|研究员|院士|医生|教师|总裁|总工程师|馆长|社长|台长|组长|厂长|支书|总理|总统|首相|大使|巡视员|调研员|政委|司令员|镇党委书记"
)
TITLED = re.compile(rf"^(?:[^，。；！？“”]{{0,18}}?(?:{_OFFICE}))+[、]?$")
SPEECH = re.compile(
    r"^[^。！？“]{0,8}?(?:说|表示|介绍|告诉|指出|强调|认为|坦言|称|谈到|透露|建议|讲道|提出|直言|感慨|回忆|解释|算了一笔账)"
)
_VISIT = re.compile(
    r"(?:赴|到|前往|奔赴|抵达|来到|走进|访问|考察|对接|飞往|率团|率队|与|同|向|学习|援助|支援|帮扶|赶赴|在)$"
)
_GUESTS = re.compile(
    r"^[^，。；！？]{0,24}?(?:代表团|考察团|考察组|一行|来访|客商|来[我本][省市县区]|到[我本][省市县区]|莅)"
)
_PLAIN_WORDS = frozenset(
    ("城区", "郊区", "矿区", "新区", "新城区", "老城区", "市中区", "城中区", "城关区", "开发区", "新市区")
)
_PROVINCES = frozenset(("省", "自治区"))
_CITIES = frozenset(("市", "州", "自治州", "盟"))
_LEVELS = _PROVINCES | _CITIES | {"县", "区", "旗", "自治县"}
_RUN_WINDOW = 20
_CLASS_END = re.compile(r"[省市县区旗州盟]")
_LONGEST = 12


class Surroundings:
    """Looks around in one document; all that it finds is by article."""

    def __init__(self, document: Document, lists: Lists, given: Division | None) -> None:
        self.document = document
        self.lists = lists
        self.given = given
        self.texts = {s.number: t for s, t in zip(document.sentences, document.texts, strict=True)}
        self.paragraph = {s.number: s.paragraph for s in document.sentences}
        self.articles: dict[int, Article] = {a.number: a for a in document.articles}
        self.mentions: defaultdict[int, list[Mention]] = defaultdict(list)
        self.in_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in sorted(document.mentions, key=lambda m: (m.start, m.end)):
            self.mentions[mention.article].append(mention)
            self.in_sentence[mention.sentence].append(mention)
        self._scanned: defaultdict[int, Counter[Division]] | None = None
        self._certain: defaultdict[int, Counter[Division]] = defaultdict(Counter)
        self._vague: defaultdict[int, Counter[Division]] = defaultdict(Counter)
        self._note_unambiguous()
        self._settings: dict[int, Setting] = {}
        self._chosen: dict[tuple[int, tuple[Division, ...], bool], Division | None] = {}

    # Which of several divisions

    def readings(self, mention: Mention) -> tuple[Division, ...]:
        """The divisions that a mention's name may speak of."""
        if mention.type is EntityType.ORG:
            return self.lists.orgs.read(mention.text).places
        if mention.type is EntityType.PLACE:
            form = self.lists.places.read(mention.text)
            return form.readings or tuple(d for d in form.within if d.level <= Level.PREFECTURE or form.full)
        return self.lists.programme_places(mention.text) if mention.type is EntityType.PROGRAM else ()

    def _note_unambiguous(self) -> None:
        for mention in self.document.mentions:
            readings = self.readings(mention)
            if len(readings) == 1 and mention.role is not Role.BYLINE:
                said = self._vague if self.is_vague(mention) else self._certain
                said[mention.article][readings[0]] += 1

    def is_vague(self, mention: Mention) -> bool:
        """Whether the name needs its surroundings to be taken for a county at all: 古城."""
        return mention.type is EntityType.PLACE and self.lists.places.read(mention.text).vague

    def choose(
        self, article: int, readings: tuple[Division, ...], *, full: bool, vague: bool = False
    ) -> tuple[Division | None, bool]:
        """The reading meant in an article, and whether that took a look around.

        The article's other places decide, then the page's, then the paper's; then rank, for a name without
        its class word. A vague name needs the province to be named, or a neighbour.
        """
        if vague:
            near = tuple(d for d in readings if self._is_near(article, d))
            return (near[0] if len(near) == 1 else None), True
        if len(readings) == 1:
            return (None, True) if self._is_strange(article, readings[0]) else (readings[0], False)
        known = article, readings, full
        if known not in self._chosen:
            self._chosen[known] = self._look(article, readings)
        found = self._chosen[known]
        if found is None and not full and readings:
            return by_rank(readings), True
        return found, True

    def _is_strange(self, article: int, division: Division) -> bool:
        """Whether a town bears its name by chance: another one of a city that no list has.

        So it is in the paper of such a city, where nothing else speaks for the listed one.
        """
        if division.level != Level.TOWNSHIP or not division.listed:
            return False
        paper = self.paper(article)
        if self.setting(article).unknown or (paper is not None and not paper.listed):
            return not self._is_near(article, division)
        return False

    def _is_near(self, article: int, division: Division) -> bool:
        gazetteer = self.lists.gazetteer
        frame = [d for d in (*self._headline(article), self.paper(article), self.given) if d]
        sure = [d for d in (*self._certain[article], *frame) if d is not division]
        if any(gazetteer.shared(division, d) for d in sure):
            return True
        city = gazetteer.at(division, Level.PREFECTURE)
        others = (d for d in self._vague[article] if d != division)
        return city is not None and any(gazetteer.at(d, Level.PREFECTURE) == city for d in others)

    def _look(self, article: int, readings: tuple[Division, ...]) -> Division | None:
        page: Counter[Division] = Counter()
        for said in self._certain.values():
            page.update(said.keys())
        paper = self.paper(article)
        around = [d for d in (*self._headline(article), paper, self.given) if d]
        for scope in (self._certain[article], Counter(around), page):
            found = choose(readings, scope, gazetteer=self.lists.gazetteer)
            if found:
                return found
        return None

    # The article's setting

    def paper(self, article: int) -> Division | None:
        """The place of the paper that an article stands in."""
        name = self.articles[article].publication if article in self.articles else None
        return self.lists.paper_place(name) if name else None

    def press(self, article: int) -> str:
        """The name of the local paper that an article stands in, else nothing."""
        name = (self.articles[article].publication if article in self.articles else None) or ""
        return name if self.paper(article) is not None or self.lists.paper_stem(name) else ""

    def _headline(self, article: int) -> tuple[Division, ...]:
        return self.setting(article).headline

    def setting(self, article: int) -> Setting:
        """What the article's frame tells."""
        if article not in self._settings:
            self._settings[article] = self._frame(article)
        return self._settings[article]

    def _frame(self, article: int) -> Setting:
        known = self.articles.get(article)
        if known is None:
            return Setting(given=self.given)
        dispatched = bool(known.agency) and known.agency != known.publication
        dateline = self._named_in(known.dateline or "")
        if dispatched:  # agencies sign from Beijing what happened elsewhere
            dateline = tuple(d for d in dateline if d.name != "北京市")
        paper = self.paper(article)
        headline = self._named_in(known.headline or "")
        unknown = frozenset() if dispatched else self._unknown(known.publication or "", paper)
        return Setting(paper, known.publication or "", dispatched, headline, dateline, self.given, unknown)

    def _unknown(self, publication: str, paper: Division | None) -> frozenset[str]:
        """The levels at which a local paper has a place that no list and no text tells."""
        if paper is None:
            return _LEVELS if self.lists.paper_stem(publication) else frozenset()
        if paper.listed:
            return frozenset()
        chain = self.lists.gazetteer.chain(paper)
        above = _PROVINCES if paper.level == Level.PREFECTURE else _PROVINCES | _CITIES
        return above - {word for word in above for division in chain if fits(word, division)}

    def _named_in(self, line: str) -> tuple[Division, ...]:
        """The divisions that a line names, in full or, from prefectures up, without the class word."""
        out: list[Division] = []
        text, at = clean(line), 0
        while at < len(text):
            names, length = self.lists.gazetteer.run(text[at : at + _RUN_WINDOW])
            said = text[at : at + length]
            sure = [
                d
                for d in (names[-1] if names else ())
                if said.endswith(d.name) or d.level <= Level.PREFECTURE
            ]
            if len(sure) == 1 and sure[0].name not in _PLAIN_WORDS:
                out.append(sure[0])
            at += length if sure else 1
        return tuple(out)

    def scan(self, article: int) -> Counter[Division]:
        """The divisions that the bare text of an article names in full, no mention needed."""
        if self._scanned is None:
            self._scanned = defaultdict(Counter)
            for sentence in self.document.sentences:
                self._scanned[sentence.article].update(self._full_names(self.texts[sentence.number]))
        return self._scanned[article]

    def _full_names(self, text: str) -> Iterable[Division]:
        for end in (m.end() for m in _CLASS_END.finditer(text)):
            for start in range(max(0, end - _LONGEST), end - 1):
                name = text[start:end]
                readings = [d for d in self.lists.gazetteer.named(name) if d.name == name]
                if readings:
                    across = text[max(0, start - 1) : start + 1]  # 上海城市, 沿海城市 hold no 海城市
                    cut = across == "沿海" or (start and self.lists.gazetteer.named(across))
                    if len(readings) == 1 and name not in _PLAIN_WORDS and not cut:
                        yield readings[0]
                    break

    # Where places and offices stand

    def place_of(self, article: int) -> PlaceOf:
        """What tells the place of the article's relative bodies."""
        return PlaceOf(
            self.lists.gazetteer,
            self._anchors(article),
            self.setting(article),
            texts=self.texts,
            scan=lambda: self.scan(article),
        )

    def _anchors(self, article: int) -> list[Anchor]:
        out = []
        for mention in self.mentions[article]:
            readings = self.readings(mention) if mention.role is not Role.BYLINE else ()
            vague = self.is_vague(mention)
            division = self.choose(article, readings, full=False, vague=vague)[0] if readings else None
            if division is not None:
                out.append(self._anchor(mention, division))
        return out

    def _anchor(self, mention: Mention, division: Division) -> Anchor:
        text = self.texts[mention.sentence]
        end = mention.at + len(mention.text)
        person = self.officer(mention)
        speaks = person is not None and bool(SPEECH.match(text[person.at + len(person.text) :]))
        return Anchor(
            mention.sentence,
            self.paragraph[mention.sentence],
            mention.at,
            end,
            division,
            body=mention.type is EntityType.ORG,
            speaks=speaks,
            guest=self._is_guest(mention, text),
        )

    def _is_guest(self, mention: Mention, text: str) -> bool:
        """Whether guests come from the place, or a relative body named before acts there or with it."""
        if mention.type is not EntityType.PLACE:
            return False
        if _GUESTS.match(text[mention.at + len(mention.text) :]):
            return True
        return bool(_VISIT.search(text[: mention.at])) and any(
            self._is_relative(m) for m in self.in_sentence[mention.sentence] if m.at < mention.at
        )

    def _is_relative(self, mention: Mention) -> bool:
        if mention.type is EntityType.ORG:
            return bool(self.lists.orgs.read(mention.text).level)
        return mention.type is EntityType.PLACE and bool(self.lists.places.read(mention.text).level)

    def officer(self, mention: Mention) -> Mention | None:
        """The person whose office stands between the mention and the name: 区教育局局长→王伟."""
        text = self.texts[mention.sentence]
        end = mention.at + len(mention.text)
        for later in self.in_sentence[mention.sentence]:
            if later.at >= end and later.type is EntityType.PERSON:
                return later if TITLED.match(text[end : later.at]) else None
        return None

    def spot(self, mention: Mention, level: str, *, pointing: bool = False) -> Spot:
        """Where a relative name stands."""
        titled = self.officer(mention) is not None
        return Spot(mention.sentence, self.paragraph[mention.sentence], mention.at, level, titled, pointing)
