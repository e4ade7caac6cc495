"""Names that say by their class word that they are divisions': 沅川市, 青石县, though no list has them."""

from __future__ import annotations

import re

from wenmai.graph.entity.known.gazetteer import PEOPLES, Gazetteer, Level, short_name

_NAME = re.compile(
    rf"(?P<stem>[\u3400-\u9fff]{{2,5}}?)(?P<kind>(?:{PEOPLES})*自治[州县旗]|街道"
    r"|市(?![场价值容盈井售情]|政(?!府|协)|民(?!政|族|宗|兵))|县(?![域城])|区(?![域块间别位])|旗(?![下帜舰])"
    r"|镇(?![痛压区])|乡(?![村镇土亲愁间]))"
)
_NO_STEM = re.compile(
    r"^(?:[一二三四五六七八九十百两几数][年个大届座省地类级]|中共|共青|政协|民[盟建进]|农工|致公|九三|台盟|自治|直辖|特别|行政|我国|全国|国家|中国|中央|地方|各|每|该|本|我|全|某|其|这|那|哪)"
    r"|[省市县区州旗和与及等、级辖的在]"
)
_NO_END = {  # common words that end like a division: 城市, 社区, 小镇
    "市": "城都超门夜股楼房菜集早花鱼车上开停全本退入应商旺牛熊后互该",
    "县": "困强大小弱邻属农",
    "区": "景社山园库护发范新验税贸能务校院厂矿林灾牧地片小特战军郊城商湾街产游假业宅心开农技示术合"
    "工流电金生养居运行政殖果药畜棉茶展销馆带线期改资动情灌济老理保洪陵",
    "旗": "红国锦彩战会队军党团校义降升护",
    "镇": "小古重城集老名强村特",
    "乡": "家故水他侨老城下返还回离异",
    "道": "",
}
_RANK = {"市": 2, "州": 2, "县": 3, "旗": 3, "区": 3, "镇": 4, "乡": 4, "道": 4}


def divisions_named(text: str, gazetteer: Gazetteer, *, strange: bool = False) -> tuple[list[str], int]:
    """The unlisted divisions that begin a name, the outer first, and how far they reach.

    Listed ones may stand before: 湖南省沅川市青石县 gives [沅川市, 青石县]. What a list has elsewhere counts
    for a division of the unlisted one only behind that; 浙江宁波市周王庙镇 has a wrong city. `strange`: in
    the paper of an unlisted place, where 白沙县 need not be the usual name of 白沙黎族自治县.
    """
    listed, end = gazetteer.run(text)
    rank = max((d.level for d in listed[-1]), default=0) if listed else 0
    names: list[str] = []
    if strange and len(listed) == 1 and text[end - 1] in "县州旗" and listed[0][0].name != text[:end]:
        names.append(text[:end])
    while found := _NAME.match(text, end):
        name, stem = found.group(), found.group("stem")
        own = _RANK[name[-1]]
        if own <= rank or _NO_STEM.search(stem) or stem[-1] in _NO_END.get(name[-1], ""):
            break
        if not names and (
            gazetteer.named(name) or stem in gazetteer.country_of or (listed and own == Level.COUNTY)
        ):
            break
        if any(stem[:n] in gazetteer.country_of for n in range(2, len(stem) + 1)):
            break
        names.append(name)
        rank, end = own, found.end()
    return names, end


def short_of(name: str, gazetteer: Gazetteer) -> str | None:
    """The name without its class word, where that is usual and no other place's: 沅川市 → 沅川."""
    short = short_name(name) if _RANK[name[-1]] < Level.TOWNSHIP else None
    taken = short is None or gazetteer.named(short) or short in gazetteer.country_of
    return None if taken or short in gazetteer.features else short
