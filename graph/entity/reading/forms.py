"""What the letters of a name say by themselves: the place in it, the level, the body, the company."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from wenmai.graph.entity.known.gazetteer import Division, Gazetteer
from wenmai.graph.entity.known.names import NameBook

LEVELS = "自治区|自治州|自治县|街道|省|市|县|区|州|旗|盟|镇|乡"
_RELATIVE = re.compile(
    rf"^(?P<pointer>[我本该全]?)({LEVELS})(?!区|域|际|属|值|面|况|貌|舰|袍|郊|井|辖|民(?!政|族|宗|兵|主|进|盟|建|革))(.+)$"
)
_NOT_RELATIVE = re.compile(r"^(市场|市政(?!府|协)|省会|乡村|乡土|乡贤|区块|区间|县域|旗下|旗帜|镇痛)")
_LEAGUE = re.compile(r"^(?:共青)?团([省市县区州旗])委(.*)$")
_PARTY = re.compile(r"^(?:中国共产党|中共)(?=.)")
_STATE_END = re.compile(
    r"(?<!铁路)(委|政府|人大|政协|人大常委会|局|厅|法院|检察院|纪委|监委|总工会|妇联|工商联|科协|文联|残联|侨联|"
    r"委员会|党校|团委|关工委|支队|总队|大队|武装部|军分区|管委会|红十字会|政府办公[室厅]|委办公[室厅])$"
)
_BARE_END = re.compile(r"(局|厅|办|委|办公室|法院|检察院|常委会|支队|大队|管委会|组织部|宣传部|统战部)$")
_PREFIXED = (
    (
        re.compile(
            r"^(?:中国人民政治协商会议|人民政协|政协)(.+?[省市县区州旗])(?:委员会)?(常委会|常务委员会)?$"
        ),
        "政协",
    ),
    (re.compile(r"^(?:中国共产主义青年团|共青团)(.+?[省市县区州旗])委(?:员会)?()$"), "团委"),
    (re.compile(r"^(?:中国共产党|中共)(.+?[省市县区州旗])(?:纪律检查委员会)()$"), "纪委"),
)
_LEGAL = re.compile(r"(?:股份)?有限(?:责任)?公司$|（集团）(?:股份)?有限(?:责任)?公司$|(?<![分子])公司$")
_TERM = re.compile(r"^第?[一二三四五六七八九十]{1,3}届(?=人大|人民代表大会|政协)")  # 市八届人大常委会
_MARKS = str.maketrans(
    {
        "(": "（",
        ")": "）",
        "·": "·",
        "•": "·",
        "・": "·",
        "‧": "·",
        "“": "",
        "”": "",
        '"': "",
        "「": "",
        "」": "",
        "〈": "",
        "〉": "",
        "《": "",
        "》": "",
        "‘": "",
        "’": "",
    }
)


class Kind(StrEnum):
    """How a name says what it names."""

    BODY = "body"  # a known national body
    LOCAL = "local"  # place and body
    RELATIVE = "relative"  # level and body
    BARE = "bare"  # a local body's name without place or level
    COMPANY = "company"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class OrgForm:
    """An organisation's name, read by itself.

    `tail` is what stands behind the place or level, in its usual short form; `said` as it stands there.
    `places` are the readings of the innermost place.
    """

    kind: Kind
    key: str
    places: tuple[Division, ...] = ()
    level: str = ""
    tail: str = ""
    said: str = ""
    pointing: bool = False  # 该县教育局


@lru_cache(maxsize=1 << 18)
def clean(text: str) -> str:
    """One spelling for width, brackets and middle dots; quotation marks and white space dropped."""
    return "".join(unicodedata.normalize("NFKC", text).split()).translate(_MARKS)


class FormReader:
    """Reads organisations' names; each distinct one once."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        names: NameBook,
        *,
        elsewhere: Callable[[str], OrgForm | None] | None = None,
    ) -> None:
        """`elsewhere` reads the names that this gazetteer does not matter for."""
        self.gazetteer = gazetteer
        self._elsewhere = elsewhere
        self.body_of = names.body_of()
        self.local_forms = frozenset(form for body in names.bodies for form in body.local)
        self._short = {full: short for short, fulls in names.forms.items() for full in fulls}
        self._longest = max(map(len, self._short), default=0)
        self.usual = frozenset(names.forms) | frozenset(self._short)
        self._read: dict[str, OrgForm] = {}
        self._bare: dict[str, str] = {}

    def read(self, surface: str) -> OrgForm:
        """Read an organisation's name."""
        form = self._read.get(surface)
        if form is None:
            form = self._elsewhere(surface) if self._elsewhere else None
            form = self._read[surface] = form or self._form(clean(surface))
        return form

    def without_place(self, text: str) -> str:
        """What stands behind the divisions that begin a name."""
        known = self._bare.get(text)
        if known is None:
            known = self._bare[text] = text[self.gazetteer.run(text)[1] :]
        return known

    def tail(self, said: str) -> str:
        """The usual short form of a body's name without its place: 住房和城乡建设局 → 住建局."""
        for end in range(min(len(said), self._longest), 1, -1):
            if said[:end] in self._short:
                rest = said[end:]
                return self._short[said[:end]] + (self.tail(rest) if rest else "")
        if said.startswith("委") and len(said) > 1 and not said.startswith("委员"):
            inner = self.tail(said[1:])
            return "委" + inner
        return said

    def _form(self, text: str) -> OrgForm:
        body = self.body_of.get(text)
        if body and text not in self.local_forms:
            return OrgForm(Kind.BODY, body.name)
        if _LEGAL.search(text) and len(text) > 2:
            return OrgForm(Kind.COMPANY, company_core(text), self._city_of(text))
        return self._prefixed(text) or self._local(text) or self._relative(text) or self._plain(text)

    def _prefixed(self, text: str) -> OrgForm | None:
        for pattern, tail in _PREFIXED:
            found = pattern.match(text)
            if found:
                names, end = self.gazetteer.run(found.group(1))
                if names and end == len(found.group(1)):
                    return self._of_place(text, names[-1], tail + ("常委会" if found.group(2) else ""))
        return None

    def _city_of(self, company: str) -> tuple[Division, ...]:
        names, end = self.gazetteer.run(company)
        return tuple(d for d in names[-1] if company[:end].endswith(d.name)) if names else ()

    def _local(self, text: str) -> OrgForm | None:
        said = _PARTY.sub("", text)
        names, end = self.gazetteer.run(said)
        rest = said[end:]
        if not names:
            return None
        if not rest:  # a zone that the gazetteer lists: 祁县经济开发区
            return OrgForm(Kind.OTHER, said, tuple(d for d in names[-1] if said.endswith(d.name)))
        full = tuple(d for d in names[-1] if said[:end].endswith(d.name))
        if full:
            return self._of_place(text, full, rest)
        if self.is_state(rest):
            return self._of_place(text, names[-1], rest)
        return None

    def is_state(self, rest: str) -> bool:
        """Whether a name without its place is one of a state, party or public body."""
        return rest in self.usual or bool(_STATE_END.search(rest))

    def _of_place(self, text: str, places: tuple[Division, ...], said: str) -> OrgForm:
        said = _TERM.sub("", said)
        tail = self.tail(said)
        return OrgForm(Kind.LOCAL, text, places, "", tail, said)

    def _relative(self, text: str) -> OrgForm | None:
        said = _PARTY.sub("", text)
        league = _LEAGUE.match(said)
        if league:
            rest = "团委" + league.group(2)
            return OrgForm(Kind.RELATIVE, said, level=league.group(1), tail=self.tail(rest), said=rest)
        found = _RELATIVE.match(said)
        if not found or _NOT_RELATIVE.match(said):
            return None
        pointer, level, rest = found.groups()
        if level == "区" and rest.startswith("党委"):
            level = "自治区"
        pointing = pointer == "该"
        rest = _TERM.sub("", rest)
        return OrgForm(Kind.RELATIVE, said, level=level, tail=self.tail(rest), said=rest, pointing=pointing)

    def _plain(self, text: str) -> OrgForm:
        bare = _BARE_END.search(text) and not self.gazetteer.run(text)[0]
        if text in self.local_forms or text in self.usual or bare:
            tail = self.tail(text)
            return OrgForm(Kind.BARE, text, tail=tail, said=text)
        return OrgForm(Kind.OTHER, text)


def company_core(text: str) -> str:
    """A company's name without its legal form: X有限责任公司, X股份有限公司, X公司 → X; X集团 stays."""
    core = text.replace("（集团）", "集团")
    core = _LEGAL.sub("", core)
    return core if len(core) > 1 else text
