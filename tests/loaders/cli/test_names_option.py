"""--names at the command line: found, told, recalled; each bad line said, the rest done."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PAGE = "签约\n\n贺启明会见林嘉禾，双方在沅川签约，启动新程试验。\n"
BAD = "names.tsv:3: EVENT is no type; write one of PERSON ORG PLACE PROGRAM"


@pytest.fixture
def folder(pages: Callable[..., Path]) -> str:
    return str(pages({"沅川日报_2025-02-17_01.txt": PAGE}))


def found(out: str) -> list[tuple[str, str, float]]:
    lines = map(json.loads, out.splitlines())
    return [
        (line["text"], line["type"], line["score"]) for line in lines if line["text"].startswith(("新", "沅"))
    ]


def test_extract(wenmai: Any, folder: str, ruler: str, tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_bytes(
        "名称\t类型\r\n新程试验\t项目\r\n沅川签\tEVENT\r\n".encode("gb18030")
    )
    ran = wenmai("extract", folder, "--model", ruler, "--names", "names.tsv", cwd=tmp_path, code=1)
    assert found(ran.out) == [("沅川", "PLACE", 1.0), ("新程试验", "PROGRAM", 1.0)]
    assert ran.err.splitlines() == [f"wenmai: {BAD}", "4 mentions, 4 entities"]


@pytest.mark.parametrize("command", ["extract", "annotate"])
def test_a_bad_line_is_told_before_the_run(command: str, wenmai: Any, folder: str, tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_text("新程试验\t项目\n\n沅川签\tEVENT\n", encoding="utf-8")
    words = [command, folder, "--model", "no/such", "--names", "names.tsv"]
    told = wenmai(*words, cwd=tmp_path, code=4).err.splitlines()
    assert told[0] == f"wenmai: {BAD}"
    assert "no pipeline no/such" in told[1]
    ran = wenmai(command, folder, "--names", "names.tsv", "--quiet", cwd=tmp_path, code=1)
    assert ran.err == f"wenmai: {BAD}\n"


def test_build_takes_the_list_of_the_corpus(wenmai: Any, folder: str, ruler: str, tmp_path: Path) -> None:
    words = ["build", folder, "--into", "corpus", "--model", ruler]
    wenmai(*words, cwd=tmp_path)
    (tmp_path / "corpus" / "names.tsv").write_text("新程试验\t项目\n", encoding="utf-8")
    assert wenmai(*words, cwd=tmp_path).err.splitlines()[0] == "0 new, 1 changed, 0 unchanged"
    assert "PROGRAM:新程试验" in wenmai("show", "新程试验", "--from", "corpus", cwd=tmp_path).out
    assert wenmai(*words, cwd=tmp_path).err.splitlines()[0] == "0 new, 0 changed, 1 unchanged"
    (tmp_path / "corpus" / "names.tsv").unlink()
    said = wenmai(*words, cwd=tmp_path).err.splitlines()
    assert said[:2] == [
        "wenmai: this corpus was read with a list of names before, and now without: --names brings them back",
        "0 new, 1 changed, 0 unchanged",
    ]


def test_a_file_that_is_not_there(wenmai: Any, folder: str, tmp_path: Path) -> None:
    ran = wenmai("build", folder, "--into", "corpus", "--names", "gone.tsv", cwd=tmp_path, code=2)
    assert ran.err == "wenmai: gone.tsv: there is no such file of names; check the path\n"
    assert not (tmp_path / "corpus").exists()


@pytest.mark.parametrize("number", ["1.5", "-1", "nan", "viel"])
def test_a_score_lies_between_0_and_1(number: str, wenmai: Any, folder: str, tmp_path: Path) -> None:
    ran = wenmai("build", folder, "--into", "corpus", "--min-score", number, cwd=tmp_path, code=2)
    assert "--min-score" in ran.err
    assert not (tmp_path / "corpus").exists()
