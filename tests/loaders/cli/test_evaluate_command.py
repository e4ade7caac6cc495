"""wenmai evaluate, run as a user runs it: the real pipeline on small marked files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

GOLD = [
    (
        "贺启明在北京会见财政部部长周卫国。",
        [[0, 3, "人物"], [4, 6, "地点"], [8, 11, "机构"], [13, 16, "人物"]],
    ),
    ("财政部今天开会。", [[0, 3, "LOC"]]),
]  # fmt: skip
ROWS = "".join(json.dumps({"text": text, "label": marks}, ensure_ascii=False) + "\n" for text, marks in GOLD)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "gold.jsonl").write_text(ROWS, encoding="utf-8", newline="\n")
    return tmp_path


def test_the_shipped_pipeline_on_a_small_file(wenmai: Any, gold: Path) -> None:
    words = ("evaluate", "gold.jsonl", "--html", "e.html", "--json", "e.json")
    ran = wenmai(*words, cwd=gold)
    table = {line.split()[0]: line.split()[1:] for line in ran.out.splitlines()[2:9]}
    assert table["PERSON"] == ["1.000", "1.000", "1.000", "2", "2", "2"]
    assert table["ORG"] == ["0.500", "1.000", "0.667", "1", "2", "1"]
    assert table["all"] == ["0.800", "0.800", "0.800", "5", "5", "4"]
    assert table["untyped"] == ["1.000", "1.000", "1.000", "5", "5", "5"]
    assert ran.out.splitlines()[-2:] == [
        "gold.jsonl#2  wrong type  marked PLACE 财政部, found ORG 财政部",
        "    【⟨财政部⟩】今天开会。",
    ]
    assert ran.err == ""
    [error] = json.loads((gold / "e.json").read_text(encoding="utf-8"))["errors"]
    assert (error["kind"], error["where"]) == ("type", "gold.jsonl#2")
    before = [(gold / name).read_bytes() for name in ("e.html", "e.json")]
    assert wenmai(*words, cwd=gold).out == ran.out
    assert [(gold / name).read_bytes() for name in ("e.html", "e.json")] == before


def test_standard_input_in_chinese_with_labels_of_ones_own(wenmai: Any, tmp_path: Path) -> None:
    columns = "贺\tB-领导\n启\tI-领导\n明\tI-领导\n来\tO\n了\tO\n。\tO\n".encode("gb18030")
    words = ("evaluate", "-", "--label", "领导=人物", "--errors", "0", "--quiet")
    ran = wenmai(*words, cwd=tmp_path, stdin=columns, LANG="zh_CN.UTF-8")
    lines = {line.split()[0]: line.split()[1:] for line in ran.out.splitlines() if line.strip()}
    assert lines["人物"] == ["1.000", "1.000", "1.000", "1", "1", "1"]
    assert ran.err == ""


def test_what_is_broken_is_named_and_the_rest_goes_on(wenmai: Any, gold: Path) -> None:
    (gold / "bad.jsonl").write_text(
        ROWS.splitlines()[0] + '\n{"text": "短", "label": [[0, 9, "PER"]]}\n'
        '{"text": "北京", "label": [[0, 2, "景点"]]}\n',
        encoding="utf-8",
    )
    ran = wenmai("evaluate", "bad.jsonl", "none.jsonl", "--html", "no/e.html", cwd=gold, code=1)
    assert "2 texts, 19 characters" in ran.out
    lines = ran.err.splitlines()
    assert [line.split(";")[0].split(" (")[0] for line in lines] == [
        "wenmai: none.jsonl: it does not exist",
        "wenmai: bad.jsonl#2: the mark 0..9 is outside its text of 1 characters, or only white space",
        "wenmai: bad.jsonl#3: the label 景点 is unknown",
        "wenmai: no/e.html: cannot be written",
    ]


def test_a_long_run_says_so_first(wenmai: Any, ruler: str, gold: Path) -> None:
    model = gold / "slow"
    shutil.copytree(ruler, model)
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    meta["performance"] = {"characters_per_second": 1}
    (model / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    ran = wenmai("evaluate", "gold.jsonl", "--model", "slow", cwd=gold)
    assert ran.err == "zh_ruler 0.0.0 reads about 25 characters; this takes about 25 seconds\n"
    assert wenmai("evaluate", "gold.jsonl", "--model", "slow", "--quiet", cwd=gold).err == ""


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        pytest.param(["--label", "领导"], 2, "领导: write LABEL=TYPE, such as 景点=PLACE", id="no meaning"),
        pytest.param(["--label", "领导=x"], 2, "--label 领导=x: x is unknown; say PERSON", id="no type"),
        pytest.param(["--encoding", "x"], 2, "no encoding is called x", id="no encoding"),
        pytest.param(["--model", "zh_none"], 4, "no pipeline zh_none", id="no pipeline"),
        pytest.param(
            ["--model", "zh_core_web_sm"], 4, "the official pipeline zh_core_web_sm is not", id="official"
        ),
    ],
)  # fmt: skip
def test_what_cannot_be(words: list[str], code: int, says: str, wenmai: Any, gold: Path) -> None:
    ran = wenmai("evaluate", "gold.jsonl", *words, cwd=gold, code=code)
    assert says in ran.err
    assert ran.out == ""
