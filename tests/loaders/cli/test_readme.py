"""The README's commands run as they stand, and both READMEs hold the same ones."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]


def blocks(name: str) -> list[str]:
    return re.findall(r"^```(?:python)?\n(.*?)^```$", (ROOT / name).read_text(encoding="utf-8"), re.M | re.S)


def commands(name: str) -> list[str]:
    """The wenmai commands, comments left out, in order."""
    lines = [line for block in blocks(name) for line in block.splitlines()]
    return [re.sub(r"\s+#.*", "", line) for line in lines if line.startswith("wenmai ")]


def test_both_languages_give_the_same_commands() -> None:
    assert commands("README.md") == commands("README.zh.md")
    assert len(commands("README.md")) == 10


def test_the_set_up_comes_first() -> None:
    for name in ("README.md", "README.zh.md"):
        assert [line.split("#")[0].strip() for line in blocks(name)[0].splitlines()] == [
            "make demo",
            "make test",
        ]


def test_links_lead_somewhere() -> None:
    for name in ("README.md", "README.zh.md"):
        links = re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text(encoding="utf-8"))
        assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


@pytest.mark.neo4j
def test_the_commands_run(wenmai: Any, neo4j_server: Any, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    neo4j_server.wipe()
    target = neo4j_server.target
    server = {"NEO4J_URI": target.uri, "NEO4J_PASSWORD": target.password}
    for line in commands("README.md"):
        ran = wenmai(*shlex.split(line)[1:], cwd=tmp_path, **server)
        assert ran.out.strip() or ran.err.strip(), line
    assert (tmp_path / "graph.html").stat().st_size > 100_000
    [[count]] = neo4j_server.ask("MATCH (e:Entity) RETURN count(e)")
    assert count > 300


def test_the_python_runs(wenmai: Any, tmp_path: Path) -> None:
    import subprocess

    [code] = [block for block in blocks("README.md") if block.startswith("from wenmai")]
    wenmai(
        "build", str(ROOT / "seeds" / "articles" / "汉宁晚报"), "--into", "corpus", "--quiet", cwd=tmp_path
    )
    shown = code + "\nprint(len(graph) > 50, [ent.label_ for ent in nlp('贺启明在北京。').ents])"
    out = subprocess.run(
        [wenmai.bin / "python", "-c", shown],
        cwd=tmp_path, capture_output=True, text=True, check=True, env=wenmai.environment(),
    ).stdout  # fmt: skip
    assert out == "True ['PERSON', 'PLACE']\n"
