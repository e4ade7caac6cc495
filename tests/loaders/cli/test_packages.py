"""What ships: the wheel holds the data, the sdist gives the same wheel, licences travel along."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/RECORD")}


@pytest.mark.parametrize(
    "name",
    [
        "wenmai/graph/py.typed",
        "wenmai/loaders/py.typed",
        "wenmai/queries/py.typed",
        "wenmai/seeds/py.typed",
        "wenmai/loaders/store/schema.sql",
        "wenmai/loaders/cli/locale/zh/LC_MESSAGES/messages.mo",
        "wenmai/queries/partners.cypher",
        "wenmai/seeds/articles/沅川日报/沅川日报_2025-02-17_01.txt",
        "wenmai/seeds/models/zh_wenmai_lg/wenmai_encoder/encoder.onnx",
        "wenmai/seeds/models/zh_wenmai_lg/config.cfg",
    ],
)
def test_the_wheel_holds(name: str, wheel: Path) -> None:
    assert name in names(wheel)


def test_the_wheel_holds_nothing_flat(wheel: Path) -> None:
    assert {name.split("/")[0].split("-")[0] for name in names(wheel)} == {"wenmai"}
    assert not any("/marked/" in name or name.endswith((".pyc", ".ck")) for name in names(wheel))


def test_licences_travel(wheel: Path) -> None:
    held = {name.split("/")[-1] for name in names(wheel) if ".dist-info/" in name}
    assert {"LICENSE", "NOTICE"} <= held


def test_the_sdist_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--sdist", "--outdir", tmp_path, ROOT],
        check=True, capture_output=True,
    )  # fmt: skip
    [sdist] = tmp_path.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "src", filter="data")
    [source] = (tmp_path / "src").iterdir()
    assert (source / "README.md").is_file()
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path / "out", source],
        check=True, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )  # fmt: skip
    assert names(next((tmp_path / "out").glob("*.whl"))) == names(wheel)
