"""Mentions: role, sentence and source offsets of found names."""

import pytest

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.mentions import mentions_of
from wenmai.graph.text.view import TextView
from wenmai.graph.values import Article, EntityType, Page, Role, Sentence, Span

SOURCE = "晋 中 新 闻\n本报讯（记者 张三）\n市委\n今天开会。李四来了。\n"
VIEW = "晋中新闻本报讯（记者张三）市委今天开会。李四来了。"
ROLES = [
    ("晋中新闻", Role.HEADLINE),
    ("本报讯（记者张三）市委今天开会。", Role.BODY),
    ("李四来了。", Role.REPEAT),
]


def page(*, bylines=(), credited=(), agency=None):
    view = TextView.of(SOURCE)
    assert view.text == VIEW
    sentences, at = [], 0
    for number, (text, role) in enumerate(ROLES):
        sentences.append(Sentence(number, 0, number, role, Span(at, at + len(text))))
        at += len(text)
    article = Article(0, Span(0, len(SOURCE)), agency=agency)
    return Page("p.txt", view, (article,), tuple(sentences), tuple(bylines), tuple(credited))


def at(text):
    return Span(VIEW.index(text), VIEW.index(text) + len(text))


def find(text, kind=EntityType.PERSON, score=0.5):
    return Found(at(text).start, at(text).end, kind, score)


def told(mentions):
    return [(one.text, one.type.value, one.role.value, one.sentence, one.at, one.score) for one in mentions]


@pytest.mark.parametrize(
    ("setting", "found", "expected"),
    [
        pytest.param({}, [], [], id="nothing"),
        pytest.param(
            {},
            [find("李四"), find("晋中", EntityType.PLACE)],
            [("晋中", "PLACE", "headline", 0, 0, 0.5), ("李四", "PERSON", "repeat", 2, 0, 0.5)],
            id="role of the sentence, in order of place",
        ),
        pytest.param(
            {"bylines": [at("（记者张三）")]},
            [find("张三"), find("市委", EntityType.ORG)],
            [("张三", "PERSON", "byline", 1, 6, 0.5), ("市委", "ORG", "body", 1, 9, 0.5)],
            id="inside a by-line",
        ),
        pytest.param(
            {"bylines": [at("本报讯（记者张三）")], "agency": "本报"},
            [find("本报讯", EntityType.ORG), find("张三")],
            [("本报", "ORG", "byline", 1, 0, 1.0), ("张三", "PERSON", "byline", 1, 6, 0.5)],
            id="an agency in a by-line, a found name that goes too far",
        ),
        pytest.param(
            {"agency": "市委"},
            [],
            [],
            id="an agency's name in the text is the finder's affair",
        ),
        pytest.param(
            {"bylines": [at("（记者张三）")], "credited": [at("张三")]},
            [],
            [("张三", "PERSON", "byline", 1, 6, 1.0)],
            id="credited, not found",
        ),
        pytest.param(
            {"credited": [at("张三")]},
            [find("记者张三", EntityType.ORG), find("市委", EntityType.ORG)],
            [("张三", "PERSON", "byline", 1, 6, 1.0), ("市委", "ORG", "body", 1, 9, 0.5)],
            id="credited wins over what touches it",
        ),
        pytest.param(
            {}, [find("闻本报", EntityType.ORG)], [], id="a name across the end of a sentence is none"
        ),
        pytest.param(
            {},
            [find("市委", EntityType.ORG), find("市委今天", EntityType.ORG)],
            [("市委今天", "ORG", "body", 1, 9, 0.5)],
            id="of two that overlap one stays",
        ),
        pytest.param(
            {"bylines": [at("张三）市")]},
            [find("市委", EntityType.ORG)],
            [("市委", "ORG", "body", 1, 9, 0.5)],
            id="half in a by-line is not inside",
        ),
    ],
)
def test_mentions_of(setting, found, expected):
    assert told(mentions_of(page(**setting), found)) == expected


def test_offsets_are_those_of_the_source():
    (headline, person) = mentions_of(page(), [find("晋中", EntityType.PLACE), find("张三")])
    assert SOURCE[headline.start : headline.end] == "晋 中"
    assert SOURCE[person.start : person.end] == "张三"
    assert (headline.source, headline.article) == ("p.txt", 0)
