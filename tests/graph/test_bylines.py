from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.page import read_page
from wenmai.graph.page.forms import read_credit, read_jump, read_names

# What a line says: writers and photographers; agency; place; day.
LINES = [
    ("新华社记者 周 岚 魏宏远", ["周岚", "魏宏远"], "新华社", None, None),
    ("新华社记者周岚、魏宏远", ["周岚", "魏宏远"], "新华社", None, None),
    ("新华社记者周岚魏宏远", ["周岚", "魏宏远"], "新华社", None, None),
    ("本报记者 李 秋", ["李秋"], None, None, None),
    ("本报记者李秋", ["李秋"], None, None, None),
    ("本报记者　李　秋　王大川", ["李秋", "王大川"], None, None, None),
    ("本 报 记 者 李 秋", ["李秋"], None, None, None),
    ("记者 李秋", ["李秋"], None, None, None),
    ("■本报记者 李 秋", ["李秋"], None, None, None),
    ("□ 记者 李秋 通讯员 王大川", ["李秋", "王大川"], None, None, None),
    ("◎李秋", ["李秋"], None, None, None),
    ("● 李 秋", ["李秋"], None, None, None),
    ("云川日报记者 李秋 王大川 赵一鸣", ["李秋", "王大川", "赵一鸣"], None, None, None),
    ("云川日报全媒体记者 李秋", ["李秋"], None, None, None),
    ("云川融媒体中心记者 李秋", ["李秋"], None, None, None),
    ("本报全媒体记者 李秋 王大川", ["李秋", "王大川"], None, None, None),
    ("本报见习记者 李秋", ["李秋"], None, None, None),
    ("本报实习生 李秋", ["李秋"], None, None, None),
    ("本报首席记者 李秋", ["李秋"], None, None, None),
    ("本报驻北京记者 李秋", ["李秋"], None, None, None),
    ("本报特约评论员 李秋", ["李秋"], None, None, None),
    ("通讯员 李秋 王大川", ["李秋", "王大川"], None, None, None),
    ("记者 李秋 实习生 王大川", ["李秋", "王大川"], None, None, None),
    ("记者 欧阳静 司马长风", ["欧阳静", "司马长风"], None, None, None),
    ("记者 热西提·买买提", ["热西提·买买提"], None, None, None),
    ("记者 李秋 文/图", ["李秋"], None, None, None),
    ("文/图 本报记者 李秋", ["李秋"], None, None, None),
    ("本报记者 李秋 文 王大川 图", ["李秋", "王大川"], None, None, None),
    ("记者李秋 文/王大川 图", ["李秋", "王大川"], None, None, None),
    ("记者 李秋 摄影报道", ["李秋"], None, None, None),
    ("本报记者李秋报道", ["李秋"], None, None, None),
    ("作者：李秋", ["李秋"], None, None, None),
    ("李秋 摄", ["李秋"], None, None, None),
    ("李秋摄", ["李秋"], None, None, None),
    ("本报记者 李秋 摄", ["李秋"], None, None, None),
    ("新华社记者 李 秋摄", ["李秋"], "新华社", None, None),
    ("新华社发（李秋摄）", ["李秋"], "新华社", None, None),
    ("新华社发 李秋 摄", ["李秋"], "新华社", None, None),
    ("中新社发 李秋摄", ["李秋"], "中新社", None, None),
    ("中新社记者 李秋 摄", ["李秋"], "中新社", None, None),
    ("（李秋 摄）", ["李秋"], None, None, None),
    ("摄影：李秋", ["李秋"], None, None, None),
    ("摄影/李秋", ["李秋"], None, None, None),
    ("图片由市文旅局提供", [], None, None, None),
    ("（资料图片）", [], None, None, None),
    ("新华社北京2月14日电", [], "新华社", "北京", "2月14日"),
    ("（新华社北京2月14日电）", [], "新华社", "北京", "2月14日"),
    ("据新华社北京1月12日电（记者李秋）", ["李秋"], "新华社", "北京", "1月12日"),
    ("新华社北京2月14日电 （记者李秋、王大川）", ["李秋", "王大川"], "新华社", "北京", "2月14日"),
    ("（新华社北京2月14日电 记者李秋）", ["李秋"], "新华社", "北京", "2月14日"),
    ("新华社华盛顿2月3日电", [], "新华社", "华盛顿", "2月3日"),
    ("中新社广州12月30日电 (记者 李秋)", ["李秋"], "中新社", "广州", "12月30日"),
    ("中新网1月3日电", [], "中新网", None, "1月3日"),
    ("人民网北京1月2日电（记者李秋）", ["李秋"], "人民网", "北京", "1月2日"),
    ("东江通讯社北京4月21日电（记者李秋）", ["李秋"], "东江通讯社", "北京", "4月21日"),
    ("本报讯（记者 李秋）", ["李秋"], None, None, None),
    ("本报讯(记者 李 秋 通讯员 王大川)", ["李秋", "王大川"], None, None, None),
    ("本报北京2月14日讯（记者李秋）", ["李秋"], None, "北京", "2月14日"),
    ("本报讯", [], None, None, None),
    ("（记者李秋、王大川）", ["李秋", "王大川"], None, None, None),
    ("(云川日报记者李秋采访整理)", ["李秋"], None, None, None),
    ("（李秋 整理）", ["李秋"], None, None, None),
    (
        "李秋、王大川、赵一鸣（新华社北京1月12日电）",
        ["李秋", "王大川", "赵一鸣"],
        "新华社",
        "北京",
        "1月12日",
    ),
    ("李秋 王大川 赵一鸣 据《云川日报》", ["李秋", "王大川", "赵一鸣"], None, None, None),
    ("据《云川日报》", [], None, None, None),
    ("来源：云川发布", [], None, None, None),
    ("数据来源：市统计局", [], None, None, None),
    ("（作者系市委党校教授）", [], None, None, None),
    ("本报评论员", [], None, None, None),
    ("李秋 王大川 赵一鸣", ["李秋", "王大川", "赵一鸣"], None, None, None),
    ("责任编辑：李秋  版式：王大川", [], None, None, None),
    ("责编 李秋 美编 王大川", [], None, None, None),
    ("漫画：李秋", [], None, None, None),
    ("（完）", [], None, None, None),
    ("中新网太原3月5日电(张志强 李梅)", ["张志强", "李梅"], "中新网", "太原", "3月5日"),
    ("中新社太原3月5日电 题：春来了 中新社记者 张志强", ["张志强"], "中新社", "太原", "3月5日"),
    ("新华社北京2月14日电 题：春来了", [], "新华社", "北京", "2月14日"),
    ("（记者 张志强/文 李梅/图）", ["张志强", "李梅"], None, None, None),
    ("（记者 王  芳/文 刘 洋/图）", ["王芳", "刘洋"], None, None, None),
    ("文/张志强 图/李梅", ["张志强", "李梅"], None, None, None),
    ("文／张志强　图／李梅", ["张志强", "李梅"], None, None, None),
    ("文/张志强", ["张志强"], None, None, None),
    ("张志强/文", ["张志强"], None, None, None),
    ("张志强/文 李梅/摄", ["张志强", "李梅"], None, None, None),
    ("张志强/图文", ["张志强"], None, None, None),
    ("文字/张志强 摄影/李梅", ["张志强", "李梅"], None, None, None),
    ("【本报记者 张志强 发自上海】", ["张志强"], None, "上海", None),
    ("本报记者 张志强 李梅 发自纽约报道", ["张志强", "李梅"], None, "纽约", None),
    ("山西晚报·山河+记者 张志强", ["张志强"], None, None, None),
    ("南方+记者 李梅", ["李梅"], None, None, None),
    ("封面新闻记者 李梅", ["李梅"], None, None, None),
    ("第一财经记者 李梅", ["李梅"], None, None, None),
    ("某某客户端记者 张三", ["张三"], None, None, None),
    ("晚报讯（记者 李梅）", ["李梅"], None, None, None),
    ("【記者張志強／台北報導】", ["張志強"], None, "台北", None),
    ("〔記者張志強／台北報導〕", ["張志強"], None, "台北", None),
    ("【記者張志強、李梅／綜合報導】", ["張志強", "李梅"], None, None, None),
    ("（中央社記者張志強台北5日電）", ["張志強"], "中央社", "台北", "5日"),
    ("（中央社記者李梅台北5日電）", ["李梅"], "中央社", "台北", "5日"),
    ("（中央社記者歐陽靜高雄5日電）", ["歐陽靜"], "中央社", "高雄", "5日"),
    ("（中央社記者林電華、張志強華盛頓3月5日專電）", ["林電華", "張志強"], "中央社", "華盛頓", "3月5日"),
    ("（中央社台北5日電）", [], "中央社", "台北", "5日"),
    ("本報訊（記者陳美玲）", ["陳美玲"], None, None, None),
    ("記者 陳國興 攝影", ["陳國興"], None, None, None),
    ("圖／陳國興", ["陳國興"], None, None, None),
    ("責任編輯：陳國興", [], None, None, None),
]
NONE = [
    "记者从市科技局获悉",
    "记者在现场看到",
    "記者從市科技局獲悉",
    "王小明会见李一诚",
    "陈一诺同李一诚通电话",
    "陈一诺向李一诚致贺电",
    "文/图",
    "编辑部的故事：文/理之间",
    "（记者手记）",
    "高山流水",
    "马到成功",
    "迎春运 检修忙",
    "时政 快讯",
    "一路向前 动能澎湃",
    "因地制宜 加快发展",
    "连线代表委员",
    "通讯企业加快布局",
    "万家灯火 平安归途",
    "市委书记李秋主持会议",
    "2024年升至11位",
    "新华社记者走进乡村看变化",
    "（记者李秋）昨天的雨下了一夜",
    "摄影大赛开幕",
    "",
]


@pytest.mark.parametrize(
    ("line", "authors", "agency", "place", "day"), LINES, ids=[line[0] for line in LINES]
)
def test_a_line_is_read(line, authors, agency, place, day):
    credit = read_credit(line)
    assert credit is not None
    assert (list(credit.authors), credit.agency, credit.place, credit.day) == (authors, agency, place, day)


@pytest.mark.parametrize("line", NONE, ids=NONE)
def test_a_line_is_no_byline(line):
    assert read_credit(line) is None


@pytest.mark.parametrize("line", [line for line, *_ in LINES])
def test_names_stand_where_they_are_said_to(line):
    credit = read_credit(line)
    assert credit is not None
    for name, _ in credit.names:
        assert "".join(line[name.start : name.end].split()) == name.text


@pytest.mark.parametrize(
    ("line", "editors", "photo", "dateline"),
    [
        pytest.param("责编：李秋 版式：王大川", True, False, False, id="editors"),
        pytest.param("李秋 摄", False, True, False, id="a picture"),
        pytest.param("文/图 本报记者 李秋", False, False, False, id="text and pictures"),
        pytest.param("新华社北京2月14日电", False, False, True, id="a dateline"),
        pytest.param("文/张志强 图/李梅", False, False, False, id="text by one, pictures by another"),
        pytest.param("撰文：张志强 摄影：李梅", False, False, False, id="so with colons"),
        pytest.param("責任編輯：陳國興", True, False, False, id="editors, in traditional characters"),
        pytest.param("（中央社記者張志強台北5日電）", False, False, True, id="a dateline around the name"),
    ],
)
def test_what_kind_of_line(line, editors, photo, dateline):
    credit = read_credit(line)
    assert credit is not None
    assert (credit.editors, credit.photo, credit.dateline) == (editors, photo, dateline)


@pytest.mark.parametrize(
    ("run", "names"),
    [
        pytest.param("周 岚 魏宏远", ["周岚", "魏宏远"], id="letter-spaced beside one that is not"),
        pytest.param("王 小 明", ["王小明"], id="three characters letter-spaced"),
        pytest.param("周岚魏宏远", ["周岚", "魏宏远"], id="run together"),
        pytest.param("李秋、王大川，赵一鸣", ["李秋", "王大川", "赵一鸣"], id="lists"),
        pytest.param("欧阳静", ["欧阳静"], id="double family name"),
        pytest.param("从市科技局", None, id="no names"),
        pytest.param("李秋2", None, id="a digit"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_names(run, names):
    found = read_names(run, sure=True)
    assert (None if found is None else [name.text for name in found]) == names


@pytest.mark.parametrize(
    ("text", "at_end", "jump"),
    [
        pytest.param("（上接第1版）正文", False, ("from", "1"), id="from"),
        pytest.param("(上接1版)正文", False, ("from", "1"), id="half-width, no 第"),
        pytest.param("（上接A01版）正文", False, ("from", "A01"), id="lettered page"),
        pytest.param("（紧接第一版）", False, ("from", "1"), id="Chinese numeral"),
        pytest.param("（上接第十二版）", False, ("from", "12"), id="twelve"),
        pytest.param("▲上接第3版 正文", False, ("from", "3"), id="marked"),
        pytest.param("（接02版）", False, ("from", "2"), id="接 alone, leading zero"),
        pytest.param("正文。（下转第三版）", True, ("on", "3"), id="on"),
        pytest.param("正文。下转4版", True, ("on", "4"), id="no brackets"),
        pytest.param("正文。（转7版）", True, ("on", "7"), id="转 alone"),
        pytest.param("接3版", False, None, id="a bare 接 is text"),
        pytest.param("正文（上接第1版）正文", False, None, id="in mid-text"),
        pytest.param("正文。", True, None, id="no jump line"),
    ],
)
def test_jump_lines(text, at_end, jump):
    found = read_jump(text, at_end=at_end)
    assert (None if found is None else (found.kind.value, found.page)) == jump


def wrap(text: str, width: int) -> str:
    return "\n".join(text[k : k + width] for k in range(0, len(text), width))


TAIL = "县里把三座旧仓库改成了图书馆，每天开到晚上九点。来的人多半是放学的孩子和下班的工人。"


@pytest.mark.parametrize(
    ("text", "bylines", "names"),
    [
        pytest.param(
            f"旧仓库里的书声\n\n本报讯（记者 李 秋）{TAIL}",
            ["本报讯（记者李秋）"],
            ["李秋"],
            id="leading, inside a sentence",
        ),
        pytest.param(
            f"旧仓库里的书声\n\n{TAIL}（记者李秋\n、王大川）",
            ["（记者李秋、王大川）"],
            ["李秋", "王大川"],
            id="trailing, over a line",
        ),
        pytest.param(
            "旧仓库里的书声\n\n" + wrap(f"{TAIL * 3}（记者周岚、王大川）", 19),
            ["（记者周岚、王大川）"],
            ["周岚", "王大川"],
            id="names broken over lines",
        ),
        pytest.param(
            "旧仓库里的书声\n\n本报讯（记者周岚、王大\n川）" + wrap(TAIL, 11),
            ["本报讯（记者周岚、王大川）"],
            ["周岚", "王大川"],
            id="a leading name broken over a line",
        ),
        pytest.param(
            f"旧仓库里的书声\n本报记者 李秋\n\n{TAIL}", ["本报记者李秋"], ["李秋"], id="a line of its own"
        ),
        pytest.param(
            f"旧仓库里的书声\n\n{TAIL}\n\n责编：赵一鸣",
            ["责编：赵一鸣"],
            ["赵一鸣"],
            id="editors are furniture, their names are known",
        ),
        pytest.param(
            f"旧仓库里的书声\n\n{TAIL}（作者系县图书馆馆长）", [], [], id="a note on the author is text"
        ),
        pytest.param(
            f"旧仓库里的书声\n\n记者李秋从县里获悉，{TAIL}", [], ["李秋"], id="a reporter in the text"
        ),
        pytest.param(
            f"旧仓库里的书声\n\n{TAIL}3月5日，本报记者 李秋、王大\n川在现场看到，{TAIL}",
            [],
            ["李秋", "王大川"],
            id="two reporters in the text, one broken over a line",
        ),
        pytest.param(f"旧仓库里的书声\n\n战地记者李秋在场，{TAIL}", [], [], id="a reporter who is the news"),
        pytest.param(
            f"旧仓库里的书声\n\n记者曾多次来到县里，记者查询发现，{TAIL}",
            [],
            [],
            id="words that begin like names",
        ),
        pytest.param(
            f"旧仓库里的书声\n\n中新网太原3月5日电(张志强 李梅){TAIL}",
            ["中新网太原3月5日电(张志强李梅)"],
            ["张志强", "李梅"],
            id="bare names behind a dateline",
        ),
        pytest.param(
            f"旧仓库里的书声\n\n中新社太原3月5日电 题：春来了 中新社记者 张志强\n\n{TAIL}",
            ["中新社太原3月5日电题：春来了中新社记者张志强"],
            ["张志强"],
            id="a dateline with a title",
        ),
        pytest.param(
            f"旧仓库里的书声\n\n中新社太原3月5日电 题：春来了 中新社记者 张志强 3月5日，{TAIL}",
            ["中新社太原3月5日电题：春来了中新社记者张志强"],
            ["张志强"],
            id="text behind a dateline with a title",
        ),
        pytest.param(
            f"旧仓库里的书声\n\n晚报讯（首席记者 张志强 摄影 王刚）{TAIL}",
            ["晚报讯（首席记者张志强摄影王刚）"],
            ["张志强", "王刚"],
            id="the name of a kind of paper for the paper",
        ),
        pytest.param(
            f"舊倉庫裡的書聲\n\n（中央社記者張志強台北5日電）{TAIL}",
            ["（中央社記者張志強台北5日電）"],
            ["張志強"],
            id="traditional, name and place run together",
        ),
        pytest.param(
            f"舊倉庫裡的書聲\n\n【記者張志強／台北報導】{TAIL}",
            ["【記者張志強／台北報導】"],
            ["張志強"],
            id="traditional, a station behind the name",
        ),
        pytest.param(
            f"旧仓库里的书声\n\n本报记者 张志强 李 梅 3月5日，{TAIL}",
            ["本报记者张志强李梅"],
            ["张志强", "李梅"],
            id="text on the line of the by-line",
        ),
        pytest.param(
            f"旧仓库里的书声\n\n■记者 张志强 “来了。”{TAIL}",
            ["■记者张志强"],
            ["张志强"],
            id="marked, a quotation behind",
        ),
        pytest.param(
            f"旧仓库里的书声\n\n本报记者 张志强 3月5日从县里获悉，{TAIL}",
            [],
            ["张志强"],
            id="at work on a day",
        ),
        pytest.param(f"旧仓库里的书声\n\n{TAIL}全文如下：", [], [], id="words before a colon are no names"),
        pytest.param(
            f"旧仓库里的书声\n\n（记者 王  芳/文 刘 洋/图）\n{TAIL}",
            ["（记者王芳/文刘洋/图）"],
            ["王芳", "刘洋"],
            id="names before their parts",
        ),
    ],
)
def test_stretches_of_bylines_on_a_page(text, bylines, names):
    page = read_page(text, source="x")
    assert [page.view.text[span.start : span.end] for span in page.bylines] == bylines
    assert [page.view.text[span.start : span.end] for span in page.credited] == names


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        pytest.param(f"旧仓库里的书声\n\n记者李秋从县里获悉，{TAIL}", ("李秋",), id="nobody else signs"),
        pytest.param(
            f"旧仓库里的书声\n本报记者 王大川\n\n记者李秋从县里获悉，{TAIL}",
            ("王大川",),
            id="a by-line goes before",
        ),
    ],
)
def test_a_reporter_in_the_text_is_author_where_no_byline_names_one(text, authors):
    (article,) = read_page(text, source="x").articles
    assert article.authors == authors


@given(
    st.text(
        alphabet="题文/图自記報導記者台北5日電记者通讯员摄本报新华社电讯李秋王大川 、（）2月14日北京：\n",
        max_size=40,
    )
)
def test_reading_never_fails_and_names_are_what_stands_there(line):
    credit = read_credit(line)
    if credit is not None:
        for name, _ in credit.names:
            assert "".join(line[name.start : name.end].split()) == name.text
