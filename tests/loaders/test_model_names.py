"""The component `wenmai_names`: exact places in any document, saved and shared with workers."""

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, SpanGroup

from wenmai.graph.extract.own_names import OwnName, OwnNames
from wenmai.graph.page import read_page
from wenmai.graph.values import EntityType
from wenmai.loaders.model import load_pipeline
from wenmai.loaders.model.extract import extract

PAIRS = [["京人", "PERSON"], ["钒谷科技园", "PLACE"], ["Open AI", "ORG"], ["沅川市委", "ORG"]]
NAMES = OwnNames(tuple(OwnName(text, EntityType(kind)) for text, kind in PAIRS))


@pytest.fixture(scope="module")
def nlp():
    made = spacy.blank("zh")
    made.add_pipe("wenmai_names", config={"names": PAIRS})
    return made


def told(doc):
    return [(ent.text, ent.label_, ent._.own) for ent in doc.ents]


def test_words_are_split_where_a_name_begins_and_ends(nlp):
    doc = Doc(nlp.vocab, words=["北京", "人民", "大会", "堂"], spaces=[False] * 4)
    doc.ents = [doc.char_span(0, 4, label="ORG"), doc.char_span(4, 7, label="PLACE")]
    doc.ents[1]._.score = 0.7
    done = nlp.get_pipe("wenmai_names")(doc)
    assert [token.text for token in done] == ["北", "京", "人", "民", "大会", "堂"]
    assert told(done) == [("京人", "PERSON", True), ("大会堂", "PLACE", False)]
    assert [ent._.score for ent in done.ents] == [1.0, 0.7]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("", [], id="empty"),
        pytest.param("钒 谷\n科技园", [("钒 谷\n科技园", "PLACE", True)], id="over layout white space"),
        pytest.param("钒谷\n\n科技园", [], id="not over a blank line"),
        pytest.param("在Open\nAI。OpenAI", [("Open\nAI", "ORG", True)], id="Latin"),
    ],
)
def test_names(nlp, text, names):
    doc = nlp(text)
    assert doc.text == text
    assert told(doc) == names


def test_doubtful_names_that_it_touches_go(nlp):
    doc = Doc(nlp.vocab, words=list("沅川市委和钒谷"), spaces=[False] * 7)
    doc.spans["doubtful"] = SpanGroup(
        doc,
        name="doubtful",
        spans=[doc.char_span(0, 2, label="PLACE"), doc.char_span(5, 7, label="PLACE")],
        attrs={"scores": [0.4, 0.3]},
    )
    done = nlp.get_pipe("wenmai_names")(doc)
    assert [span.text for span in done.spans["doubtful"]] == ["钒谷"]
    assert done.spans["doubtful"].attrs["scores"] == [0.3]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("京人北钒谷科技园 \n　Open AI。", max_size=40))
def test_offsets_hold_for_any_text(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    listed = {name.replace(" ", "") for name, _ in PAIRS}
    for ent in doc.ents:
        assert text[ent.start_char : ent.end_char] == ent.text
        assert "".join(ent.text.split()) in listed


def test_it_keeps_its_names_on_disk_and_in_bytes(nlp, tmp_path):
    nlp.to_disk(tmp_path / "saved")
    packed = spacy.util.load_model_from_config(nlp.config).from_bytes(nlp.to_bytes())
    for again in (spacy.load(tmp_path / "saved"), packed):
        assert told(again("京人在沅川市委")) == [("京人", "PERSON", True), ("沅川市委", "ORG", True)]


def test_they_win_over_a_pipeline_with_any_number_of_workers(ruler):
    assert told(load_pipeline(ruler)("贺启明在沅川市委")) == [
        ("贺启明", "PERSON", False),
        ("沅川市委", "ORG", False),
    ]
    texts = [
        "签约\n\n2月16日，沅川市贺启明到青石县调研，又到钒谷\n科 技园座谈，双方签约。\n",
        "林嘉禾在沅川市委。",
    ]
    pages = [read_page(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    nlp = load_pipeline(ruler, names=NAMES)
    alone = list(extract(pages, nlp))
    assert [(m.text, m.type.value) for found in alone for m in found] == [
        ("沅川", "PLACE"),
        ("贺启明", "PERSON"),
        ("青石县", "PLACE"),
        ("钒谷科技园", "PLACE"),
        ("林嘉禾", "PERSON"),
        ("沅川市委", "ORG"),
    ]
    assert list(extract(pages, nlp, workers=2)) == alone


def test_a_pipeline_with_names_of_its_own_takes_more(nlp, tmp_path):
    nlp.to_disk(tmp_path / "saved")
    more = OwnNames((OwnName("京人", EntityType.ORG),))
    both = load_pipeline(str(tmp_path / "saved"), names=more)
    assert told(both("京人在沅川市委")) == [("京人", "ORG", True), ("沅川市委", "ORG", True)]
