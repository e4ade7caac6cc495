"""The words of by-lines as regular expressions: agencies, datelines, roles, what follows the names.

Blanks may stand inside, since by-lines are letter-spaced as often as not.
"""

from __future__ import annotations

import re

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"


def spaced(words: str) -> str:
    """An alternation of the words in a text, blanks allowed between characters; longer words first."""
    return "|".join(
        r"\s*".join(re.escape(c) for c in w) for w in sorted(words.split(), key=len, reverse=True)
    )


AGENCIES = (
    "新华社 中新社 新华网 中新网 中国新闻社 中国新闻网 人民网 央视网 央视新闻 央视 "
    "央广网 中央社 中通社 法新社 路透社 美联社 塔斯社 俄新社 共同社 韩联社 德新社 "
    "埃菲社 安莎社 光明网 中国网 中国经济网 国际在线 澎湃新闻 参考消息"
)
KNOWN_AGENCY = re.compile(
    "|".join(sorted(AGENCIES.split(), key=len, reverse=True)) + f"|(?!本社|据|转)[{HAN}]{{2,6}}通讯社"
)
PAPER_KINDS = (
    "日报 晚报 晨报 早报 时报 商报 都市报 青年报 城市报 周报 快报 导报 周刊 法治报 "
    "法制报 农民报 工人报 教育报 科技报 经济报 新报 消息报 参考报"
)
_OTHER_MEDIA = "通讯社 报 社 网 电视台 广播电台 台 客户端 杂志"
_HOUSE = spaced("本报 本刊 本网 本台 本社 本报讯员")
_AGENCY = spaced(AGENCIES)
_PAPER = rf"[{HAN}]{{2,10}}?(?:{'|'.join((PAPER_KINDS + ' ' + _OTHER_MEDIA).split())})"
_CLIENT = (  # 山西晚报·山河+, 南方+, 封面新闻, 某某客户端
    rf"(?:{_PAPER}\s*[·•・]\s*[{HAN}A-Za-z0-9]{{1,8}}\s*[+＋]?|[{HAN}A-Za-z0-9]{{2,10}}[+＋]"
    rf"|[{HAN}A-Za-z0-9]{{2,10}}?(?:新闻|财经|视频|客户端|[Aa][Pp][Pp])|每经)"
)
_MEDIA = rf"[{HAN}]{{0,8}}?(?:全媒体|融媒体(?:中心)?|融媒(?:中心)?|新媒体(?:中心)?)"
_DAY = r"(?:(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*)?\d{1,2}\s*日"
_PLACE = rf"[{HAN}]{{1,6}}?(?:[、/／·]?[{HAN}]{{1,8}}?)?"
_WIRE = r"(?:(?:体育|国际|综合|专|急|独家)?\s*(?:专\s*)?(?:电|讯)|综\s*合\s*(?:消\s*息|报\s*道))"
_BARE_PAPER = rf"(?<![{HAN}])(?:{spaced(PAPER_KINDS)})"
_PLAIN_WIRE = rf"(?=[{HAN}]{{2,6}}\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日\s*电)"

DATELINE = (
    rf"(?:据|综合)?\s*(?P<agency>{_AGENCY}|{_HOUSE}|{_PAPER}|{_BARE_PAPER}|{_PLAIN_WIRE})\s*"
    rf"(?:(?P<place>(?!记\s*者|通\s*讯|\s*电|\s*讯|摄|发){_PLACE})\s*)??(?P<day>{_DAY})?\s*{_WIRE}"
    r"(?![视话影子力报动商器])"
)

_MODIFIER = spaced("见习 实习 首席 特约 特派 高级 资深 摄影 文字 视频 主任 联合 专栏 全国 各 驻站 实习生")
_WRITER = spaced(
    "记者 通讯员 实习生 评论员 特约撰稿人 特约撰稿 撰稿人 撰稿 主笔 撰文 采写 执笔 "
    "作者 观察员 报道员 参与采写 参与报道 采访 采访整理"
)
_PHOTOGRAPHER = spaced("摄影记者 摄影师 摄影 图片 图")
_DRAWING = spaced("制图 绘图 漫画")
_OTHER = spaced("制图 绘图 漫画 插图 策划 统筹 翻译 编译 供图 海报 视频 剪辑 监制")
_EDITOR = spaced(
    "责任编辑 责编 编辑 版式 版面 美编 美术编辑 校对 组版 审校 值班主任 值班编委 "
    "值班总编 主编 总编辑 副总编 设计 版式设计 执行主编 本版编辑 本版责编 检校 一校 "
    "二校 三校 终审 一审 二审 三审 编审 电话 热线 本版美编 本版制图 视觉 排版 照排 "
    "美术 视觉编辑 出品人 出版"
)
_STATION = rf"(?:驻[{HAN}]{{1,5}}?\s*)?"
_ANY_MEDIUM = f"{_HOUSE}|{_AGENCY}|{_MEDIA}|{_PAPER}|{_CLIENT}"
_BY = rf"(?:(?:{_ANY_MEDIUM})\s*)?(?:{_MEDIA}\s*)?{_STATION}(?:(?:{_MODIFIER})\s*)*"
_NO_REPORTER = "站|从|在|了解|获悉|手记|发现|看到|采访时|来到|走进"  # 记者从…获悉 is no by-line

_WRITES = rf"(?<![{HAN}])(?:文\s*字?|图\s*文|文\s*图|撰\s*文)\s*[/／]\s*(?=[{HAN}]\s*[{HAN}])(?!图|摄)"
WRITER = rf"(?:{_BY}(?:{_WRITER})(?!\s*(?:{_NO_REPORTER}))|{_WRITES})"
PHOTOGRAPHER = "|".join(
    (
        rf"{_BY}(?:{_PHOTOGRAPHER})\s*[:：/／]",
        rf"{_BY}(?:{spaced('摄影记者 摄影师')})",
        rf"摄\s*影(?:\s*[:：]|\s+(?=[{HAN}]))",
    )
)
OTHER = rf"(?:{_OTHER})\s*[:：/]|(?:{_DRAWING})\s+"
EDITOR = rf"(?:本\s*版\s*)?(?:{_EDITOR})(?:\s*[:：/丨|]\s*|\s+(?=[{HAN}]))"

_BEHIND = r"(?=\s*(?:[）)\]】/、，。；]|$|\s))"
_BOTH = "|".join(
    rf"{a}\s*[/／、]\s*{b}" for a, b in (("图", "文"), ("文", "图"), ("文", "摄"))
)  # 文/图: text and pictures
_APART = r"(?<=[\s\u3000])"
SHOT = "|".join(
    (
        rf"{_APART}图(?=[\s/／）)]|$)",
        rf"[/／]\s*(?:图片?|摄\s*影?){_BEHIND}",
        rf"(?:现\s*场\s*)?摄(?:\s*影\s*报\s*道|\s*影)?{_BEHIND}",
        _BOTH,
        spaced("文并摄 图文报道 摄影报道"),
    )
)
WRITTEN = "|".join(
    (
        rf"{_APART}文(?=[\s）)]|$|[/／]\s*[{HAN}]{{2}})",
        rf"[/／]\s*(?:文[字图]?|图文|撰文){_BEHIND}",
        spaced("采访整理 综合报道 联合报道 报道 报导 综合报导 采写 整理 编译 撰文 口述"),
    )
)
STATION = "|".join(  # where a reporter wrote from: 发自上海, ／台北报导
    (
        rf"发\s*自\s*(?P<place>[{HAN}]{{2,8}}?)(?:\s*报\s*[道导])?(?=\s*(?:[）)\]】]|$))",
        rf"[/／]\s*(?P<from>(?!综合|连线|专题)[{HAN}]{{2,6}}?)?\s*(?:连线|专题|综合)?\s*报\s*[道导]",
    )
)
TITLE = r"题\s*[:：]\s*[^。]{2,40}?(?=\s+[^\s]*记\s*者|\s*$)"  # 新华社北京2月14日电 题：…
# （中央社记者张志强台北5日电）: names and place run together
SIGNED_WIRE = re.compile(
    rf"\s*[（(【]?\s*(?P<by>{_BY}记\s*者)\s*(?P<who>[{HAN}][{HAN}、，\s]{{3,30}}?)\s*(?P<day>{_DAY})\s*{_WIRE}\s*[）)】]?\s*"
)
DRAWN = r"制\s*图|绘(?=\s*(?:[）)]|$|\s))|供\s*图|提\s*供(?=\s*(?:[）)]|$))"
RELEASED = rf"(?:{_AGENCY}|{_HOUSE})\s*(?:发|资料(?:图片?|照片)?)(?=\s*(?:[（(\s{HAN}]|$))"

PICTURE = "|".join(
    (
        r"图\s*片\s*来\s*源\s*[:：]?.{2,30}$",
        r"图\s*片\s*由.{2,24}提\s*供",
        spaced("资料图片 资料图 资料照片 网络图片"),
    )
)
_TITLE = r"《[^》]{2,20}》"
_MEDIUM = rf"(?:{_AGENCY}|{_PAPER})"
_QUOTED = (
    rf"(?:据|转载?自|来\s*源|选自|原载|摘自|综合)\s*[:：]?\s*(?:{_TITLE}(?:[、和]?{_TITLE})*[^\s。，]{{0,12}}"
    rf"|{_MEDIUM}(?:[、，/]{_MEDIUM})*)(?:\s*(?:电|讯|消息|报道|客户端|综合))?"
)
SOURCE = "|".join(
    (
        _QUOTED,
        r"来\s*源\s*[:：]\s*[^。；]{2,30}$",
        r"数\s*据\s*来\s*源\s*[:：].{2,40}$",
        spaced("本报综合报道 本报综合消息 本报综合 新华社供本报专稿"),
        rf"[{HAN}]{{2,12}}\s*供\s*稿",
        r"完(?=\s*[）)]|$)",
    )
)
_ABOUT = r"[:：]\s*[^）)。]{2,20}[，,]"
NOTE = (
    rf"(?:本\s*文\s*)?(?:(?:第[一二三]|两位)?作\s*者|本\s*文)(?:{_ABOUT})?\s*"
    r"(?:系|为|单\s*位|分别[系为]|均[系为]|是)[^）)]{2,80}"
)
MARK = r"[■●◎□▲△◆◇○★☆►▶▪◤◥▌┃|丨※]+|^\s*[*•—\-]+"
PUNCTUATION = r"[（）()【】\[\]:：、，,;；/／&。\s·•]+"
