"""The rooms: who may import whom, what the package holds, what must not be written."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("graph", "loaders", "queries", "seeds")
MAY_IMPORT = {
    "graph": {"graph"},
    "queries": {"queries"},
    "seeds": {"seeds", "graph"},
    "loaders": set(ROOMS),
}
# What a pure room has no use for.
WORLD = {
    *(
        "asyncio",
        "datetime.now",
        "http",
        "io",
        "multiprocessing",
        "os",
        "pathlib",
        "random",
        "requests",
        "shutil",
    ),
    *("socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib"),
    *("click", "kglite", "neo4j", "onnxruntime", "pyvis"),
}


def tracked() -> list[str]:
    """The files of the checkout; none where there is no git."""
    done = subprocess.run(
        ["git", "-c", "core.quotepath=off", "ls-files"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.stdout.splitlines()


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names if node.module == "wenmai")
    return names


@pytest.mark.parametrize("room", ROOMS)
def test_import_directions(room: str) -> None:
    wrong = [
        (str(path.relative_to(ROOT)), name)
        for path in modules(room)
        for name in imported(path)
        if name.startswith("wenmai.") and name.split(".")[1] not in MAY_IMPORT[room]
    ]
    assert wrong == []


def test_the_graph_room_is_pure() -> None:
    wrong = [
        (str(path.relative_to(ROOT)), name)
        for path in modules("graph")
        for name in imported(path)
        if name.split(".")[0] in WORLD
    ]
    assert wrong == []


def test_every_package_is_declared() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
        "packages"
    ]
    found = {
        "wenmai." + ".".join(path.parent.relative_to(ROOT).parts)
        for room in ROOMS
        for path in (ROOT / room).rglob("__init__.py")
    }
    assert sorted(declared) == sorted(found)


def test_every_python_folder_of_a_room_is_a_package() -> None:
    bare = {
        str(p.parent.relative_to(ROOT))
        for room in ROOMS
        for p in modules(room)
        if not (p.parent / "__init__.py").exists()
    }
    assert bare == set()


def test_the_top_level_is_the_design_card() -> None:
    listed = tracked()
    if not listed:
        pytest.skip("not a git checkout: nothing to list")
    top = {name.split("/")[0] for name in listed}
    assert top - {name for name in top if name.startswith(".")} <= {
        "pyproject.toml", "README.md", "README.zh.md", "seeds", "graph", "loaders", "queries", "tests",
        "docs", "LICENSE", "NOTICE", "CHANGELOG.md", "MANIFEST.in", "Makefile",
    }  # fmt: skip


def test_nothing_speaks_of_a_workplace() -> None:
    words = re.compile("/wo" + "rk/(main|shared|train)|/ro" + "ot/|farm" + "-bench")
    texts = (
        ".py",
        ".md",
        ".toml",
        ".txt",
        ".tsv",
        ".cypher",
        ".js",
        ".css",
        ".html",
        ".sh",
        ".yml",
        ".json",
        ".cfg",
    )
    wrong = [
        name
        for name in tracked()
        if name.endswith(texts) and words.search((ROOT / name).read_text(encoding="utf-8", errors="replace"))
    ]
    assert wrong == []
