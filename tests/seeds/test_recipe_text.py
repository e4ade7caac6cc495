"""Text before it is learnt: the held-out fifth, places in one run, other names, raw sentences."""

import json
import lzma

import pytest

from wenmai.graph.extract.found import Found
from wenmai.graph.values import EntityType
from wenmai.seeds.recipe.steps import SEEDS
from wenmai.seeds.recipe.text import raw
from wenmai.seeds.recipe.text.data import Example, example_of
from wenmai.seeds.recipe.text.split import is_held_out
from wenmai.seeds.recipe.text.swap import Stock, swapped

PERSON, ORG, PLACE, PROGRAM = EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.PROGRAM


@pytest.mark.parametrize(
    ("identity", "held_out"),
    [
        pytest.param("ann5:5-00-00", True, id="a batch that is held out"),
        pytest.param("ann4:4-04-00", False, id="another batch"),
        pytest.param("A:A004-03", True, id="the fifth article"),
        pytest.param("A:A009-00", True, id="the tenth"),
        pytest.param("A:A005-04", False, id="the sixth, whatever the paragraph"),
        pytest.param("Q1_county:004-01", False, id="text for training only"),
    ],
)
def test_the_held_out_fifth(identity, held_out):
    assert is_held_out(Example(identity, "甲", ())) is held_out


def places(marked):
    """A text whose places stand between [ and ], and the names that are read in it."""
    text, mentions = "", []
    for part in marked.split("["):
        name, closed, rest = part.partition("]")
        if closed:
            start = len(text)
            mentions.append({"start": start, "end": start + len(name), "type": "PLACE", "optional": False})
        text += name + rest
    example = example_of({"id": "1", "text": text, "mentions": mentions}, "a")
    return [example.text[name.start : name.end] for name in example.names]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        pytest.param("赴[江苏][南京]", ["江苏南京"], id="province and city"),
        pytest.param("[晋中市][榆次区]", ["晋中市榆次区"], id="city and district"),
        pytest.param("[丹东市][振兴区][十纬路]", ["丹东市振兴区十纬路"], id="three"),
        pytest.param("[沈阳][钟楼大街]", ["沈阳钟楼大街"], id="a street that begins like a district"),
        pytest.param("[宣化区][钟楼大街]", ["宣化区钟楼大街"], id="no division of the same level"),
        pytest.param("[俄罗斯][斯拉夫扬卡]", ["俄罗斯斯拉夫扬卡"], id="country and town"),
        pytest.param("[新疆][于田]", ["新疆于田"], id="short name of a region"),
        pytest.param("[江苏][山东]", ["江苏", "山东"], id="equals"),
        pytest.param("[长治] [晋城]", ["长治", "晋城"], id="a blank parts them in print"),
        pytest.param("[湘江][长沙]段", ["湘江", "长沙"], id="a river takes nothing in"),
        pytest.param("[江苏]、[南京]", ["江苏", "南京"], id="not in one run"),
    ],
)
def test_places_in_one_run_are_one_name(marked, names):
    assert places(marked) == names


STOCK = Stock(
    surnames=("王",), given=("小明",), places={"沙河": ("平乡",), "沙河市": ("晋州市",), "平乡": ("沙河",)}
)


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        pytest.param("到沙河调研", Found(1, 3, PLACE), "到平乡调研", id="a bare name for a bare one"),
        pytest.param("到沙河市调研", Found(1, 4, PLACE), "到晋州市调研", id="a full one for a full one"),
        pytest.param("沙河市财政局说", Found(0, 6, ORG), "晋州市财政局说", id="before an organisation"),
        pytest.param("王芳说", Found(0, 2, PERSON), "王小明说", id="a person"),
        pytest.param("莎拉说", Found(0, 2, PERSON), "莎拉说", id="no surname of the list"),
        pytest.param("沙河行动", Found(0, 4, PROGRAM), "沙河行动", id="programmes stay"),
    ],
)
def test_swapped(text, name, other):
    results = {swapped(Example("a:1", text, (name,)), STOCK, seed).text for seed in range(20)}
    assert results == {text, other}


def test_swapped_offsets_follow_and_one_name_has_one_successor():
    text = "王芳到沙河市，王芳说沙河市好"
    names = (Found(0, 2, PERSON), Found(3, 6, PLACE), Found(7, 9, PERSON), Found(10, 13, PLACE))
    example = Example("a:1", text, (names[0], names[1], names[3]), (names[2],))
    results = [swapped(example, STOCK, seed) for seed in range(20)]
    both = next(one for one in results if one.text == "王小明到晋州市，王小明说晋州市好")
    assert [both.text[one.start : one.end] for one in both.names] == ["王小明", "晋州市", "晋州市"]
    assert [both.text[one.start : one.end] for one in both.optional] == ["王小明"]
    assert swapped(example, STOCK, 3) == results[3]


def test_the_stock_is_read_from_the_lists():
    stock = Stock.of(SEEDS, [Example("a:1", "王芳菲、莎拉", (Found(0, 3, PERSON), Found(4, 6, PERSON)))])
    assert stock.given == ("芳菲",)
    assert {"王", "李"} <= set(stock.surnames)
    assert "晋中市" in stock.places["太原市"]
    assert "晋中" in stock.places["太原"]
    assert "晋中" not in stock.places["太原市"]


def test_raw_sentences(tmp_path):
    rows = [
        {
            "title": "一个足够长的标题在此",
            "paragraphs": ["这是第一个足够长的句子。短句。这是第二个足够长的句子。"],
        },
        {"title": "", "paragraphs": ["这是第一个足够长的句子。这是被留出的那个句子。"]},
        {"title": "报告", "content": "这是报告里足够长的句子。\n这是报告里另一个句子。"},
    ]
    with lzma.open(tmp_path / "a.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write("\n".join(map(json.dumps, rows)))
    held = ["这是被留出的那个句子。"]
    every = raw.sentences([tmp_path / "a.jsonl.xz"], 1000, held)
    assert sorted(every) == [
        "一个足够长的标题在此",
        "这是报告里另一个句子。",
        "这是报告里足够长的句子。",
        "这是第一个足够长的句子。",
        "这是第二个足够长的句子。",
    ]
    assert raw.sentences([tmp_path / "a.jsonl.xz"], 12, held) == every[: 1 if len(every[0]) >= 12 else 2]
