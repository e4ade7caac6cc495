from __future__ import annotations

import random

import pytest

from wenmai.graph.page import ArticleText, find_reprints

DISPATCH = (
    "两部门昨日联合启动农村客运提升专项，计划用三年时间让两万个行政村的班车固定时刻、固定站点。"
    "专项资金优先投向山区和库区，每条线路都要公布票价和车次，群众可以用手机查询。"
    "有关负责人表示，各地要把客运站同邮政网点、供销社合并建设，避免建好以后没人管。"
)
SHORTER = DISPATCH[: DISPATCH.rindex("有关负责人")]
OTHER = (
    "市图书馆新馆昨天迎来第一批读者，馆内设座位两千一百个，少儿阅览区占了一整层。"
    "馆长说，开馆时间延长到晚上九点，周末照常开放，读者凭身份证就能借书。"
)


def text(source, words, *, date="2025-04-21", number=0):
    return ArticleText((source, number), None, words, None, date)


@pytest.mark.parametrize(
    ("articles", "groups"),
    [
        pytest.param(
            [text(f"报{k}", DISPATCH, date=f"2025-04-2{k}") for k in range(1, 9)],
            [("报1", ["报2", "报3", "报4", "报5", "报6", "报7", "报8"])],
            id="one dispatch in eight papers",
        ),
        pytest.param(
            [text("甲", DISPATCH, date="2025-04-22"), text("乙", DISPATCH, date="2025-04-21")],
            [("乙", ["甲"])],
            id="the earlier one is the original",
        ),
        pytest.param(
            [text("乙", DISPATCH, date=None), text("甲", DISPATCH, date="2025-04-22")],
            [("甲", ["乙"])],
            id="a known date comes before none",
        ),
        pytest.param([text("甲", DISPATCH), text("乙", SHORTER)], [("乙", ["甲"])], id="cut from below"),
        pytest.param(
            [text("甲", DISPATCH), text("乙", DISPATCH.replace("，", ",").replace("昨日", "２１日"))],
            [("乙", ["甲"])],
            id="half-width punctuation and another word for the day",
        ),
        pytest.param([text("甲", DISPATCH), text("乙", OTHER)], [], id="different texts"),
        pytest.param([text("甲", DISPATCH), text("甲", DISPATCH, number=1)], [], id="twice in one source"),
        pytest.param([text("甲", "短讯一则。"), text("乙", "短讯一则。")], [], id="too short to tell"),
        pytest.param([], [], id="no articles"),
    ],
)
def test_find_reprints(articles, groups):
    found = find_reprints(articles)
    assert [(r.original[0], [source for source, _ in r.copies]) for r in found] == groups


def test_the_order_of_articles_does_not_matter():
    articles = [
        text(f"报{k}", words, number=n) for k in range(6) for n, words in enumerate((DISPATCH, OTHER))
    ]
    expected = find_reprints(articles)
    assert [len(group.copies) for group in expected] == [5, 5]
    for seed in range(5):
        shuffled = random.Random(seed).sample(articles, len(articles))  # noqa: S311 - a fixed shuffle
        assert find_reprints(shuffled) == expected
