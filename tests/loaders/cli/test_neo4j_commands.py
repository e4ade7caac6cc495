"""wenmai export neo4j and wenmai query --neo4j against a real server."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.neo4j
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def corpus(wenmai: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("corpus")
    wenmai("build", str(ROOT / "seeds" / "articles"), "--into", "c", "--quiet", cwd=home)
    return home / "c"


@pytest.fixture
def server(neo4j_server: Any) -> dict[str, str]:
    neo4j_server.wipe()
    target = neo4j_server.target
    return {"NEO4J_URI": target.uri, "NEO4J_USERNAME": target.username, "NEO4J_PASSWORD": target.password}


def counts(neo4j_server: Any) -> tuple[list[list[object]], list[list[object]]]:
    return (
        neo4j_server.ask("MATCH (n) RETURN labels(n)[0] AS label, count(n) ORDER BY label"),
        neo4j_server.ask("MATCH ()-[r]->() RETURN type(r) AS type, count(r) ORDER BY type"),
    )


def test_export_twice_gives_the_graph(
    corpus: Path, server: dict[str, str], neo4j_server: Any, wenmai: Any, tmp_path: Path
) -> None:
    words = ["export", "neo4j", "--from", str(corpus)]
    dry = wenmai(*words, "--dry-run", cwd=tmp_path, **server)
    assert "would write" in dry.err
    assert counts(neo4j_server) == ([], [])
    first = wenmai(*words, cwd=tmp_path, **server)
    once = counts(neo4j_server)
    wenmai(*words, cwd=tmp_path, **server)
    assert counts(neo4j_server) == once
    wenmai("export", "json", "--from", str(corpus), "-o", "g.json", cwd=tmp_path)
    graph = json.loads((tmp_path / "g.json").read_text(encoding="utf-8"))
    assert dict(once[0])["Entity"] == len(graph["nodes"])
    assert dict(once[1])["CO_MENTIONED_WITH"] == len(graph["edges"])
    assert server["NEO4J_PASSWORD"] not in first.err + first.out


@pytest.mark.parametrize("after", [0.2, 0.6, 1.2])
def test_killed_in_mid_load(
    after: float, corpus: Path, server: dict[str, str], neo4j_server: Any, wenmai: Any, tmp_path: Path
) -> None:
    words = [wenmai.bin / "wenmai", "export", "neo4j", "--from", corpus, "--batch", "50"]
    child = subprocess.Popen(words, env=wenmai.environment(**server), stderr=subprocess.DEVNULL)
    while not neo4j_server.ask("MATCH (n) RETURN n LIMIT 1"):
        assert child.poll() is None
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    child.wait()
    wenmai("export", "neo4j", "--from", str(corpus), cwd=tmp_path, **server)
    resumed = counts(neo4j_server)
    neo4j_server.wipe()
    wenmai("export", "neo4j", "--from", str(corpus), cwd=tmp_path, **server)
    assert resumed == counts(neo4j_server)


def test_query_gives_the_same_rows(corpus: Path, server: dict[str, str], wenmai: Any, tmp_path: Path) -> None:
    wenmai("export", "neo4j", "--from", str(corpus), "--quiet", cwd=tmp_path, **server)
    for words in (
        ["top-entities", "--param", "limit=50"],
        ["partners", "--param", "name=工信部"],
        ["growth-by-month"],
        ["MATCH (a:Article)-[:WRITTEN_BY]->(p:Person) RETURN a.id AS id, p.name AS name ORDER BY id, name"],
    ):
        embedded = wenmai("query", *words, "--from", str(corpus), "--json", cwd=tmp_path)
        assert wenmai("query", *words, "--neo4j", "--json", cwd=tmp_path, **server).out == embedded.out


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        pytest.param(
            {"NEO4J_USERNAME": "nobody", "NEO4J_PASSWORD": "wrong-secret"}, "nobody", id="wrong user"
        ),
        pytest.param({"NEO4J_URI": "bolt://127.0.0.1:1"}, "127.0.0.1:1", id="nothing there"),
        pytest.param({"NEO4J_DATABASE": "absent"}, "absent", id="missing database"),
        pytest.param({"NEO4J_URI": "http://127.0.0.1"}, "http://127.0.0.1", id="not an address of Neo4j"),
    ],
)
def test_server_problems_are_one_line(
    changed: dict[str, str],
    says: str,
    corpus: Path,
    server: dict[str, str],
    wenmai: Any,
    tmp_path: Path,
) -> None:
    for words in (["export", "neo4j", "--from", str(corpus)], ["query", "top-entities", "--neo4j"]):
        ran = wenmai(*words, cwd=tmp_path, code=6, **(server | changed))
        [line] = [line for line in ran.err.splitlines() if line.strip()]
        assert line.startswith("wenmai: ")
        assert says in line
        assert "wrong-secret" not in ran.err


def test_writes_are_refused(server: dict[str, str], neo4j_server: Any, wenmai: Any, tmp_path: Path) -> None:
    ran = wenmai(
        "query", "CREATE (n:Entity {id: 'x'}) RETURN n.id", "--neo4j", cwd=tmp_path, code=5, **server
    )
    assert "only read" in ran.err
    assert counts(neo4j_server) == ([], [])
