"""A long run says first which pipeline it uses and about how long it will take."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PAGES = {f"{n}.txt": f"第{n}号\n\n" + "贺启明会见林嘉禾，双方在沅川签约。\n" * 3000 for n in range(2)}


def with_speed(ruler: str, into: Path, speed: float) -> str:
    folder = shutil.copytree(ruler, into)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta["performance"] = {"characters_per_second": speed}
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_long_run(
    command: str, wenmai: Any, pages: Callable[..., Path], ruler: str, tmp_path: Path
) -> None:
    model = with_speed(ruler, tmp_path / "slow", 1000)
    where = ["--into", "corpus"] if command == "build" else ["-o", "mentions.jsonl"]
    words = [command, str(pages(PAGES)), "--model", model, *where]
    first = "zh_ruler 0.0.0 reads about 110,000 characters; this takes about 2 minutes"
    assert wenmai(*words, cwd=tmp_path).err.splitlines()[0] == first
    if command == "build":  # nothing to be read any more
        assert wenmai(*words, cwd=tmp_path).err.splitlines()[0] == "0 new, 0 changed, 2 unchanged"


def test_short_ones_and_quiet_ones_say_nothing(
    wenmai: Any, pages: Callable[..., Path], ruler: str, tmp_path: Path
) -> None:
    folder = str(pages(PAGES))
    fast = with_speed(ruler, tmp_path / "fast", 1_000_000)
    ran = wenmai("build", folder, "--into", "one", "--model", fast, cwd=tmp_path)
    assert ran.err.splitlines()[0] == "2 new, 0 changed, 0 unchanged"
    slow = with_speed(ruler, tmp_path / "slow", 100)
    assert wenmai("build", folder, "--into", "two", "--model", slow, "--quiet", cwd=tmp_path).err == ""
