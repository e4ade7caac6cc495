"""The user's own names: where they are found, and what gives way to them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.mentions import mentions_of
from wenmai.graph.extract.own_names import LONGEST, OwnName, OwnNames
from wenmai.graph.text.view import TextView
from wenmai.graph.values import Article, EntityType, Page, Role, Sentence, Span

PERSON, ORG, PLACE, PROGRAM = EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.PROGRAM


def listed(*names):
    return OwnNames(tuple(OwnName(name, ORG) for name in names))


def texts(names, text):
    found = listed(*names).find(text)
    assert all(one.own and one.score == 1 and one.type is ORG for one in found)
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        pytest.param([], "钒谷科技", [], id="no names"),
        pytest.param(["钒谷科技"], "", [], id="no text"),
        pytest.param(
            ["钒谷科技"], "钒谷科技与钒谷科技园", ["钒谷科技", "钒谷科技"], id="everywhere, in others too"
        ),
        pytest.param(["钒谷", "钒谷科技"], "钒谷科技在钒谷", ["钒谷科技", "钒谷"], id="the longest one"),
        pytest.param(
            ["沅川大学", "大学生运动会"], "沅川大学生运动会", ["大学生运动会"], id="the longer of two"
        ),
        pytest.param(
            ["沅川", "沅川大学", "大学生运动会"],
            "沅川大学生运动会",
            ["沅川", "大学生运动会"],
            id="what the longer one leaves room for",
        ),
        pytest.param(["沅川大学", "大学生会"], "沅川大学生会", ["沅川大学"], id="of two as long the first"),
        pytest.param(["钒谷科技"], "钒谷科", [], id="cut off by the end"),
        pytest.param(["AI"], "AI大会、OpenAI、AI2、用AI", ["AI", "AI"], id="Latin names are whole words"),
        pytest.param(["G20"], "G20峰会，G200，AG20", ["G20"], id="so are digits"),
        pytest.param(["Open AI"], "与Open AI合作，OpenAI", ["Open AI"], id="its blank counts"),
        pytest.param(["5G工厂"], "15G工厂和5G工厂", ["5G工厂"], id="a digit before"),
        pytest.param(
            ["ＡＩ（沅川）中心"],
            "AI(沅川)中心，ＡＩ（沅川）中心",
            ["AI(沅川)中心", "ＡＩ（沅川）中心"],
            id="width counts for nothing",
        ),
        pytest.param(["AI"], "ＡＩＢ和ＡＩ", ["ＡＩ"], id="nor at the edge of a word"),
        pytest.param(["沅 川\n市委"], "沅川市委", ["沅川市委"], id="white space in the list"),
        pytest.param(["𠮷野家"], "在𠮷野家。", ["𠮷野家"], id="beyond two bytes"),
    ],
)
def test_find(names, text, found):
    assert texts(names, text) == found


@pytest.mark.parametrize(
    "name",
    ["", " ", "王", "国" * (LONGEST + 1), "沅川。汉宁", "沅川！\n汉宁", "沅川\x07市"],
)
def test_what_is_no_name(name):
    with pytest.raises(ValueError, match="name"):
        OwnName(name, ORG)


@pytest.mark.parametrize("name", ["沅川", "国" * LONGEST, "Yahoo!", "谁来了？", "“沅川”", "A.B"])
def test_what_is_one(name):
    assert texts([name], f"在{name}了") == [name]


def test_two_types_for_one_name():
    with pytest.raises(ValueError, match="two types"):
        OwnNames((OwnName("沅川", PLACE), OwnName("沅 川", ORG)))


NAMES = st.lists(st.text("甲乙丙A1", min_size=2, max_size=5), max_size=12)


@given(NAMES, st.text("甲乙丙A1", max_size=40), st.randoms())
def test_any_order_gives_the_same(names, text, random):
    shuffled = [*names, *names]
    random.shuffle(shuffled)
    assert listed(*shuffled) == listed(*names)
    assert listed(*shuffled).find(text) == listed(*names).find(text)


@given(NAMES, st.text("甲乙丙A1", max_size=40))
def test_nothing_that_could_stand_is_left_out(names, text):
    found = listed(*names).find(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert {text[one.start : one.end] for one in found} <= set(names)
    taken = {i for one in found for i in range(one.start, one.end)}
    for name in names:
        for start in range(len(text) - len(name) + 1):
            end = start + len(name)
            if text[start:end] == name and not word_goes_on(text, start) and not word_goes_on(text, end):
                assert taken & set(range(start, end))


def word_goes_on(text, at):
    return 0 < at < len(text) and {text[at - 1], text[at]} <= set("A1")


SOURCE = "沅川\n市委书记王伟明说：“请看《钒谷》。”"


def page(*, marks=(), credited=()):
    view = TextView.of(SOURCE)
    sentence = Sentence(0, 0, 0, Role.BODY, Span(0, len(view.text)))
    return Page(
        "p.txt", view, (Article(0, Span(0, len(SOURCE))),), (sentence,), credited=credited, marks=marks
    )


def place(text):
    start = page().view.text.index(text)
    return start, start + len(text)


def own(text, kind):
    return Found(*place(text), kind, own=True)


def other(text, kind):
    return Found(*place(text), kind, 0.9)


@pytest.mark.parametrize(
    ("setting", "found", "expected"),
    [
        pytest.param(
            {},
            [own("沅川", PLACE), other("沅川市委", ORG)],
            [("沅川", "PLACE", 1.0)],
            id="a longer name gives way",
        ),
        pytest.param(
            {},
            [own("王伟", PERSON), other("王伟明", PERSON)],
            [("王伟", "PERSON", 1.0)],
            id="also one of its type",
        ),
        pytest.param(
            {},
            [own("沅川市委", ORG), other("沅川", PLACE), other("王伟明", PERSON)],
            [("沅川市委", "ORG", 1.0), ("王伟明", "PERSON", 0.9)],
            id="a shorter one too, others stay",
        ),
        pytest.param(
            {}, [own("沅川", ORG), other("沅川", PLACE)], [("沅川", "ORG", 1.0)], id="its type counts"
        ),
        pytest.param(
            {}, [own("《钒谷》。", PROGRAM)], [("《钒谷》。", "PROGRAM", 1.0)], id="marks at its ends stay"
        ),
        pytest.param(
            {"credited": (Span(*place("王伟")),)},
            [own("王伟明", PERSON)],
            [("王伟明", "PERSON", 1.0)],
            id="a credited person gives way",
        ),
        pytest.param(
            {"marks": (2,)},
            [own("沅川市委", ORG), other("王伟明", PERSON)],
            [("王伟明", "PERSON", 0.9)],
            id="none across a mark",
        ),
        pytest.param(
            {"marks": (2,)},
            [own("沅川市委", ORG), other("沅川", PLACE)],
            [("沅川", "PLACE", 0.9)],
            id="which makes no other give way",
        ),
    ],
)
def test_mentions(setting, found, expected):
    mentions = mentions_of(page(**setting), found)
    assert [(one.text, one.type.value, one.score) for one in mentions] == expected
