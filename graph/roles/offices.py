"""Offices read out of a sentence, backwards from a name or forwards from a verb."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from wenmai.graph.roles import grammar, lexicon
from wenmai.graph.roles.scene import Name, Scene
from wenmai.graph.values import EntityType

_REACH = 100  # a body's name, its unit and its title are shorter
_LENGTHS = tuple(sorted({len(core) for core in lexicon.CORES}, reverse=True))
_HEADS = frozenset("部局处院校会社科所厅省市县区镇乡村州旗盟站行馆队组班")
_EDGE = re.compile("[，。；：！？、“”‘’（）《》兼■●▲\ue004\ue005]")


class Stand(Enum):
    """What a title stands behind."""

    BODY = auto()  # a mention: 市教育局局长
    INNER = auto()  # a unit of a body that is named before: 宣传部部长
    BARE = auto()  # nothing: 、主任
    OTHER = auto()  # a body that is no mention, in a list: 、县公安局局长
    LOOSE = auto()  # other words


@dataclass(frozen=True, slots=True)
class Office:
    """A title with what stands before it; `start` is where the body, the unit or the title begins."""

    start: int
    end: int
    title: str
    stand: Stand
    former: bool | None = None  # None: not said
    body: Name | None = None

    @property
    def core(self) -> str:
        """The head of the title: 副市长 has 市长."""
        return core_of(self.title)

    @property
    def shared(self) -> bool:
        """Whether several persons of one body may have it."""
        plural = self.core in lexicon.DELEGATES | lexicon.ACADEMIC or self.core in (
            "常委",
            "董事",
            "理事",
            "监事",
        )
        return plural or ("副" in self.title and "常务" not in self.title and "执行" not in self.title)


def core_of(title: str) -> str:
    """The longest head that a title ends in."""
    return next((title[-n:] for n in _LENGTHS if title[-n:] in lexicon.CORES), title)


def office_before(scene: Scene, end: int) -> Office | None:
    """The office whose title ends at `end`."""
    signs, begin = scene.signs, max(0, end - _REACH)
    if signs[max(0, end - 1) : end] == "长":
        headed = grammar.HEADED.search(signs, begin, end)
        if headed and (body := scene.by_end.get(end - 1)) and body.text[-1] in _HEADS:
            return _headed(scene, headed.start(), end, body)
    if not any(signs[end - n : end] in lexicon.CORES for n in _LENGTHS if n <= end):
        return None
    for pattern, stand in (
        (grammar.POSTED, Stand.BODY),
        (grammar.WITH_BODY, Stand.BODY),
        (grammar.WITH_PLAIN, Stand.LOOSE),
        (grammar.WITH_INNER, Stand.INNER),
        (grammar.WITH_OTHER, Stand.OTHER),
        (grammar.ALONE, Stand.BARE),
    ):
        found = pattern.search(signs, begin, end)
        if found:
            office = _office(scene, found, stand)
            return _led(scene, office) if office else None
    return None


def office_at(scene: Scene, start: int) -> Office | None:
    """The office that begins at `start` and ends with its phrase."""
    headed = grammar.FORWARD_HEADED.match(scene.signs, start)
    if headed and (body := scene.at.get(start)) and body.text[-1] in _HEADS:
        return _headed(scene, start, headed.end(), body)
    found = grammar.FORWARD.match(scene.signs, start)
    if found:
        return _office(scene, found, Stand.BODY)
    found = grammar.FORWARD_PLAIN.match(scene.signs, start)
    if found is None:
        return None
    inner = found["unit"] is not None and any(found["unit"].endswith(word) for word in lexicon.INNER)
    return _office(scene, found, Stand.INNER if inner else Stand.LOOSE if found["unit"] else Stand.BARE)


def _led(scene: Scene, office: Office) -> Office:
    """Take in the words before the body that say when."""
    lead = grammar.LEAD.search(scene.signs, max(0, office.start - 4), office.start)
    return replace(office, start=lead.start(), former=bool(lead["past"])) if lead else office


def _headed(scene: Scene, start: int, end: int, body: Name) -> Office:
    """外交部 + 长: the title shares a character with the body's name."""
    return Office(start, end, scene.text[end - 2 : end], Stand.BODY, body=body)


def _office(scene: Scene, found: re.Match[str], stand: Stand) -> Office | None:
    title_at, end = found.span("title")
    groups = found.groupdict()
    body = scene.at.get(found.start("body")) if groups.get("body") else None
    title = scene.text[title_at:end]
    if groups.get("unit"):
        title = scene.text[found.start("unit") : found.end("unit")] + title
        if body and body.type is EntityType.PLACE and groups["unit"].startswith("委"):
            title = body.text[-1] + title  # 榆次区 + 委书记
    start = found.start()
    if stand is Stand.BARE and start > 0 and not _EDGE.match(scene.signs[start - 1]):
        stand = Stand.LOOSE
    weak = core_of(title) in lexicon.NEEDS_BODY
    if weak and stand is Stand.LOOSE and not groups.get("unit"):
        return None
    former = True if groups.get("former") else False if groups.get("present") else None
    return Office(start, end, title, stand, former, body)
