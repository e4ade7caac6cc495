"""Pages written for these tests, each with what a reader finds on it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenmai.graph.page import read_page
from wenmai.graph.values import ArticleKind, Role

LIBRARY = [
    "石桥县把三座旧粮仓改成了图书馆，每天开到晚上九点。来的人多半是放学的孩子和下班的工人，周末座位不够用。",
    "管理员方小荷说，粮仓的墙有半米厚，冬天不冷夏天不热，最适合看书。县里打算明年再改两座粮仓。",
]
FERRY = [
    "河湾大桥昨天合龙，两岸的菜农不用再坐船进城。桥面宽二十四米，设双向四车道，年底通车。",
    "摆渡三十年的老艄公魏长河把船靠在岸边，看工人拧紧最后一颗螺栓。他说桥通了，船就留给孙子写作文。",
]
TEA = ["3月2日，云台镇的茶农在采摘头茬春茶。当地今年春茶面积比去年多了两成。"]


def page(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def body(text: str, article) -> str:
    return "".join(text[article.span.start : article.span.end].split())


def wrap(text: str, width: int) -> str:
    return "\n".join(text[k : k + width] for k in range(0, len(text), width))


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        pytest.param(
            page(
                "旧粮仓里的书声",
                "本报记者 李 秋",
                *LIBRARY,
                "河湾大桥合龙",
                f"本报讯（记者 王大川）{FERRY[0]}",
                FERRY[1],
            ),
            [
                ("旧粮仓里的书声", "石桥县把三座", "再改两座粮仓。", ("李秋",), "article"),
                ("河湾大桥合龙", "本报讯（记者", "孙子写作文。", ("王大川",), "article"),
            ],
            id="a by-line above, a leading one",
        ),
        pytest.param(
            page(
                wrap(LIBRARY[0], 16),
                wrap(LIBRARY[1], 16),
                "旧 粮 仓 里 的 书 声\n本报记者 李 秋",
                f"新华社武汉3月2日电（记者王大川）{FERRY[0]}",
                FERRY[1],
                "河湾大桥合龙",
            ),
            [
                ("旧粮仓里的书声", "石桥县把三座", "再改两座粮仓。", ("李秋",), "article"),
                ("河湾大桥合龙", "新华社武汉3", "孙子写作文。", ("王大川",), "article"),
            ],
            id="headlines below their texts, letter-spaced",
        ),
        pytest.param(
            page(
                f"（上接第1版）{LIBRARY[1]}",
                f"（上接第1版）{FERRY[1]}",
                "石桥县把粮仓改成图书馆",
                "桥通了 船留给孙子",
            ),
            [
                ("石桥县把粮仓改成图书馆", "（上接第1版", "再改两座粮仓。", (), "article"),
                ("桥通了 船留给孙子", "（上接第1版", "孙子写作文。", (), "article"),
            ],
            id="headlines at the end of the page, by content",
        ),
        pytest.param(
            page(
                "旧粮仓里的书声",
                *LIBRARY,
                "李秋 王大川 赵一鸣",
                *TEA,
                "本报记者 陈一诺 摄",
                "河湾大桥合龙",
                *FERRY,
            ),
            [
                ("旧粮仓里的书声", "石桥县把三座", "王大川赵一鸣", ("李秋", "王大川", "赵一鸣"), "article"),
                (None, "3月2日，云", "者陈一诺摄", ("陈一诺",), "caption"),
                ("河湾大桥合龙", "河湾大桥昨天", "孙子写作文。", (), "article"),
            ],
            id="a caption between articles",
        ),
        pytest.param(
            page("旧粮仓里的书声", "本报记者 李秋", LIBRARY[0], *TEA, "陈一诺 摄", LIBRARY[1]),
            [
                ("旧粮仓里的书声", "石桥县把三座", "再改两座粮仓。", ("李秋",), "article"),
                (None, "3月2日，云", "。陈一诺摄", ("陈一诺",), "caption"),
            ],
            id="a caption amid an article",
        ),
        pytest.param(
            page(
                "# 旧粮仓里的书声",
                "## ——石桥县文化设施调查",
                LIBRARY[0],
                "### 墙有半米厚",
                LIBRARY[1],
                "（记者李秋）",
                "# 河湾大桥合龙",
                *FERRY,
            ),
            [
                ("旧粮仓里的书声", "石桥县把三座", "（记者李秋）", ("李秋",), "article"),
                ("河湾大桥合龙", "河湾大桥昨天", "孙子写作文。", (), "article"),
            ],
            id="Markdown: sub-title, sub-headline, two headlines",
        ),
        pytest.param(
            page(
                "旧粮仓里的书声",
                *LIBRARY,
                "（李秋）",
                "数说春耕",
                "种子备足率\n98.6%\n化肥到村\n12.4万吨\n检修农机\n3.1万台\n数据来源：县农业农村局",
            ),
            [
                ("旧粮仓里的书声", "石桥县把三座", "（李秋）", ("李秋",), "article"),
                ("数说春耕", "种子备足率9", "县农业农村局", (), "box"),
            ],
            id="a box of figures",
        ),
        pytest.param(
            page(f"河湾大桥合龙\n本报记者 李秋\n{FERRY[0]}\n{FERRY[1]}（下转第3版）"),
            [("河湾大桥合龙", "河湾大桥昨天", "下转第3版）", ("李秋",), "article")],
            id="no blank line at all, a jump",
        ),
        pytest.param(
            "云川日报 2025年3月3日 星期一 第2版\n\n"
            + page("旧粮仓里的书声", *LIBRARY, "责编：赵一鸣 版式：陈一诺"),
            [("旧粮仓里的书声", "石桥县把三座", "再改两座粮仓。", (), "article")],
            id="furniture is no text, editors are no authors",
        ),
        pytest.param(
            page(
                f"本报讯（实习生 李秋 通讯员 王大川 摄影报道）{LIBRARY[0]}\n{LIBRARY[1]}",
                f"河 湾 大 桥 合 龙\n□ 本报记者 赵 一 鸣 特约通讯员 陈 一 诺\n{FERRY[0]}",
                f"云 台 春 茶 开 采\n（记者 方  圆/文 刘 洋/图）\n{TEA[0]}",
            ),
            [
                (None, "本报讯（实习", "再改两座粮仓。", ("李秋", "王大川"), "article"),
                ("河湾大桥合龙", "河湾大桥昨天", "年底通车。", ("赵一鸣", "陈一诺"), "article"),
                ("云台春茶开采", "（记者方圆", "多了两成。", ("方圆", "刘洋"), "article"),
            ],
            id="a text without headline above others with theirs",
        ),
        pytest.param(LIBRARY[0], [(None, "石桥县把三座", "座位不够用。", (), "article")], id="no structure"),
        pytest.param(
            "旧粮仓里的书声", [(None, "旧粮仓里的书", "粮仓里的书声", (), "article")], id="one line"
        ),
        pytest.param("", [], id="empty"),
        pytest.param(" \n\u3000\n", [], id="white space alone"),
    ],
)
def test_articles(text, articles):
    found = read_page(text, source="x").articles
    assert [(a.headline, a.authors, a.kind.value) for a in found] == [
        (h, who, kind) for h, _, _, who, kind in articles
    ]
    for article, (_, first, last, _, _) in zip(found, articles, strict=True):
        assert body(text, article).startswith(first)
        assert body(text, article).endswith(last)


def test_metadata_of_a_dispatch():
    text = page(
        "河湾大桥合龙",
        f"据新华社武汉3月2日电（记者王大川、李 秋）2025年，{FERRY[0]}",
        f"{FERRY[1]}（下转第3版）",
    )
    (article,) = read_page(text, source="x", page="1").articles
    assert (article.agency, article.dateline, article.authors) == ("新华社", "武汉", ("王大川", "李秋"))
    assert (article.date, article.date_method.value) == ("2025-03-02", "inferred")
    assert (article.continued, article.continued_from, article.continued_on, article.page) == (
        False,
        None,
        "3",
        "1",
    )


def test_a_continued_article():
    (article,) = read_page(page("旧粮仓里的书声", f"（上接第A2版）{LIBRARY[0]}"), source="x").articles
    assert (article.headline, article.continued, article.continued_from) == ("旧粮仓里的书声", True, "A2")


def roles(text: str) -> list[tuple[str, str, int]]:
    read = read_page(text, source="x")
    return [(s.role.value, read.text(s), s.article) for s in read.sentences]


def test_sentences_and_their_roles():
    text = page("旧粮仓里的书声\n本报记者 李 秋", LIBRARY[1], *TEA, "陈一诺 摄")
    assert roles(text) == [
        ("headline", "旧粮仓里的书声", 0),
        ("byline", "本报记者李秋", 0),
        ("body", "管理员方小荷说，粮仓的墙有半米厚，冬天不冷夏天不热，最适合看书。", 0),
        ("body", "县里打算明年再改两座粮仓。", 0),
        ("caption", "3月2日，云台镇的茶农在采摘头茬春茶。", 1),
        ("caption", "当地今年春茶面积比去年多了两成。", 1),
        ("byline", "陈一诺摄", 1),
    ]


def test_a_wrap_or_blank_line_in_mid_sentence_ends_nothing():
    sentence = "".join(LIBRARY).replace("。", "，").rstrip("，") + "。"
    lines = wrap(sentence, 12).split("\n")
    text = page("旧粮仓里的书声", "\n".join(lines[:3]), "\n".join(lines[3:5]), "\n".join(lines[5:]))
    assert roles(text)[1:] == [("body", sentence, 0)]


def test_a_wide_gap_in_mid_sentence_parts_no_articles():
    half = len(LIBRARY[0]) // 2 + 4
    text = page("旧粮仓里的书声", LIBRARY[1], LIBRARY[0][:half] + "\n\n\n", LIBRARY[0][half:])
    assert [body(text, a)[-6:] for a in read_page(text, source="x").articles] == ["座位不够用。"]


def test_paragraphs_printed_twice():
    text = page("旧粮仓里的书声", *LIBRARY, *LIBRARY)
    assert [role for role, _, _ in roles(text)] == ["headline", *["body"] * 4, *["repeat"] * 4]
    assert len(read_page(text, source="x").articles) == 1


def test_the_tail_of_a_paragraph_printed_twice():
    text = page("旧粮仓里的书声", LIBRARY[0], LIBRARY[1], LIBRARY[0][6:], LIBRARY[1])
    assert [role for role, _, _ in roles(text)][-4:] == ["repeat"] * 4


def test_paragraphs_are_numbered_through():
    read = read_page(page("旧粮仓里的书声", *LIBRARY), source="x")
    assert [s.paragraph for s in read.sentences] == [0, 1, 1, 2, 2]
    assert [s.number for s in read.sentences] == [0, 1, 2, 3, 4]


SIGNS = st.sampled_from(
    [
        *"。！？“”（）()\n\n\n\r\t 　#年月日12记者摄李秋王大川、：—…■·",
        "新华社北京2月14日电",
        "（上接第1版）",
        "本报讯（记者 王大川）",
        "（下转第3版）",
        "李秋 摄\n",
        "\n\n旧粮仓里的书声\n\n",
        LIBRARY[0],
        LIBRARY[0][:20] + "\n",
        "## ",
        "**",
        "\n> ",
        "\n- ",
        "数据98.6%\n",
    ]
)


@settings(deadline=None)
@given(st.lists(SIGNS, max_size=40).map("".join) | st.text(max_size=60))
def test_any_text_is_read_and_every_character_lies_in_one_sentence(text):
    read = read_page(text, source="x")
    position = 0
    for sentence in read.sentences:
        assert not read.view.text[position : sentence.span.start].strip()
        assert sentence.span.start < sentence.span.end
        assert 0 <= sentence.article < len(read.articles)
        position = sentence.span.end
    assert not read.view.text[position:].strip()
    assert bool(read.articles) == bool(read.view.text.strip())
    assert [a.number for a in read.articles] == list(range(len(read.articles)))
    assert all(a.span.start < a.span.end <= len(text) for a in read.articles)
    for span in (*read.bylines, *read.credited):
        assert 0 <= span.start < span.end <= len(read.view)


def test_kinds_and_roles_agree():
    read = read_page(page("旧粮仓里的书声", *LIBRARY, "（李秋）", *TEA, "陈一诺 摄"), source="x")
    captions = {a.number for a in read.articles if a.kind is ArticleKind.CAPTION}
    assert captions == {1}
    assert {s.article for s in read.sentences if s.role is Role.CAPTION} == captions


def test_a_box_below_a_trailing_headline_hides_it_not():
    """A page that sets headlines below texts, its last headline and by-line followed by a box."""
    text = (
        "本报讯 7月14日，市人大常委会举行会议，决定任命沈秋为副市长、代理市长。沈秋作了供职发言。\n\n"
        "沈秋任代市长\n\n"
        "青溪不长，从山坳里出来，走四十公里就汇进大江，让几任书记睡不好觉。今年青溪的水清了。\n\n"
        "治水先治一条青溪\n本报记者　方一帆\n\n"
        "上半年工业成绩单\n工业增加值增长　8.1%\n储能产值　41.7亿元\n开工项目　27个\n进出口总额　12.9亿元\n"
        "数据来源：市统计局\n"
    )
    page = read_page(text, source="a.txt")
    assert [(article.headline, article.authors) for article in page.articles] == [
        ("沈秋任代市长", ()),
        ("治水先治一条青溪", ("方一帆",)),
        ("上半年工业成绩单", ()),
    ]
