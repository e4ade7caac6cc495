"""Annotated files in every format: what is read, exactly; what is broken, in one line each."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.extract.found import Found
from wenmai.graph.score import Annotated
from wenmai.graph.values import EntityType
from wenmai.loaders.annotated import Labels, read_annotated, read_text
from wenmai.loaders.annotated.suggestion import Origin, Suggestion
from wenmai.loaders.annotated.writing import AnnotationFormat, written
from wenmai.loaders.problems import UsageError

EXPORTS = Path(__file__).parent / "exports"
FIRST = "沅川市委书记贺启明到青石县调研“钒谷”行动。"
SECOND = "😀林嘉禾加入 Open AI 公司。"
NAMES = [
    [("沅川市委", "ORG"), ("贺启明", "PERSON"), ("青石县", "PLACE"), ("“钒谷”行动", "PROGRAM")],
    [("林嘉禾", "PERSON"), ("Open AI", "ORG")],
]


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def surfaces(text: Annotated) -> list[tuple[str, str]]:
    return [(text.text[name.start : name.end], name.type.value) for name in text.names]


@pytest.mark.parametrize(
    ("file", "texts", "ids", "numbers"),
    [
        pytest.param("own.jsonl", [FIRST, SECOND], ["s-1", "s-2"], [1, 2], id="our own"),
        pytest.param("doccano.jsonl", [FIRST, SECOND], ["11", "12"], [1, 2], id="doccano, Chinese labels"),
        pytest.param("doccano-relations.jsonl", [FIRST, SECOND], ["11", "12"], [1, 2], id="newer doccano"),
        pytest.param("spacy.jsonl", [FIRST, SECOND], None, [1, 2], id="spaCy"),
        pytest.param("prodigy.jsonl", [FIRST, SECOND], None, [1, 2], id="Prodigy"),
        pytest.param("label-studio.json", [FIRST, SECOND], ["1", "2"], [1, 2], id="Label Studio, UTF-16"),
        pytest.param("label-studio-min.json", [FIRST, SECOND], ["1", "2"], [1, 2], id="Label Studio, short"),
        pytest.param("characters.conll", [FIRST, SECOND], None, [1, 24], id="characters, IOB2"),
        pytest.param(
            "words.conll", [FIRST, "😀林嘉禾加入Open AI公司。"], None, [2, 15], id="words, BIOES"
        ),
    ],
)  # fmt: skip
def test_each_format(file: str, texts: list[str], ids: list[str] | None, numbers: list[int]) -> None:
    gold = read_annotated([str(EXPORTS / file)])
    assert gold.problems == ()
    assert [one.text for one in gold.texts] == texts
    assert [surfaces(one) for one in gold.texts] == NAMES
    assert [one.where for one in gold.texts] == [f"{file}#{number}" for number in numbers]
    assert [one.id for one in gold.texts] == (ids or [one.where for one in gold.texts])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("file", ["doccano.jsonl", "characters.conll", "label-studio-min.json"])
def test_content_tells_whatever_the_name_and_encoding(file: str, encoding: str, tmp_path: Path) -> None:
    text = (EXPORTS / file).read_text(encoding="utf-8").replace("\n", "\r\n")
    (tmp_path / "x.dat").write_bytes(text.encode(encoding))
    gold = read_annotated([str(tmp_path)])
    assert [surfaces(one) for one in gold.texts] == NAMES
    assert gold.problems == ()


def test_standard_input() -> None:
    gold = read_annotated(["-"], stdin=BytesIO((EXPORTS / "own.jsonl").read_bytes()))
    assert [one.where for one in gold.texts] == ["stdin#1", "stdin#2"]


@pytest.mark.parametrize(
    ("lines", "text", "names"),
    [
        pytest.param("贺 I-PER|启 I-PER|在 O|京 I-LOC", "贺启在京", "贺启 PERSON,京 PLACE", id="IOB1"),
        pytest.param("贺 B-PER|沈 B-PER|明 I-PER", "贺沈明", "贺 PERSON,沈明 PERSON", id="side by side"),
        pytest.param("贺 B_NAME|启 M_NAME|明 E_NAME|。 O", "贺启明。", "贺启明 PERSON", id="BMES"),
        pytest.param("贺 B-PER|明 L-PER|京 U-LOC", "贺明京", "贺明 PERSON,京 PLACE", id="BILOU"),
        pytest.param("京 S-LOC|沪 I-LOC", "京沪", "京 PLACE,沪 PLACE", id="I behind S begins"),
        pytest.param("市 B-LOC|委 I-ORG", "市委", "市 PLACE,委 ORG", id="I of another type begins"),
        pytest.param("贺 nr B-PER.NAM|2 m O|0 m O", "贺20", "贺 PERSON", id="three columns; digits join"),
        pytest.param("# O|A B-ORG|\tO|B O", "#A B", "A ORG", id="a hash and a blank as tokens"),
        pytest.param("# text = A B 京|# id = O|A\tO|B\tO|京\tB-LOC", "A B 京", "京 PLACE", id="text given"),
        pytest.param("in O|2025 O|年 O|GDP B-ORG", "in 2025年GDP", "GDP ORG", id="Latin words apart"),
    ],
)
def test_columns(lines: str, text: str, names: str) -> None:
    gold = read_text(lines.replace("|", "\n"), name="x")
    assert gold.problems == ()
    assert [one.text for one in gold.texts] == [text]
    assert ",".join(f"{surface} {kind}" for surface, kind in surfaces(gold.texts[0])) == names


def line(text: str, *marks: object, **more: object) -> str:
    return json.dumps({"text": text, "label": list(marks), **more}, ensure_ascii=False)


GOOD = line("贺启明到京", [0, 3, "PER"])


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        pytest.param('{"text": "贺', "x#2: no valid JSON (", id="cut short"),
        pytest.param(
            r'{"text": "贺\ud83d", "label": []}', r"x#2: it holds half a character, \ud83d; ", id="half"
        ),
        pytest.param("17", "x#2: no JSON object; write {…} on each line", id="no object"),
        pytest.param('{"label": []}', "x#2: it has no text; ", id="no text"),
        pytest.param('{"text": "贺"}', "x#2: no list of marks, such as mentions; ", id="no marks"),
        pytest.param(
            line("贺启明", [0, 4, "PER"]),
            "x#2: the mark 0..4 is outside its text of 3 characters",
            id="too far",
        ),
        pytest.param(line("贺启明", [2, 2, "PER"]), "x#2: the mark 2..2 is outside", id="empty"),
        pytest.param(line("贺 明", [1, 2, "PER"]), "x#2: the mark 2..2 is outside", id="white space only"),
        pytest.param(line("贺启明", [-3, 3, "PER"]), "x#2: the mark -3..3 is outside", id="negative"),
        pytest.param(line("贺启明", ["0", 3, "PER"]), "x#2: no mark: {'start': '0'", id="offset as text"),
        pytest.param(line("贺启明", [0, 3]), "x#2: no mark: {'start': 0, 'end': 3}", id="no label"),
        pytest.param(line("贺启明", "PER"), "x#2: no mark: PER; write [start, end, label]", id="a class"),
        pytest.param(
            line("贺启明", {"start": 0, "end": 2, "text": "启明", "label": "PER"}),
            "x#2: at the mark 0..2 the text says “贺启”, the file “启明”; mend the offsets",
            id="another stretch",
        ),
    ],
)
def test_broken_lines(bad: str, says: str) -> None:
    """A broken line is named, the rest is read."""
    gold = read_text(f"{GOOD}\n{bad}\n{GOOD}\n", name="x")
    assert [one.where for one in gold.texts] == ["x#1", "x#3"]
    [problem] = map(str, gold.problems)
    assert problem.startswith(says)
    assert "\n" not in problem


def test_broken_columns_leave_out_the_sentence() -> None:
    gold = read_text("贺\tB-PER\n启\n明\tI-PER\n\n京\tB-LOC\n", name="x")
    assert [one.text for one in gold.texts] == ["京"]
    assert [str(one).split(";")[0] for one in gold.problems] == ["x#2: its last column is no tag: 启"]
    gold = read_text("# text = 贺启\n贺\tO\n明\tO\n\n京\tB-LOC\n", name="x")
    assert [str(one).split(";")[0] for one in gold.problems] == [
        "x#2: the comment # text = differs from the lines below"
    ]


def test_unknown_labels_are_said_once_each() -> None:
    rows = [line("贺启明到京", [0, 3, "PER"], [4, 5, "景点"]), line("京", [0, 1, "景点"], [0, 1, "DATE"])]
    gold = read_text("\n".join(rows), name="x")
    assert [surfaces(one) for one in gold.texts] == [[("贺启明", "PERSON")], []]
    said = (
        "{0}: the label {1} is unknown (left out: {2}); say what it means, such as --label {1}=PLACE, "
        "or leave it out by --label {1}=ignore"
    )
    problems = [said.format("x#2", "DATE", 1), said.format("x#1", "景点", 2)]
    assert [str(one) for one in gold.problems] == problems
    labels = Labels.of([("景点", "地点"), ("date", "ignore")])
    gold = read_text("\n".join(rows), name="x", labels=labels)
    assert gold.problems == ()
    assert [surfaces(one) for one in gold.texts] == [
        [("贺启明", "PERSON"), ("京", "PLACE")],
        [("京", "PLACE")],
    ]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        *((label, "PERSON") for label in ("PER", "person", "人物", "人名", "nr", "PER.NAM", "ＰＥＲ")),
        *((label, "ORG") for label in ("ORG", "Organization", "机构", "组织", "公司", "nt", "company")),
        *((label, "PLACE") for label in ("LOC", "GPE", "FAC", "地点", "地名", "ns", "address", " LOC ")),
        *((label, "PROGRAM") for label in ("PROGRAM", "项目", "工程", "Programme", "PROJECT", "计划")),
    ],
)
def test_usual_labels(label: str, kind: str) -> None:
    assert Labels().type_of(label) is EntityType(kind)


def test_the_documented_labels_are_known() -> None:
    page = (Path(__file__).parents[3] / "docs" / "evaluating.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(PERSON|ORG|PLACE|PROGRAM)` \| (.*) \|$", page, re.MULTILINE)
    assert [kind for kind, _ in rows] == ["PERSON", "ORG", "PLACE", "PROGRAM"]
    wrong = [label for kind, said in rows for label in said.split(", ") if Labels().type_of(label) != kind]
    assert wrong == []


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        pytest.param(
            [("x", "y")], "--label x=y: y is unknown; say PERSON, ORG, PLACE, PROGRAM", id="unknown"
        ),
        pytest.param([("x", "ORG"), ("X", "LOC")], "--label: X means two things", id="two meanings"),
    ],
)
def test_impossible_meanings(pairs: list[tuple[str, str]], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        Labels.of(pairs)


def task(*results: list[tuple[int, int, str]], **more: object) -> dict[str, object]:
    made = [
        {"result": [{"value": {"start": s, "end": e, "labels": [label]}} for s, e, label in marks]}
        for marks in results
    ]
    return {"data": {"text": "贺启明到京"}, "annotations": made, **more}


def test_tasks_of_several_minds() -> None:
    true = task([(0, 3, "PER")], [(4, 5, "LOC")])
    true["annotations"][1]["ground_truth"] = True  # type: ignore[index]
    skipped = task([(0, 3, "PER")])
    skipped["annotations"][0]["was_cancelled"] = True  # type: ignore[index]
    tasks = [
        true, task([(0, 3, "PER")], [(0, 3, "PER")]), task([(0, 3, "PER")], [(0, 3, "ORG")]), skipped,
        {"data": {"text": "京"}, "predictions": [{"result": []}]}, task([]),
        task([(0, 3, "PER")], completions=2), task(annotations=2, predictions=[]),
    ]  # fmt: skip
    gold = read_text(json.dumps(tasks, ensure_ascii=False), name="x")
    person = [("贺启明", "PERSON")]
    assert {one.where: surfaces(one) for one in gold.texts} == {
        "x#1": [("京", "PLACE")], "x#2": person, "x#3": person, "x#6": [], "x#7": person,
    }  # fmt: skip
    assert [str(one).split(";")[0] for one in gold.problems] == [
        "x#3: annotations differ, the first is taken (tasks of this kind: 1)",
        "x#4: the task is not annotated and left out (of this kind: 3)",
    ]


def test_what_was_passed_over_in_prodigy() -> None:
    marked = {"text": "贺启明到京", "spans": [{"start": 0, "end": 3, "label": "PER"}]}
    rows = [json.dumps(marked | {"answer": answer}) for answer in ("reject", "accept", "ignore")]
    gold = read_text("\n".join(rows), name="x")
    assert [one.where for one in gold.texts] == ["x#2"]
    [problem] = map(str, gold.problems)
    assert problem.startswith("x#1: the task is not annotated and left out (of this kind: 2)")


@pytest.mark.parametrize(
    ("data", "texts", "says"),
    [
        pytest.param({"文章": "贺启明到京", "字数": 5}, ["贺启明到京"], None, id="the only text"),
        pytest.param({"a": "短", "b": "贺启明到京"}, ["贺启明到京"], None, id="the only one that fits"),
        pytest.param(
            {"a": "贺启明", "b": "贺启明到京"}, [], "cannot tell which part of data was marked",
            id="two fit",
        ),
    ],
)  # fmt: skip
def test_which_text_was_marked(data: dict[str, object], texts: list[str], says: str | None) -> None:
    gold = read_text(json.dumps([{**task([(0, 3, "PER")]), "data": data}], ensure_ascii=False), name="x")
    assert [one.text for one in gold.texts] == texts
    assert [one.message.split(" (")[0] for one in gold.problems] == ([says] if says else [])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param("今天没有标注。\n", "x.txt: in no known annotation format; give JSON lines", id="prose"),
        pytest.param('[\n {"text": "贺",\n', "x.txt: no valid JSON (", id="a list cut short"),
        pytest.param("[]", "x.txt: there is no annotated text in it; check the file", id="an empty list"),
        pytest.param("", "x.txt: the file is empty", id="empty"),
        pytest.param("\x00\x01\x02\x03", "x.txt: it is not text", id="binary"),
    ],
)
def test_broken_files(content: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(content, encoding="utf-8")
    (tmp_path / "y.txt").write_text(GOOD, encoding="utf-8")
    gold = read_annotated([str(tmp_path), str(tmp_path / "none")])
    assert [one.where for one in gold.texts] == ["y.txt#1"]
    [missing, problem] = map(str, gold.problems)
    assert problem.startswith(says)
    assert missing == f"{tmp_path}/none: it does not exist; check the path"


texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=30).filter(
    lambda text: not text.isspace() and text.strip("\ufeff\u200b\u3000 ") and len(text.splitlines()) == 1
)


@st.composite
def suggestions(draw: st.DrawFn) -> Suggestion:
    """A text with names that do not overlap and neither begin nor end with white space."""
    text = draw(texts)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    names = [
        Found(start, end, draw(st.sampled_from(EntityType)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        if text[start:end] == text[start:end].strip()
    ]
    return Suggestion(Annotated("a", text, tuple(names), where="x#1"), Origin("a.txt", 0, 0, 9), 0.5)


@pytest.mark.parametrize("form", list(AnnotationFormat))
@given(data=st.data())
def test_what_is_written_is_read(form: AnnotationFormat, data: st.DataObject) -> None:
    """The writers' files come back as they were, be it by way of a tool that confirms the suggestions."""
    many = data.draw(st.lists(suggestions(), min_size=1, max_size=3))
    text = "\n".join(written(many, form))
    if form is AnnotationFormat.LABEL_STUDIO:
        tasks = [{**one, "annotations": one["predictions"]} for one in json.loads(text)]
        text = json.dumps(tasks, ensure_ascii=False)
    gold = read_text(text, name="x")
    assert gold.problems == ()
    assert [(one.text, one.names) for one in gold.texts] == [
        (one.annotated.text, one.annotated.names) for one in many
    ]


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        said = [str(problem) for problem in read_text(text, name="x").problems]
    except ValueError as error:
        said = [str(error)]
    assert not any("\n" in one for one in said)
