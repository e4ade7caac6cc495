"""Which organisation runs or issued which programme, where a sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wenmai.graph.roles import grammar
from wenmai.graph.roles.grammar import ORG, PLACE, PROGRAMME
from wenmai.graph.roles.lexicon import words
from wenmai.graph.roles.scene import Name, Scene
from wenmai.graph.roles.values import Tie
from wenmai.graph.values import EntityId, EntityType

_RUNS = words(
    """
    实施 开展 启动 推进 组织 举办 推行 推出 承办 主办 牵头 开办 推广 打造 承担 发起 创办 建设 施行 运营 部署
    组织实施 组织开展 部署开展 部署实施 全面实施 启动实施 组织推进 加快推进 深入推进 统筹推进
    """
)
_ISSUED = words(
    """
    印发 发布 出台 制定 制订 颁布 公布 下发 修订 编制 起草 编印 制定出台 制定印发 印发实施 审议通过 修订发布
    """
)
_KIND = dict.fromkeys(_RUNS, Tie.RUNS) | dict.fromkeys(_ISSUED, Tie.ISSUED)

_ASIDE = "(?:（[^（）]{0,30}）)?"
_LINK = f"{_ASIDE}(?:、|和|与|及|以及|联合|会同|携手)"
_PARTNER = "(?:(?:联合|会同|携手)[\u4e00-\u9fff\ue002\ue003]{2,20}?)?"
_BODIES = f"(?P<bodies>{ORG}(?:{_LINK}{ORG})*)(?:（[^（）]{{0,30}}）)?"
_MANY = (
    "(?:等(?:[0-9一二三四五六七八九十多余数几]*个?(?:国家|省级?|市级?|中央)?"
    "(?:部门|单位|家单位|部委|机构|企业|家|地)?)?)?"
)
_TIME = (
    r"近日|日前|最近|当日|当天|昨日|昨天|今天|(?:今|明|后|去|前)年(?:起|以来)?|近年来|目前|此前|不久前|随后|上午|下午|自?\d{2,4}年(?:起|以来|初|底|末|来)?|"
    r"于?\d{1,2}月(?:\d{1,2}日至(?:\d{1,2}月)?\d{1,2}日|份|初|底|中旬|上旬|下旬|起)?|\d{1,2}日(?:起|上午|下午)?|连续\d+年|从\d{4}年(?:起|开始)|今年以来|一年来|以来|日"
)
_MANNER = (
    "已|将|正|正在|还|又|也|再次|再|率先|首次|共同|联合|正式|全面|深入|积极|扎实|持续|大力|牵头|主动|先后|陆续|分别|全力|稳步|有序|加快|统筹|"
    "继续|认真|着力|集中|精心|创新|加大|同步|一体化|专门|切实|专题|启动|组织|部署|研究|高标准|高质量|高位|明确|宣布|决定|坚持|深化|具体|"
    "计划|聚力|加力|全国|全省|全市|全县|全区|在全国|在全省|在全市|在全县|在全区|在辖区内?|"
    f"(?:在|于){PLACE}"
)
_ADVERBS = f"(?:{_TIME}|{_MANNER}|，(?={_TIME})){{0,8}}"
_VERB = f"(?P<verb>{grammar.one_of(_KIND)})"
_QUALIFIED = (
    r"(?:了|的|并实施|实施|开展|《|“|新一轮|新版|首个|首批|\d{4}年度?|第[0-9一二三四五六七八九十]+[届期批次轮]|全国|全省|全市|全县|全区|本地区|"
    + PLACE
    + "){0,4}"
)
_LIST = f"(?P<programmes>{PROGRAMME}(?:[》”]?[、和及与]?[《“]?{PROGRAMME}){{0,5}})"

_ACTIVE = re.compile(f"{_BODIES}{_MANY}{_PARTNER}{_ADVERBS}{_VERB}{_QUALIFIED}{_LIST}")
_STATED = re.compile(
    f"{_BODIES}{_MANY}{_PARTNER}{_ADVERBS}(?:明确|宣布|决定|表示|提出|印发通知|下发通知|发布通知)，{_ADVERBS}{_VERB}{_QUALIFIED}{_LIST}"
)
_PASSIVE = re.compile(
    f"{_LIST}[》”]?{_ADVERBS}，?由{_BODIES}{_MANY}{_PARTNER}{_ADVERBS}{_VERB}(?!的{PROGRAMME})"
)
_FORBIDDEN = re.compile(
    "(?:对|向|给|帮助|支持|督促|要求|指导|鼓励|引导|推动|协助|配合|助力|建议|呼吁|希望|敦促|请|让|在|于|未|如果|若|参加|参与|批准|同意|监督|的)\\Z"
)

_BRACKETS = re.compile("（[^（）]*）")
_REACH = 40
_WISHED = re.compile("(?:建议|呼吁|提议|希望|倡议|期待|能否|可否|应当?|如果|假如)[^。！？]{0,30}\\Z")


@dataclass(frozen=True, slots=True)
class Tied:
    """An organisation, a programme and what the one does with the other."""

    organisation: EntityId
    programme: EntityId
    tie: Tie


def ties_in(scene: Scene) -> Iterator[Tied]:
    """All that the sentence says of who runs or issued what."""
    for pattern in (_ACTIVE, _STATED, _PASSIVE):
        for found in pattern.finditer(scene.signs):
            if _FORBIDDEN.search(scene.signs, max(0, found.start() - 4), found.start()):
                continue
            if _WISHED.search(scene.signs, max(0, found.start() - _REACH), found.start()):
                continue
            tie = _KIND[found["verb"]]
            for body in _names(scene, *found.span("bodies"), EntityType.ORG):
                for programme in _names(scene, *found.span("programmes"), EntityType.PROGRAM):
                    yield Tied(body.entity, programme.entity, tie)


def _names(scene: Scene, start: int, end: int, kind: EntityType) -> list[Name]:
    asides = [aside.span() for aside in _BRACKETS.finditer(scene.signs, start, end)]
    inside = {at for span in asides for at in range(*span)}
    found = (scene.at.get(at) for at in range(start, end) if at not in inside)
    return [name for name in found if name is not None and name.type is kind]
