"""What a run says before it begins: from sizes and samples, a declared speed, or the pace so far."""

import json
import shutil
from pathlib import Path

import pytest

from wenmai.loaders.cli.outlook import duration, round_number
from wenmai.loaders.corpus import find_files
from wenmai.loaders.forecast import SMALL, Forecast, is_small
from wenmai.loaders.model.folders import declared_speed, pipeline_title, pipeline_version
from wenmai.loaders.settings import Reading

PAGE = "沅川市委书记到青石县调研。\n" * 100  # 1,400 characters, 3,700 and some bytes


def files(folder: Path) -> list:
    found, problems = find_files([str(folder)], Reading())
    assert problems == []
    return found


def test_text_in_one_encoding_is_counted_exactly(tmp_path: Path) -> None:
    for n in range(40):
        (tmp_path / f"{n:02}.txt").write_text(PAGE * (1 + n % 3), encoding="utf-8")
    characters = sum(len(PAGE) * (1 + n % 3) for n in range(40))
    assert Forecast.of(files(tmp_path)).total == pytest.approx(characters)


@pytest.mark.parametrize(
    ("name", "data", "characters"),
    [
        pytest.param("a.txt", PAGE.encode("gb18030"), len(PAGE), id="GB18030"),
        pytest.param("a.jsonl", b"".join(json.dumps({"text": PAGE}).encode() + b"\n" for _ in range(3)),
                     3 * len(PAGE), id="a table, escaped"),
        pytest.param("a.txt", PAGE.encode() * 300, 300 * len(PAGE.encode()) / 3, id="too large to look into"),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 2992, 1000, id="unreadable"),
    ],
)  # fmt: skip
def test_one_file(name: str, data: bytes, characters: float, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert Forecast.of(files(tmp_path)).total == pytest.approx(characters)


def test_seconds() -> None:
    forecast = Forecast((1000.0, 3000.0, 6000.0))
    assert forecast.seconds(5000) == 2
    assert forecast.left(0, 7.0) is None
    assert forecast.left(2, 2.0) == 3.0  # 4000 in two seconds, 6000 to go
    assert forecast.left(3, 9.0) == 0
    assert Forecast(()).seconds(5000) == 0


def test_small(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * (SMALL - 1))
    assert is_small(files(tmp_path))
    (tmp_path / "b.txt").write_bytes(b"b")
    assert not is_small(files(tmp_path))


@pytest.mark.parametrize(
    ("seconds", "en", "zh"),
    [
        (0.2, "1 second", " 1 秒"),
        (20, "20 seconds", " 20 秒"),
        (89, "89 seconds", " 89 秒"),
        (90, "2 minutes", " 2 分钟"),
        (5399, "90 minutes", " 90 分钟"),
        (5400, "2 hours", " 2 小时"),
    ],
)
def test_duration(seconds: float, en: str, zh: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert duration(seconds) == en
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert duration(seconds) == zh


@pytest.mark.parametrize(
    ("number", "text"), [(0.4, "0"), (7, "7"), (99.6, "100"), (1234.5, "1,200"), (1_256_000, "1,300,000")]
)
def test_round_number(number: float, text: str) -> None:
    assert round_number(number) == text


def test_the_default_pipeline_declares_its_speed() -> None:
    assert (declared_speed() or 0) > 1000
    assert pipeline_version().startswith(f"{pipeline_title()} ")


@pytest.mark.parametrize("said", [{}, {"performance": {}}, {"performance": {"characters_per_second": 0}}])
def test_others_need_not(said: dict, ruler: str, tmp_path: Path) -> None:
    folder = shutil.copytree(ruler, tmp_path / "zh_ruler")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    (folder / "meta.json").write_text(json.dumps(meta | {"performance": None} | said), encoding="utf-8")
    assert declared_speed(str(folder)) is None
    assert pipeline_title(str(folder)) == "zh_ruler 0.0.0"
