"""The embedded engine: its file, what it refuses, what it says when something is wrong."""

from __future__ import annotations

import pytest
from hand_set_corpus import hand_set_corpus

from wenmai.graph.network.knowledge_graph import Corpus, KnowledgeGraph
from wenmai.loaders.problems import QueryError, StoreError
from wenmai.loaders.write.embedded import EmbeddedGraph


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "graph.kgl"
    EmbeddedGraph.build(hand_set_corpus(), path)
    return path


def test_the_file_is_the_same_each_time(path, tmp_path):
    EmbeddedGraph.build(hand_set_corpus(), tmp_path / "again.kgl")
    assert (tmp_path / "again.kgl").read_bytes() == path.read_bytes()
    assert [file.name for file in tmp_path.iterdir()] == ["again.kgl"]


def test_a_new_corpus_replaces_the_file(tmp_path):
    path = tmp_path / "graph.kgl"
    EmbeddedGraph.build(hand_set_corpus(), path)
    EmbeddedGraph.build(Corpus("", KnowledgeGraph((), ())), path)
    assert EmbeddedGraph.open(path).run("MATCH (n) RETURN count(n) AS n").rows == ((0,),)


def test_an_empty_corpus_answers(tmp_path):
    graph = EmbeddedGraph.build(Corpus("", KnowledgeGraph((), ())), tmp_path / "graph.kgl")
    table = graph.run("MATCH (e:Entity) RETURN e.id AS id ORDER BY id LIMIT $limit", {"limit": 3})
    assert (table.columns, table.rows) == (("id",), ())


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (:Entity {id: 'ORG:x'})",
        "MERGE (e:Entity {id: 'PERSON:林知远'}) RETURN e.id",
        "MATCH (e:Entity) SET e.name = 'x'",
        "MATCH (e:Entity) REMOVE e.name",
        "MATCH (e:Entity) DETACH DELETE e",
        "MATCH ()-[r:CO_MENTIONED_WITH]-() DELETE r",
        "CREATE INDEX FOR (e:Entity) ON (e.kind)",
        "CREATE CONSTRAINT FOR (e:Entity) REQUIRE e.name IS UNIQUE",
        "UNWIND [1] AS x CREATE (:X {x: x}) RETURN x",
    ],
)
def test_writing_is_refused(path, query):
    graph = EmbeddedGraph.open(path)
    before = path.read_bytes()
    with pytest.raises(QueryError, match=r"^a query can only read, not write\.$"):
        graph.run(query)
    assert graph.run("MATCH (n) RETURN count(n) AS n").rows == ((32,),)
    assert path.read_bytes() == before


def test_files_are_not_read(path, tmp_path):
    (tmp_path / "secret.csv").write_text("secret\n", encoding="utf-8")
    with pytest.raises(QueryError, match=r"^LOAD CSV is refused"):
        EmbeddedGraph.open(path).run(f"LOAD CSV FROM '{tmp_path}/secret.csv' AS line RETURN line")


@pytest.mark.parametrize(
    ("query", "parameters", "message"),
    [
        pytest.param("MATCH (e RETURN e.id", {}, "syntax error at line 1", id="syntax"),
        pytest.param(
            "MATCH (e) WHERE e.id = $name RETURN e.id", {}, r"Missing parameter: \$name", id="parameter"
        ),
        pytest.param("RETURN nothing(1) AS x", {}, "nothing", id="an unknown function"),
        pytest.param("RETURN 1 / 0 AS x", {}, "ivision", id="division by zero"),
        pytest.param("RETURN $x AS x", {"x": object()}, "query failed", id="a value of no type"),
        pytest.param("RETURN $x AS x", {"x": 2**70}, "query failed", id="a number too large"),
        pytest.param(
            "RETURN 1 AS x FORMAT CSV", {}, "FORMAT CSV is not supported", id="another answer than rows"
        ),
        pytest.param("", {}, "query failed", id="nothing"),
    ],
)
def test_an_error_is_one_line(path, query, parameters, message):
    with pytest.raises(QueryError, match=message) as caught:
        EmbeddedGraph.open(path).run(query, parameters)
    assert len(str(caught.value).splitlines()) == 1


DAMAGED = {
    "truncated": lambda data: data[: len(data) // 2],
    "a byte changed in the middle": lambda data: (
        data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 255]) + data[len(data) // 2 + 1 :]
    ),
    "a byte changed near the end": lambda data: data[:-20] + bytes([data[-20] ^ 255]) + data[-19:],
    "empty": lambda data: data[:0],
    "another file": lambda data: b"SQLite format 3\0" + data,
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file(path, tmp_path, damage):
    damaged = tmp_path / "graph.kgl"
    damaged.write_bytes(damage(path.read_bytes()))
    with pytest.raises(StoreError) as caught:
        EmbeddedGraph.open(damaged)
    assert str(caught.value) == (
        f"{damaged}: the query index is missing or damaged; delete the file and try again,"
        " it is rebuilt from the corpus."
    )


def test_a_missing_file(tmp_path):
    with pytest.raises(StoreError, match="missing or damaged"):
        EmbeddedGraph.open(tmp_path / "graph.kgl")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        EmbeddedGraph.build(hand_set_corpus(), tmp_path / "file" / "graph.kgl")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
