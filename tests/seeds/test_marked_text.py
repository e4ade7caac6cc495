"""The own-written text with marks is sound, and the parser that reads it reads it right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

# A name that the sentence uses as a common word too: that is what makes it hard.
COMMON_WORD_TOO = {
    "任重", "何况", "关心", "周到", "向阳", "安康", "安静", "平安", "庄稼", "方正", "时光",
    "江山", "温暖", "田间", "白雪", "石头", "路通", "陈述", "马尾", "高峰", "高明", "黎明",
}  # fmt: skip


@pytest.mark.parametrize(
    ("marked", "text", "mentions"),
    [
        pytest.param("没有名字。", "没有名字。", [], id="no mark"),
        pytest.param("{P:张三}来了", "张三来了", [(0, 2, "张三", "PERSON", False)], id="at the start"),
        pytest.param(
            "{O:县委}书记{P:李四}到{L:石桥镇}",
            "县委书记李四到石桥镇",
            [
                (0, 2, "县委", "ORG", False),
                (4, 6, "李四", "PERSON", False),
                (7, 10, "石桥镇", "PLACE", False),
            ],
            id="three types",
        ),
        pytest.param(
            "推进{G:“春雨”行动}",
            "推进“春雨”行动",
            [(2, 8, "“春雨”行动", "PROGRAM", False)],
            id="quotes inside",
        ),
        pytest.param("《{G?:民法典}》", "《民法典》", [(1, 4, "民法典", "PROGRAM", True)], id="optional"),
        pytest.param(
            "{L:甲县}{O:甲县医院}",
            "甲县甲县医院",
            [(0, 2, "甲县", "PLACE", False), (2, 6, "甲县医院", "ORG", False)],
            id="side by side",
        ),
    ],
)
def test_parse(marks, marked, text, mentions):
    found_text, found = marks.parse(marked)
    assert found_text == text
    assert [(m.start, m.end, m.text, m.type.value, m.optional) for m in found] == mentions


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("{P:张三来了", id="open"),
        pytest.param("张三}来了", id="closed only"),
        pytest.param("{O:{L:甲县}医院}", id="nested"),
        pytest.param("{X:张三}来了", id="unknown code"),
        pytest.param("{P:}来了", id="empty"),
    ],
)
def test_parse_refuses(marks, marked):
    with pytest.raises(marks.MarkError):
        marks.parse(marked)


pieces = st.text(alphabet="甲乙丙丁，。", max_size=5)
names = st.tuples(
    st.sampled_from("POLG"), st.booleans(), st.text(alphabet="天地“”人", min_size=1, max_size=4)
)


@given(st.lists(st.tuples(pieces, names)), pieces)
def test_parse_gives_back_what_was_written(marks, written, tail):
    marked = "".join(f"{before}{{{c}{'?' * o}:{name}}}" for before, (c, o, name) in written) + tail
    text, mentions = marks.parse(marked)
    assert text == "".join(before + name for before, (_, _, name) in written) + tail
    assert [text[m.start : m.end] for m in mentions] == [name for _, (_, _, name) in written]
    assert [m.optional for m in mentions] == [o for _, (_, o, _) in written]


@pytest.mark.parametrize(
    ("marked", "missed"),
    [
        pytest.param("{L:沅江}和沅江", [(3, "沅江")], id="second one forgotten"),
        pytest.param("{L:沅江}和{O:沅江报}", [], id="inside a longer name"),
        pytest.param("{L:京}和京", [], id="one character"),
    ],
)
def test_unmarked(marks, marked, missed):
    assert marks.unmarked(*marks.parse(marked)) == missed


def test_articles_are_many_and_long(marked_articles):
    assert len(marked_articles) == 42
    assert sum(len(text) for text, _ in marked_articles.values()) == 13362
    counts = dict.fromkeys(("PERSON", "ORG", "PLACE", "PROGRAM"), 0)
    for _, mentions in marked_articles.values():
        for mention in mentions:
            counts[mention.type.value] += not mention.optional
    assert counts == {"PERSON": 176, "ORG": 340, "PLACE": 263, "PROGRAM": 139}


def test_every_occurrence_in_an_article_is_marked(marks, marked_articles):
    missed = {key: found for key, article in marked_articles.items() if (found := marks.unmarked(*article))}
    assert missed == {}


def test_negatives(marks, negatives):
    assert len({text for text, _ in negatives}) == len(negatives) == 227
    assert sum(bool(mentions) for _, mentions in negatives) == 82
    missed = {surface for sentence in negatives for _, surface in marks.unmarked(*sentence)}
    assert missed == COMMON_WORD_TOO


def test_marks_hold_no_white_space_and_no_sentence_end(marked_articles, negatives):
    surfaces = [m.text for _, mentions in [*marked_articles.values(), *negatives] for m in mentions]
    assert [s for s in surfaces if set(s) & set("。！？；：\n\t") or s != s.strip()] == []


def test_quotes_in_a_mark_are_paired(marked_articles, negatives):
    surfaces = {m.text for _, mentions in [*marked_articles.values(), *negatives] for m in mentions}
    pairs = ("“”", "《》", "（）")
    assert [s for s in sorted(surfaces) for a, b in pairs if s.count(a) != s.count(b)] == []
