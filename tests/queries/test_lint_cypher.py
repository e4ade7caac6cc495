"""Neo4j's own parser accepts every query, as Cypher 5 and as Cypher 25, without a warning."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = [shutil.which("node") or "node", str(ROOT / ".ci" / "lint-cypher.mjs")]


@pytest.fixture(scope="module", autouse=True)
def parser():
    if not (ROOT / ".ci" / "node_modules" / "@neo4j-cypher").is_dir() or not shutil.which("node"):
        reason = "Neo4j's parser is not here: apt-get install npm, then npm --prefix .ci ci"
        (pytest.fail if os.environ.get("WENMAI_REQUIRE_ALL") == "1" else pytest.skip)(reason)


def test_every_query_is_valid():
    done = subprocess.run([*LINT, str(ROOT / "queries")], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    files = len(list((ROOT / "queries").rglob("*.cypher")))
    assert done.stdout == f"{files} files, 0 problems\n"
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("MATCH (n RETURN n.id AS id", "Invalid input 'RETURN'", id="syntax"),
        pytest.param("MATCH (n) RETURN m.id AS id", "Variable `m` not defined", id="variable"),
        pytest.param("MATCH (n) RETURN id(n) AS id", "deprecated", id="deprecated"),
        pytest.param("MATCH (n) WHERE n.id = $x RETURN n.id AS id", r"\$x is not defined", id="parameter"),
    ],
)
def test_a_wrong_query_is_found(tmp_path, text, message):
    (tmp_path / "wrong.cypher").write_text(f"// wrong\n{text}\n", encoding="utf-8")
    done = subprocess.run([*LINT, str(tmp_path)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert re.search(rf"wrong\.cypher:2:\d+: CYPHER 25: .*{message}", done.stderr)
