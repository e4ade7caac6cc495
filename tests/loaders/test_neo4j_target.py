"""A server that is not there, and values of the driver; what a real server says is tried in tests/neo4j."""

from __future__ import annotations

import datetime as dt
import socket

import pytest
from hand_set_corpus import hand_set_corpus
from neo4j.exceptions import IncompleteCommit
from neo4j.spatial import CartesianPoint, WGS84Point
from neo4j.time import Date, DateTime, Duration, Time

from wenmai.loaders.problems import ServerError
from wenmai.loaders.write.neo4j import Neo4jTarget, export, run
from wenmai.loaders.write.neo4j.target import _message
from wenmai.loaders.write.neo4j.values import plain

SECRET = "hunter2-hunter2"  # noqa: S105


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.mark.parametrize(
    "uri",
    [
        f"bolt://neo4j:{SECRET}@127.0.0.1:7687",
        f"neo4j:{SECRET}@127.0.0.1:7687",
        f"neo4j://neo4j:pa/{SECRET}@127.0.0.1:7687",
        f"http://neo4j:{SECRET}@127.0.0.1:7687",
    ],
)
def test_a_password_in_the_address_is_refused_and_not_shown(uri):
    with pytest.raises(ServerError, match=r"127\.0\.0\.1:7687 is not a supported address") as refused:
        run("RETURN 1", {}, Neo4jTarget(uri, "neo4j", SECRET, "news"))
    assert SECRET not in str(refused.value)


def test_the_password_does_not_show():
    target = Neo4jTarget("bolt://127.0.0.1:7687", "neo4j", SECRET, "news")
    assert repr(target) == "Neo4jTarget(uri='bolt://127.0.0.1:7687', username='neo4j', database='news')"
    assert SECRET not in str(target)


@pytest.mark.parametrize(
    ("uri", "shown"),
    [
        pytest.param("http://localhost:7474", "http://localhost:7474", id="the browser's"),
        pytest.param("localhost:7687", "localhost:7687", id="no scheme"),
        pytest.param("", "", id="none"),
        pytest.param("https+s://localhost", "https+s://localhost", id="unknown scheme"),
        pytest.param(f"bolt://neo4j:{SECRET}@localhost", "bolt://localhost", id="a password in it"),
    ],
)
def test_an_address_that_cannot_be_used(uri, shown):
    with pytest.raises(ServerError) as caught:
        run("RETURN 1 AS x", {}, Neo4jTarget(uri, "neo4j", SECRET))
    assert str(caught.value) == (
        f"{shown} is not a supported address; write bolt://HOST:7687 or neo4j://HOST:7687."
    )


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_stopped_server(scheme):
    with socket.socket() as held:  # bound, not listening: nothing else takes the port meanwhile
        held.bind(("127.0.0.1", 0))
        uri = f"{scheme}://127.0.0.1:{held.getsockname()[1]}"
        target = Neo4jTarget(uri, "neo4j", SECRET)
        for ask in (lambda: run("RETURN 1 AS x", {}, target), lambda: export(hand_set_corpus(), target)):
            with pytest.raises(ServerError) as caught:
                ask()
            assert str(caught.value) == (
                f"{uri}: no Neo4j answers there;"
                " see that the server runs and the address is right, then run again."
            )


def test_a_port_that_is_no_number():
    with pytest.raises(ServerError) as caught:
        run("RETURN 1 AS x", {}, Neo4jTarget("bolt://127.0.0.1:port", "neo4j", SECRET))
    assert len(str(caught.value).splitlines()) == 1
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        pytest.param(
            ValueError(f"no luck with {SECRET}\nsecond line"),
            "x: Neo4j failed: no luck with ***",
            id="password",
        ),
        pytest.param(
            IncompleteCommit("x"),
            "x: no Neo4j answers there; see that the server runs and the address is right, then run again.",
            id="cut off in a commit",
        ),
    ],
)
def test_messages(error, text):
    assert _message(error, Neo4jTarget("x", "neo4j", SECRET)) == text


UTC = dt.UTC


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(Date(2025, 2, 3), dt.date(2025, 2, 3), id="date"),
        pytest.param(DateTime(2025, 2, 3, 4, 5, 6), dt.datetime(2025, 2, 3, 4, 5, 6), id="local datetime"),
        pytest.param(
            DateTime(2025, 2, 3, 4, tzinfo=UTC), dt.datetime(2025, 2, 3, 4, tzinfo=UTC), id="datetime"
        ),
        pytest.param(Time(4, 5, 6), dt.time(4, 5, 6), id="time"),
        pytest.param(Duration(months=1, days=2), {"months": 1, "days": 2, "seconds": 0}, id="duration"),
        pytest.param(WGS84Point((1.5, 2.5)), {"latitude": 2.5, "longitude": 1.5}, id="a place on the globe"),
        pytest.param(CartesianPoint((1.5, 2.5)), {"x": 1.5, "y": 2.5}, id="a place on a plane"),
        pytest.param([Date(2025, 2, 3), None], [dt.date(2025, 2, 3), None], id="in a list"),
        pytest.param({"a": [Date(2025, 2, 3)]}, {"a": [dt.date(2025, 2, 3)]}, id="in a map"),
        pytest.param("外交部", "外交部", id="a text"),
    ],
)
def test_plain(value, expected):
    assert plain(value) == expected
    assert type(plain(value)) is type(expected)
