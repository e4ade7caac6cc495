"""The commands of `make model` are commands of the recipe, and each reads what another wrote."""

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from wenmai.seeds.recipe.__main__ import parser

ROOT = Path(__file__).parents[2]
CALL = "-m wenmai.seeds.recipe "


@pytest.fixture(scope="module")
def commands():
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    dry = subprocess.run(
        ["make", "-n", "model", "MODEL=m"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = [line.partition(CALL)[2] for line in dry.stdout.splitlines() if CALL in line]
    lines = [line.split("||")[0].split("&&")[0].strip(" \\") for line in lines]
    return [parser().parse_args(shlex.split(line)) for line in lines]


def test_all_steps_are_there(commands):
    assert {one.step.__name__ for one in commands} == {
        "train",
        "average",
        "label",
        "distil",
        "export",
        "blend",
        "assemble",
        "calibrate",
        "score",
    }


def test_checkpoints_are_written_before_they_are_read(commands):
    written = set()
    for one in commands:
        read = [getattr(one, name, None) for name in ("start", "teacher")]
        trained = getattr(one, "trained", None) or []
        read += trained if isinstance(trained, list) else []
        read += getattr(one, "silver", [])
        assert {path for path in read if path} <= written
        if getattr(one, "out", None):
            written.add(one.out)
    assert Path("m/lg.ck") in written
    assert Path("m/sm.ck") in written


def test_what_is_scored_has_not_seen_the_held_out_fifth(commands):
    seen = {one.out for one in commands if getattr(one, "all", False)}
    assert seen == {Path("m/lg.ck"), Path("m/sm.ck")}
    assert not any(getattr(one, "start", None) in seen for one in commands)
