"""What a sentence says of the offices of the persons that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wenmai.graph.roles import grammar, lexicon
from wenmai.graph.roles.chains import Held, PlaceOf, Seat, chain_at, chain_before, seated
from wenmai.graph.roles.offices import Office, core_of
from wenmai.graph.roles.scene import Name, Scene
from wenmai.graph.values import EntityId, EntityType

_YEARS = r"(?:，?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|后|至今)?，?)?"
_TAKES = (
    "任命为|选举为|选为|推选为|推举为|聘任为|聘为|"
    "当选为?|获选为|担任|出任|兼任|接任|升任|调任|转任|改任|续任|连任|就任|任"
)
# 李四现任…, ，时任…, 2019年起担任…
_VERB = re.compile(
    f"(?:同志)?{_YEARS}，?(?P<how>(?:现|已|正式|再次|连续|全票|成功|继续|同时|依法|被|获|经|新|将|还|并|又|后|曾|曾经|先后|历|时|不再|此前|原|也|他|她){{0,4}})"
    f"(?:{_TAKES}|就是|是|系)(?:了)?"
)
_PAST = ("曾", "先后", "历", "时", "不再", "此前", "原")
_LEFT = re.compile("(?:同志)?(?:已|正式|宣布|主动|近日|日前){0,3}(?:辞去|卸任|离任)(?:了)?")
_NAMED_AS = re.compile("(?:同志)?(?:为|担任|任)")
_NAMES = re.compile("(?:任命|选举|补选|推选|聘任|聘请|选任|推举|增选|选出)(?:了)?\\Z")
_REMOVES = re.compile("(?:免去|罢免|撤销|免除)(?:了)?\\Z")
_REMOVED_FROM = re.compile("(?:同志)?的?(?:原任)?")
_FACTS = (
    "(?:，(?:男|女|[\u4e00-\u9fff]{1,4}族|\\d{4}年\\d*月?\\d*日?(?:出?生)?[^，。；：、]{0,8}|[\u4e00-\u9fff\ue002\ue003]{2,12}人|"
    "(?:中共)?党员|[^，。；：、]{1,8}(?:学历|学位)|博士|硕士|现年?\\d+岁|\\d+岁)){0,8}，(?:现任|时任|现为|现系|系|任)?"
)
_APPOSED = re.compile(_FACTS)
_BRACKET = re.compile("（(?:(?:男|女|左|右|中|前|后|图|左一|右一|中间)，)?(?:现任|时任|原任|系|任)?")
_AUTHOR = re.compile("作者(?:系|为|是|单位：|：)")
_SPEAKS = ("表示", "认为", "建议", "提出", "发言", "介绍", "指出", "强调", "呼吁", "提交", "关心")
_LISTED = ("、", "和", "与", "及")


@dataclass(frozen=True, slots=True)
class Said:
    """A person with a title, or with none where the text only says where the person belongs."""

    person: EntityId
    title: str | None
    seat: Seat
    former: bool = False


def roles_in(scene: Scene, place_of: PlaceOf, *, author: EntityId | None = None) -> list[Said]:
    """All that the sentence says; `author` is who 作者系 speaks of."""
    out: list[Said] = []
    before: dict[int, list[Held]] = {}  # by where the name ends
    for name in scene.at.values():
        if name.type is not EntityType.PERSON:
            continue
        person = name.entity
        held = _before(scene, name, before, place_of)
        before[name.end] = held
        out += [_said(person, each) for each in held]
        out += _behind(scene, name, place_of)
        out += _within(name)
        out += _belongs(scene, name)
    if author is not None and (found := _AUTHOR.search(scene.signs)):
        offices = seated(chain_at(scene, found.end()), before=None, place_of=place_of)
        out += [_said(author, each) for each in offices]
    return out


def _said(person: EntityId, held: Held, *, former: bool = False) -> Said:
    return Said(person, held.office.title, held.seat, former or held.former)


def _colleague(listed: list[Held], office: Office) -> bool:
    """Whether an office behind a comma is the deputy of the one named before: 主任张三，副主任李四."""
    return any(office.core == each.office.title and office.title == "副" + office.core for each in listed)


def _before(scene: Scene, name: Name, known: dict[int, list[Held]], place_of: PlaceOf) -> list[Held]:
    """The offices before a name; those of the name listed before it, where they are shared."""
    offices = _offices_before(scene, name)
    start = offices[0].start if offices else name.at
    joint = scene.signs[start - 1 : start]
    listed = known.get(start - 1, []) if joint in _LISTED or joint == "，" else []
    if joint == "，" and not (offices and _colleague(listed, offices[0])):
        listed = []
    if not offices:
        return listed if all(each.office.shared for each in listed) else []
    lent = next((each.seat for each in reversed(listed) if each.seat != Seat()), None)
    if offices[0].core in lexicon.ACADEMIC or offices[0].core in lexicon.DELEGATES:
        lent = None
    if listed and listed[-1].office.core in lexicon.ACADEMIC | lexicon.DELEGATES:
        lent = None
    return seated(offices, before=lent, place_of=place_of)


def _offices_before(scene: Scene, name: Name) -> list[Office]:
    offices = chain_before(scene, name.at)
    if not offices and scene.signs[name.at - 1 : name.at] == "的":
        of = chain_before(scene, name.at - 1)  # 时任市长的张三, but not 市长的张三
        offices = of if of and of[0].former is not None else []
    return offices


def _behind(scene: Scene, name: Name, place_of: PlaceOf) -> Iterator[Said]:
    """张三任…, 张三辞去…, 任命张三为…, 张三，…董事长， 张三（区委书记）, 张三局长."""
    person, end = name.entity, name.end
    following = grammar.FOLLOWING.match(scene.signs, end)
    if following and _closes(scene, following):
        yield Said(person, following["title"], _seat_before(scene, name, following["title"]))
        return
    for start, former, loose in _openings(scene, name, end):
        offices = chain_at(scene, start)
        if offices and (loose or offices[0].body is not None):
            past = former or scene.signs.startswith("期间", offices[-1].end)
            for held in seated(offices, before=None, place_of=place_of):
                yield _said(person, held, former=past)
            return


def _openings(scene: Scene, name: Name, end: int) -> Iterator[tuple[int, bool, bool]]:
    """Where offices may begin behind a name, whether they are past, and whether they may lack a body."""
    signs = scene.signs
    if found := _VERB.match(signs, end):
        yield found.end(), any(word in found["how"] for word in _PAST), not found[0].endswith(("是", "系"))
    if found := _LEFT.match(signs, end):
        yield found.end(), True, True
    if _NAMES.search(signs, max(0, name.at - 6), name.at) and (found := _NAMED_AS.match(signs, end)):
        yield found.end(), False, True
    if _REMOVES.search(signs, max(0, name.at - 6), name.at) and (found := _REMOVED_FROM.match(signs, end)):
        yield found.end(), True, True
    if signs.startswith("（", end) and (found := _BRACKET.match(signs, end)):
        yield found.end(), "时任" in found[0] or "原任" in found[0], True
    if found := _APPOSED.match(signs, end):
        yield found.end(), found[0].endswith("时任"), found[0].endswith("任")


def _seat_before(scene: Scene, name: Name, title: str) -> Seat:
    """甲大学的张三教授 is of 甲大学; 甲大学张三代表 is not its delegate."""
    found = grammar.OF_BODY.search(scene.signs, max(0, name.at - 60), name.at)
    body = scene.at.get(found.start("body")) if found else None
    return Seat(body.entity) if body and core_of(title) not in lexicon.DELEGATES else Seat()


def _closes(scene: Scene, following: re.Match[str]) -> bool:
    """Whether a word of office behind a name is its title: not 王伟代表公司, not the next person's."""
    title, end = following["title"], following.end()
    rest = scene.signs[end : end + 2]
    if core_of(title) in lexicon.NEEDS_BODY:
        return not rest or rest[0] in "，。；：、（）”说" or rest in _SPEAKS
    return not rest.startswith("\ue004")


def _within(name: Name) -> Iterator[Said]:
    """张局长, where the mention holds the title."""
    title = core_of(name.text)
    if title != name.text and len(name.text) - len(title) in (1, 2):
        rank = name.text[1:] if name.text[1 : -len(title)] == "副" else title
        yield Said(name.entity, rank, Seat())


def _belongs(scene: Scene, name: Name) -> Iterator[Said]:
    """甲队选手张三, 乙公司的李四."""
    begin = max(0, name.at - 60)
    found = grammar.MEMBER.search(scene.signs, begin, name.at)
    of_body = grammar.OF_BODY.search(scene.signs, begin, name.at)
    if of_body and of_body["of"]:
        found = of_body
    body = scene.at.get(found.start("body")) if found else None
    if body:
        yield Said(name.entity, None, Seat(body.entity))
