"""The trained pipeline: offsets whatever the text, and the same names whatever stands around it."""

import json
import pickle
import random
import shutil

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wenmai.graph.text.sentences import split
from wenmai.graph.text.view import TextView
from wenmai.graph.values import Article, Page, Role, Sentence, Span
from wenmai.loaders.model import load_pipeline, model_path, shipped
from wenmai.loaders.model.extract import extract
from wenmai.loaders.problems import ModelError

pytestmark = pytest.mark.pipeline

ARTICLE = (
    "晋中市委书记常书铭到榆次区调研。\n\n本报讯（记者 李静）国家发展改革委印发通知，部署“清水进村”行动。"
)
TEXTS = [
    ARTICLE,
    "上海市人民政府与清华大学签署协议。",
    "",
    "王建国说，长江大桥明年通车！他还说：“我们不怕困难。”",
    "晋 中 市 委 书 记 常 书 铭 到\n榆 次 区 调 研 。",
    "教育部部长怀进鹏到云南省调研，乡村振兴战略稳步推进。" * 40,
]


@pytest.fixture(scope="module", params=shipped())
def name(request):
    return request.param


@pytest.fixture(scope="module")
def nlp(name):
    return load_pipeline(name)


def told(doc):
    return [(ent.start_char, ent.end_char, ent.label_, ent._.score) for ent in doc.ents]


def page(number, text):
    view = TextView.of(text)
    sentences = tuple(Sentence(i, 0, 0, Role.BODY, span) for i, span in enumerate(split(view.text)))
    return Page(f"{number}.txt", view, (Article(0, Span(0, len(text))),), sentences)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\n　", [], id="white space"),
        pytest.param("😀👨‍👩‍👧！", [], id="emoji"),
        pytest.param(
            ARTICLE,
            [
                ("晋中市委", "ORG"),
                ("常书铭", "PERSON"),
                ("榆次区", "PLACE"),
                ("李静", "PERSON"),
                ("国家发展改革委", "ORG"),
                ("“清水进村”行动", "PROGRAM"),
            ],
            id="plain",
        ),
        pytest.param(
            TEXTS[4],
            [("晋 中 市 委", "ORG"), ("常 书 铭", "PERSON"), ("榆 次 区", "PLACE")],
            id="letter-spaced, over two lines",
        ),
        pytest.param("😀王建国到了上海。", [("王建国", "PERSON"), ("上海", "PLACE")], id="behind an emoji"),
        pytest.param("王建國到了上海。", [("王建國", "PERSON"), ("上海", "PLACE")], id="traditional"),
    ],
)
def test_names(nlp, text, names):
    doc = nlp(text)
    assert doc.text == text
    assert [(ent.text, ent.label_) for ent in doc.ents] == names


def test_scores_are_probabilities_of_three_decimals(nlp):
    scores = [ent._.score for text in TEXTS for ent in nlp(text).ents]
    assert all(0 < score <= 1 and round(score, 3) == score for score in scores)
    assert min(scores) > 0.3


def test_a_sentence_of_twenty_thousand_characters_is_read_to_its_end(nlp):
    text = "王建国说，" + "他们一路走来，看见田里的麦子长势很好，" * 1050 + "教育部部长怀进鹏到云南省调研"
    assert len(text) > 19_900
    found = [(ent.text, ent.label_) for ent in nlp(text).ents]
    assert found[0] == ("王建国", "PERSON")
    assert found[-3:] == [("教育部", "ORG"), ("怀进鹏", "PERSON"), ("云南省", "PLACE")]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                "上海",
                "王建国",
                "教育部",
                "，",
                "。",
                "！”",
                " ",
                "\n",
                "\n\n",
                "　",
                "😀",
                "Open AI",
                "2025",
                "國",
            ]
        )
        | st.characters(),
        max_size=25,
    )
)
def test_offsets_hold_for_any_text(nlp, parts):
    text = "".join(parts)
    doc = nlp(text)
    assert doc.text == text
    for ent in doc.ents:
        assert text[ent.start_char : ent.end_char] == ent.text
        assert ent.text.strip() == ent.text
        assert "\n\n" not in ent.text


def test_nothing_around_a_text_changes_its_names(name, nlp):
    alone = {text: told(load_pipeline(name)(text)) for text in TEXTS}
    order = TEXTS * 2
    for seed, batch_size in ((1, 1), (2, 2), (3, 7)):
        random.Random(seed).shuffle(order)  # noqa: S311 no secret
        assert [told(doc) for doc in nlp.pipe(order, batch_size=batch_size)] == [
            alone[text] for text in order
        ]
    assert [told(doc) for doc in nlp.pipe(TEXTS, n_process=2)] == [alone[text] for text in TEXTS]


def test_a_neighbour_in_the_same_text_changes_no_score(nlp):
    sentence = "上海市人民政府与清华大学签署协议。"
    first = told(nlp(sentence))
    behind = told(nlp(f"{TEXTS[5]}\n\n{sentence}"))[-len(first) :]
    shift = len(TEXTS[5]) + 2
    assert [(start - shift, end - shift, label, score) for start, end, label, score in behind] == first


def test_workers_change_nothing(nlp):
    pages = [page(number, text) for number, text in enumerate(TEXTS)]
    alone = list(extract(pages, nlp))
    assert list(extract(pages, nlp, workers=2)) == alone
    assert list(extract(pages[::-1], nlp)) == alone[::-1]
    assert [mention.text for mention in alone[4]] == ["晋中市委", "常书铭", "榆次区"]


def test_names_known_before_stay(nlp):
    doc = nlp.make_doc("王建国到了上海。")
    doc.ents = [doc.char_span(0, 2, label="ORG")]
    assert [(ent.text, ent.label_) for ent in nlp.get_pipe("wenmai_encoder")(doc).ents] == [
        ("王建", "ORG"),
        ("上海", "PLACE"),
    ]


def test_the_pipeline_travels(name, nlp, tmp_path):
    nlp.to_disk(tmp_path)
    by_bytes = spacy.util.get_lang_class("zh").from_config(nlp.config).from_bytes(nlp.to_bytes())
    copies = [spacy.load(tmp_path), spacy.load(model_path(name)), by_bytes]
    assert [told(copy(ARTICLE)) for copy in copies] == [told(nlp(ARTICLE))] * 3
    component = pickle.loads(pickle.dumps(nlp.get_pipe("wenmai_encoder")))  # noqa: S301 our own bytes
    assert told(component(nlp.make_doc(ARTICLE))) == told(nlp(ARTICLE))


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        (
            "encoder.onnx",
            lambda path: path.write_bytes(path.read_bytes()[:-1] + b"x"),
            "the hash of encoder.onnx is wrong",
        ),
        (
            "pieces.tsv",
            lambda path: path.write_bytes(path.read_bytes() + b"\n"),
            "the hash of pieces.tsv is wrong",
        ),
        ("encoder.onnx", lambda path: path.unlink(), "encoder.onnx is missing"),
        ("encoder.json", lambda path: path.unlink(), "encoder.json is missing"),
        (
            "encoder.json",
            lambda path: path.write_text("{", encoding="utf-8"),
            "encoder.json is not what it should be",
        ),
        (
            "encoder.json",
            lambda path: path.write_text("{}", encoding="utf-8"),
            "encoder.json is not what it should be",
        ),
        *(
            (
                "encoder.json",
                lambda path, said=said: path.write_text(
                    json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"temperature": said}),
                    encoding="utf-8",
                ),
                f"its temperature, {float(said)}, is no number above 0",
            )
            for said in (0, -1.0, "nan", "inf")
        ),
    ],
)
def test_damaged_weights(tmp_path, monkeypatch, file, change, message):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    folder = tmp_path / "damaged"
    shutil.copytree(model_path(), folder)
    change(folder / "wenmai_encoder" / file)
    with pytest.raises(ModelError) as problem:
        load_pipeline(str(folder))
    assert str(problem.value) == (
        f"the pipeline {folder / 'wenmai_encoder'} is damaged: {message}; install wenmai again"
    )
