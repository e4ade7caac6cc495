from __future__ import annotations

from itertools import permutations

import pytest

from wenmai.graph.page import ArticleText, join_stories

ROAD = "河湾大桥合龙以后，两岸的菜农第一次不用坐船进城。桥面宽二十四米，设双向四车道，年底通车。"
ROAD_ON = "桥头的菜农老秦算了一笔账：不坐船，一天能多跑两趟。河湾大桥通车以后，两岸的合作社打算合并。"
TEA = "今年头茬春茶比去年早了六天上市，茶农忙着采摘，合作社的炒锅一夜没有停。"
TEA_ON = "合作社的账上，春茶的订单排到了五月。茶农说，炒锅要再添三口。"


def part(name, page, text, *, headline=None, paper="河湾日报", date="2025-03-04", start=None, on=None):
    return ArticleText((name, 0), headline, text, paper, date, page, start, on)


@pytest.mark.parametrize(
    ("articles", "stories"),
    [
        pytest.param(
            [
                part("a", "1", ROAD, headline="大桥合龙", on="3"),
                part("b", "3", ROAD_ON, headline="大桥合龙", start="1"),
            ],
            [(("a", "b"), "大桥合龙")],
            id="both jump lines and the headline",
        ),
        pytest.param(
            [part("a", "01", ROAD, headline="大桥合龙"), part("b", "03", ROAD_ON, start="一")],
            [(("a", "b"), "大桥合龙")],
            id="the first jump line is lost, page numbers are written otherwise",
        ),
        pytest.param(
            [
                part("a", "1", ROAD, headline="大桥合龙", on="3"),
                part("t", "1", TEA, headline="春茶上市", on="3"),
                part("x", "3", TEA_ON, start="1"),
                part("y", "3", ROAD_ON, start="1"),
            ],
            [(("a", "y"), "大桥合龙"), (("t", "x"), "春茶上市")],
            id="two stories jump to one page: content decides",
        ),
        pytest.param(
            [
                part("a", "1", ROAD, headline="大桥合龙", on="2"),
                part("b", "2", ROAD_ON, start="1", on="4"),
                part("c", "4", ROAD + ROAD_ON, start="2"),
            ],
            [(("a", "b", "c"), "大桥合龙")],
            id="three parts",
        ),
        pytest.param(
            [part("a", "1", ROAD, on="4"), part("b", "3", ROAD_ON, start="1")],
            [],
            id="the jump names another page",
        ),
        pytest.param(
            [part("a", "1", ROAD, on="3"), part("b", "3", ROAD_ON, start="1", date="2025-03-05")],
            [],
            id="another issue",
        ),
        pytest.param(
            [part("a", "1", ROAD, on="3"), part("b", "3", ROAD_ON, start="1", paper="柳岸晚报")],
            [],
            id="another paper",
        ),
        pytest.param([part("a", "1", ROAD), part("b", "3", ROAD_ON)], [], id="no jump line"),
        pytest.param(
            [part("a", "3", ROAD, on="3"), part("b", "3", ROAD_ON, start="1")], [], id="the same page"
        ),
        pytest.param(
            [part("t", "1", "城里昨天下了一场雨，气温降了八度。"), part("b", "3", ROAD_ON, start="1")],
            [],
            id="nothing but the page fits",
        ),
        pytest.param([], [], id="no articles"),
    ],
)
def test_join_stories(articles, stories):
    found = join_stories(articles)
    assert [(tuple(source for source, _ in story.parts), story.headline) for story in found] == stories


def test_the_order_of_articles_does_not_matter():
    articles = [
        part("a", "1", ROAD, headline="大桥合龙", on="3"),
        part("t", "1", TEA, headline="春茶上市", on="3"),
        part("x", "3", TEA_ON, start="1"),
        part("y", "3", ROAD_ON, start="1"),
    ]
    assert {join_stories(order) for order in permutations(articles)} == {join_stories(articles)}
