"""What both engines refuse, and which lists are put in order."""

from __future__ import annotations

import pytest

from wenmai.loaders.problems import QueryError
from wenmai.loaders.write.answers import answer, one_line, refuse_reaching_out, unordered_lists


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", id="LOAD CSV"),
        pytest.param(
            "load\n  csv with headers from $x as line return line", id="small letters, a line break"
        ),
        pytest.param("LOAD // a comment\nCSV FROM 'x' AS line RETURN line", id="a comment between"),
        pytest.param("LOAD/* a comment */CSV FROM 'x' AS line RETURN line", id="a block comment between"),
        pytest.param("MATCH (n) WHERE n.text = 'it\\'s' LOAD CSV FROM 'x' AS l RETURN l", id="behind a text"),
        pytest.param("\\u004COAD CSV FROM 'x' AS line RETURN line", id="spelled by code point"),
        pytest.param("WITH '\\u0027 AS a LOAD CSV FROM \\u0027' AS b RETURN b", id="a quote by code point"),
        pytest.param("TERMINATE TRANSACTIONS 'neo4j-transaction-1'", id="TERMINATE TRANSACTIONS"),
        pytest.param("terminate transaction 'x' YIELD message", id="TERMINATE TRANSACTION"),
    ],
)
def test_reaching_out_is_refused(query):
    with pytest.raises(QueryError):
        refuse_reaching_out(query)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("MATCH (s:Sentence) WHERE s.text CONTAINS 'LOAD CSV' RETURN s.id", id="in a text"),
        pytest.param('MATCH (s) WHERE s.text = "LOAD CSV" RETURN s.id', id="in double quotes"),
        pytest.param("MATCH (n) RETURN n.id // LOAD CSV", id="in a comment"),
        pytest.param("MATCH (n) RETURN n.`LOAD CSV`", id="a property of that name"),
        pytest.param("MATCH (n) RETURN n.load AS csv", id="other words"),
    ],
)
def test_the_words_alone_are_not_refused(query):
    refuse_reaching_out(query)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        pytest.param("MATCH (n) RETURN collect(n.id) AS ids", {"ids"}, id="collected"),
        pytest.param("MATCH (n) RETURN COLLECT(DISTINCT left(n.id, 2)) AS ids, 1 AS n", {"ids"}, id="nested"),
        pytest.param(
            "MATCH (n) WITH n ORDER BY n.id RETURN collect(n.id) AS ids", set(), id="ordered before"
        ),
        pytest.param("MATCH (n) RETURN collect(n.id) AS ids ORDER BY n.kind", {"ids"}, id="ordered after"),
        pytest.param("MATCH p = (a)--(b) RETURN [n IN nodes(p) | n.id] AS ids", set(), id="a path"),
        pytest.param("RETURN 'collect(x) AS ids' AS ids", set(), id="in a text"),
    ],
)
def test_lists_without_an_order(query, names):
    assert unordered_lists(query) == names


@pytest.mark.parametrize(
    ("cells", "ordered"),
    [
        pytest.param(["乙", "甲", "Z"], ["Z", "乙", "甲"], id="texts by code point"),
        pytest.param([10, 9.5, "9", True], [True, 9.5, 10, "9"], id="numbers before texts"),
        pytest.param([{"b": 1}, {"a": 2}], [{"a": 2}, {"b": 1}], id="maps"),
        pytest.param([], [], id="none"),
    ],
)
def test_they_are_sorted(cells, ordered):
    query = "MATCH (n) RETURN n.aliases AS kept, collect(n.x) AS sorted"
    assert answer(query, ["kept", "sorted"], [[cells, cells]]).rows == ((cells, ordered),)


@pytest.mark.parametrize(
    ("message", "line"), [("a\nb", "a"), ("\n  a \n", "a"), ("", "")], ids=["first", "blank lines", "empty"]
)
def test_one_line(message, line):
    assert one_line(message) == line
