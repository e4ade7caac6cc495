"""Asking a real server: only reading, and one line for each thing that goes wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_set_corpus import hand_set_corpus

from wenmai.loaders.problems import QueryError, ServerError
from wenmai.loaders.write.neo4j import export, run

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def loaded(neo4j_server):
    neo4j_server.wipe()
    export(hand_set_corpus(), neo4j_server.target)
    return neo4j_server


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (:Entity {id: 'ORG:x'})",
        "MERGE (e:Entity {id: 'PERSON:林知远'}) RETURN e.id",
        "MATCH (e:Entity) SET e.name = 'x'",
        "MATCH (e:Entity) REMOVE e.name",
        "MATCH (e:Nobody) SET e.name = 'x'",
        "MATCH (e:Entity) DETACH DELETE e",
        "MATCH (e:Entity) CALL (e) { DETACH DELETE e } IN TRANSACTIONS OF 1 ROWS",
        "FOREACH (x IN [1] | CREATE (:X {x: x}))",
        "CREATE INDEX FOR (e:Entity) ON (e.kind)",
        "DROP CONSTRAINT wenmai_entity_id",
        "CREATE USER someone SET PASSWORD 'password1'",
        "CALL db.createLabel('X')",
        "CALL db.clearQueryCaches()",
        "PROFILE CREATE (:X)",
    ],
)
def test_writing_is_refused(loaded, query):
    before = loaded.content()
    with pytest.raises(QueryError):
        run(query, {}, loaded.target)
    assert loaded.content() == before
    assert loaded.ask("SHOW CONSTRAINTS YIELD name RETURN count(name)") == [[3]]
    assert loaded.ask("SHOW USERS YIELD user RETURN user") == [["neo4j"]]


@pytest.mark.parametrize(
    ("query", "what"),
    [
        ("LOAD CSV FROM 'file:///x.csv' AS line RETURN line", "LOAD CSV"),
        ("\\u004COAD CSV FROM 'file:///x.csv' AS line RETURN line", "LOAD CSV"),
        ("TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "TERMINATE TRANSACTIONS"),
    ],
)
def test_reaching_out_is_refused(loaded, query, what):
    with pytest.raises(QueryError, match=f"^{what} is refused: only the graph can be read here"):
        run(query, {}, loaded.target)


def test_a_refusal_says_so(loaded):
    with pytest.raises(QueryError, match=r"^a query can only read, not write\.$"):
        run("CREATE (:X)", {}, loaded.target)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        pytest.param("MATCH (e RETURN e.id", "Invalid input 'RETURN'", id="syntax"),
        pytest.param("MATCH (e) WHERE e.id = $nobody RETURN e.id", "nobody", id="parameter"),
        pytest.param("RETURN nothing(1) AS x", "nothing", id="an unknown function"),
        pytest.param("RETURN 1 / 0 AS x", "by zero", id="division by zero"),
        pytest.param("CALL no.such() YIELD x RETURN x", "no.such", id="an unknown procedure"),
        pytest.param(
            "MATCH (a:Place {name: '云州'}) MATCH p = shortestPath((a)-[*1..6]-(a)) RETURN length(p) AS n",
            "shortest path",
            id="a path to itself",
        ),
        pytest.param("", "query failed", id="nothing"),
    ],
)
def test_an_error_is_one_line(loaded, query, message):
    with pytest.raises(QueryError, match=message) as caught:
        run(query, {}, loaded.target)
    assert len(str(caught.value).splitlines()) == 1


def test_a_wrong_password(loaded):
    target = replace(loaded.target, username="someone", password="not the password")  # noqa: S106
    for ask in (lambda: run("RETURN 1 AS x", {}, target), lambda: export(hand_set_corpus(), target)):
        with pytest.raises(ServerError) as caught:
            ask()
        assert str(caught.value) == (
            f"{target.uri}: user name or password refused (user someone);"
            " check NEO4J_USERNAME and NEO4J_PASSWORD."
        )


def test_too_many_wrong_passwords(loaded):
    loaded.ask("CREATE USER locked SET PASSWORD 'a password'")
    target = replace(loaded.target, username="locked", password="not the password")  # noqa: S106
    for _ in range(4):
        with pytest.raises(ServerError) as caught:
            run("RETURN 1 AS x", {}, target)
    assert str(caught.value) == f"{target.uri}: too many wrong passwords; wait a while and try again."
    loaded.ask("DROP USER locked")


def test_a_missing_database(loaded):
    target = replace(loaded.target, database="nowhere")
    for ask in (lambda: run("RETURN 1 AS x", {}, target), lambda: export(hand_set_corpus(), target)):
        with pytest.raises(ServerError) as caught:
            ask()
        assert str(caught.value) == f"{target.uri}: there is no database nowhere; check NEO4J_DATABASE."


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_both_schemes(loaded, scheme):
    target = replace(loaded.target, uri=loaded.target.uri.replace("bolt", scheme, 1))
    assert run("MATCH (e:Entity) RETURN count(e) AS n", None, target).rows == ((13,),)
