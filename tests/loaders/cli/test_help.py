"""What the command line says before it does anything."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

COMMANDS = [
    "build", "query", "export", "extract", "annotate", "evaluate", "train", "articles", "show", "why",
    "review", "merge", "split", "rename", "retype", "ignore", "demo", "completion",
]  # fmt: skip


def test_runs_from_the_wheel(wenmai: Any, tmp_path: Path) -> None:
    code = "import wenmai.loaders, wenmai.graph; print(wenmai.loaders.__file__)"
    out = subprocess.run(
        [wenmai.bin / "python", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env=wenmai.environment(),
    ).stdout
    assert Path(out.strip()).is_relative_to(wenmai.site)


def test_alone_it_shows_five_commands(wenmai: Any, tmp_path: Path) -> None:
    out = wenmai(cwd=tmp_path).out
    assert re.findall(r"^  wenmai (\w+)", out, re.M) == ["demo", "build", "export", "query", "articles"]


def test_help_lists_every_command(wenmai: Any, tmp_path: Path) -> None:
    out = wenmai("--help", cwd=tmp_path).out
    assert re.findall(r"^  (\w+)  +\S", out.split("Commands:")[1], re.M) == COMMANDS
    assert wenmai("-h", cwd=tmp_path).out == out


def test_version(wenmai: Any, tmp_path: Path) -> None:
    assert re.fullmatch(r"wenmai \d+\.\d+\.\d+\n", wenmai("--version", cwd=tmp_path).out)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_in_both_languages(name: str, wenmai: Any, tmp_path: Path) -> None:
    english = wenmai(name, "-h", cwd=tmp_path).out
    chinese = wenmai(name, "-h", cwd=tmp_path, LANG="zh_CN.UTF-8").out
    assert english.startswith(f"Usage: wenmai {name}")
    han = re.compile(r"[\u4e00-\u9fff]{4,}")
    assert han.search(chinese)
    assert english != chinese


def test_help_imports_nothing_heavy(wenmai: Any, tmp_path: Path) -> None:
    code = (
        "import sys; from wenmai.loaders.cli import cli; cli(['--help'], standalone_mode=False); "
        "heavy = {'spacy', 'numpy', 'networkx', 'neo4j', 'kglite', 'pyvis'}; "
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [wenmai.bin / "python", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env=wenmai.environment(),
    )
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, wenmai: Any, tmp_path: Path) -> None:
    assert "_WENMAI_COMPLETE" in wenmai("completion", shell, cwd=tmp_path).out


def test_completion_offers_commands(wenmai: Any, tmp_path: Path) -> None:
    ran = wenmai(cwd=tmp_path, _WENMAI_COMPLETE="bash_complete", COMP_WORDS="wenmai ex", COMP_CWORD="1")
    assert ran.out.split() == ["plain,export", "plain,extract"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["frob"], "No such command 'frob'", id="unknown command"),
        pytest.param(["build"], "Missing argument", id="no path"),
        pytest.param(["query", "--frob"], "No such option", id="unknown option"),
        pytest.param(
            ["extract", "x", "-o", "y", "--date", "2025-13-01"], "2025-13-01 is no date", id="impossible date"
        ),
    ],
)
def test_usage_errors_exit_with_2(words: list[str], says: str, wenmai: Any, tmp_path: Path) -> None:
    ran = wenmai(*words, cwd=tmp_path, code=2)
    assert says in ran.err
    assert ran.out == ""
