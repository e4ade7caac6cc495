"""wenmai annotate and wenmai train as a user runs them."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PAGE = "签约\n\n沅川市委书记贺启明会见钒谷科技董事长周卫\n国，双方在沅川签约。\n"


@pytest.mark.parametrize("form", ["jsonl", "doccano", "label-studio", "conll"])
def test_annotate_writes_what_evaluate_reads(
    form: str, wenmai: Any, pages: Callable[..., Path], tmp_path: Path
) -> None:
    folder = pages({"沅川日报_2025-02-17_01.txt": PAGE})
    ran = wenmai("annotate", str(folder), "--format", form, "-o", "out", cwd=tmp_path)
    assert ran.out == ""
    assert ran.err == "2 sentences written, of 2 different ones\n"
    assert wenmai("annotate", str(folder), "--format", form, cwd=tmp_path).out == (
        tmp_path / "out"
    ).read_text(encoding="utf-8")
    if form == "label-studio":  # nobody has looked at these
        ran = wenmai("evaluate", "out", cwd=tmp_path, code=1)
        assert "not annotated" in ran.err
    else:
        scores = wenmai("evaluate", "out", "--quiet", cwd=tmp_path)
        assert scores.err == ""
        assert "1.000" in scores.out


def test_annotate_tells_where(wenmai: Any, pages: Callable[..., Path], tmp_path: Path) -> None:
    folder = pages({"a.txt": PAGE, "b.png": b"\x89PNG\r\n\x1a\n" + bytes(64)})
    ran = wenmai("annotate", str(folder), "--limit", "1", "--quiet", cwd=tmp_path, code=1)
    [row] = map(json.loads, ran.out.splitlines())
    assert list(row) == ["id", "text", "mentions", "source", "article", "start", "end", "doubt"]
    assert (row["source"], row["article"]) == ("a.txt", 0)
    assert PAGE[row["start"] : row["end"]].replace("\n", "") == row["text"]
    [line] = ran.err.splitlines()
    assert line.startswith("wenmai: b.png: ")


def test_train_without_the_extra(wenmai: Any, tmp_path: Path) -> None:
    if importlib.util.find_spec("torch"):
        pytest.skip("the extra is installed here")
    ran = wenmai("train", "gold.jsonl", "-o", "mine", cwd=tmp_path, code=4)
    assert ran.err.startswith("wenmai: training needs torch, ")
    assert ran.err.endswith("not installed: run pip install 'wenmai[train]'\n")
    assert ran.err.count("\n") == 1
    assert ran.out == ""
