"""Runs of personal names as by-lines set them: 周 圆 魏弘毅, 张辛欣、张晓洁, 周圆魏弘毅."""

from __future__ import annotations

import re
from typing import NamedTuple

_SINGLE = (
    "闻覃佟阚赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
    "鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭"
    "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
    "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻"
    "莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向"
    "古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾"
    "毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仝佟岳帅苑闫肖付代冼覃凡税么亓佘邸揭丛修岩矫练鹿问"
    "原晋才邝郄植亢初禚战隋展仉候苟银鄢陳張劉楊黃趙吳孫馬羅鄭謝韓馮鄧許蕭蔣葉蘇呂盧鐘譚賈龍萬錢湯賀賴"
    "龔閻顧銳鄒陸韋費嚴聶關婁紀衛鮑華鄔寧齊鄺"
)
_DOUBLE_SURNAMES = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 "
    "皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 "
    "令狐 呼延 歐陽 司馬 東方 諸葛"
)
DOUBLE = frozenset(_DOUBLE_SURNAMES.split())
_SURNAMES = frozenset(_SINGLE)
# Words that begin like a name but never are one.
_COMMON_WORDS = (
    "简讯 快讯 短讯 简报 通稿 "
    "记者 通讯 摄影 报道 编辑 文字 图片 实习 见习 本报 作者 责编 时政 要闻 经济 文化 "
    "国际 国内 社会 教育 健康 体育 关注 高质 全面 全国 全省 全市 双碳 安全 平安 文明 "
    "国家 公司 公安 向前 向新 成果 成就 成效 和谐 和平 平台 时代 时间 时评 强化 强国 "
    "强省 强市 通知 通报 公告 公示 广告 广场 关于 关键 家园 家庭 家乡 富民 富强 农业 "
    "农村 农民 东部 东风 东北 空间 文旅 文艺 解读 解决 应对 应急 满意 能源 能力 能动 "
    "利用 利民 都市 步伐 终身 温暖 温馨 连线 连续 连接 从严 从容 从此 幸福 问题 问答 "
    "问政 展现 展望 战略 战役 修复 练兵 初心 才能 国有 明天 明年 白天 万里 万象 万家 "
    "万亩 千万 金融 金秋 金色 黄河 黄金 马上 成为 成功 高度 高效 高原 水利 水库 水平 "
    "花开 云端 云上 山水 山村 山区 江河 江南 江山 方案 方法 方式 石油 古城 古镇 乐享 "
    "乐园 乐居 计划 路上 车间 车站 管理 管控 项目 包容 单位 左右 经营 经验 经典 常态 "
    "常务 任务 任命 安居 安心 安排 居民 相关 相约 权益 权威 越来 何以 何为 何时 白皮 "
    "红色 红利 丰收 丰富 公开 公共 公益 公园 公路 公平 公交 关爱 关怀 关心"
)
_NO_NAME = frozenset(_COMMON_WORDS.split())
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff"
_FOREIGN = re.compile(rf"[{_HAN}]{{1,8}}(?:[·•・‧．][{_HAN}]{{1,10}}){{1,4}}")
_TOKEN = re.compile(rf"[{_HAN}·•・‧．]+|[A-Za-z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*)*")
_SPLIT_OK = re.compile(rf"[\s、，,;；:：/／&和及\u3000{_HAN}·•・‧．A-Za-z.'’-]*")


class Name(NamedTuple):
    """A name and where it stands; `text` is free of blanks."""

    start: int
    end: int
    text: str


def has_surname(text: str) -> bool:
    """Whether a text begins with a Chinese family name."""
    return text[:1] in _SURNAMES or text[:2] in DOUBLE


def looks_like_name(text: str) -> bool:
    """Whether a text has the form of a Chinese name: family name, one or two characters more."""
    if text[:2] in _NO_NAME:
        return False
    if text[:2] in DOUBLE and 3 <= len(text) <= 4:
        return True
    return 2 <= len(text) <= 3 and text[0] in _SURNAMES


def read_names(raw: str, start: int = 0, end: int | None = None, *, sure: bool) -> list[Name] | None:
    """The names that a stretch consists of; None if it holds anything else.

    `sure` says that the context asks for names (记者 …), so that a rare family name and one
    of another people pass.
    """
    stop = len(raw) if end is None else end
    if _SPLIT_OK.fullmatch(raw, start, stop) is None:
        return None
    tokens = [Name(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(raw, start, stop)]
    names: list[Name] = []
    for token in _join_singles(tokens, raw):
        found = _read_token(token, sure=sure)
        if found is None:
            return None
        names.extend(found)
    return names or None


def _join_singles(tokens: list[Name], raw: str) -> list[Name]:
    """Put letter-spaced names together: 周, 圆 → 周 圆; 王, 小, 明 is one name too."""
    joined: list[Name] = []
    position = 0
    while position < len(tokens):
        here = tokens[position]
        stop = position + 1
        if len(here.text) == 1:
            while stop < len(tokens) and len(tokens[stop].text) == 1 and _near(tokens, stop, raw):
                stop += 1
            single = stop == position + 1
            if single and stop < len(tokens) and len(tokens[stop].text) == 2 and _near(tokens, stop, raw):
                stop += 1
        joined.extend(_cut_singles(tokens[position:stop]))
        position = stop
    return joined


def _near(tokens: list[Name], at: int, raw: str) -> bool:
    """Whether nothing but blanks stands between a token and the one before."""
    return raw[tokens[at - 1].end : tokens[at].start].isspace()


def _cut_singles(run: list[Name]) -> list[Name]:
    """Cut a run of single characters where family names stand: 周 圆 王 力 is two names."""
    if len(run) <= 3:
        return [Name(run[0].start, run[-1].end, "".join(token.text for token in run))]
    text = "".join(token.text for token in run)
    if len(text) != len(run):
        return run
    cuts = _cut(text) or list(range(0, len(text), 2))
    ends = [*cuts[1:], len(text)]
    return [Name(run[a].start, run[b - 1].end, text[a:b]) for a, b in zip(cuts, ends, strict=True)]


def _read_token(token: Name, *, sure: bool) -> list[Name] | None:
    text = token.text
    if looks_like_name(text) or (sure and _FOREIGN.fullmatch(text)):
        return [token]
    if text[0].isascii():
        return [token] if sure and len(text) >= 2 else None
    if sure and len(text) == 3 and text[:2] not in _NO_NAME:
        return [token]
    inner = token.end - token.start == len(text)
    cuts = _cut(text) if len(text) >= 4 and inner else None
    if cuts and sure:  # else 王小明会见李一诚 would be three names
        ends = [*cuts[1:], len(text)]
        return [Name(token.start + a, token.start + b, text[a:b]) for a, b in zip(cuts, ends, strict=True)]
    if sure and len(text) == 4 and text[-1] not in "报道导讯电摄文图":
        return [token]
    return None


def _cut(text: str) -> list[int] | None:
    """Where names begin in a run without blanks; None if it cannot be read so. Longer names first."""
    best: dict[int, list[int] | None] = {len(text): []}
    for at in range(len(text) - 1, -1, -1):
        best[at] = None
        for size in (4, 3, 2):
            rest = best.get(at + size)
            if rest is not None and looks_like_name(text[at : at + size]):
                best[at] = [at, *rest]
                break
    return best[0]
