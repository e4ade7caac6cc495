"""The library: what is shipped, what a header says, what a parameter takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wenmai.loaders.write.layout import LABELS, Part
from wenmai.queries import ParameterProblem, ParameterType, UnknownQuery, cypher, names, writing
from wenmai.queries.header import read_query

QUERIES = Path(__file__).parents[2] / "queries"


def test_names():
    assert names() == (
        "alias", "articles-of", "bridges", "by-month", "common-neighbours", "communities", "community",
        "edge-evidence", "growth-by-month", "partners", "path", "people-with-organisation",
        "positions", "programmes-by-organisation", "reprints", "sentences", "top-entities",
        "who-runs", "within", "written-by",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "near"),
    [
        pytest.param("partner", ("partners",), id="a letter short"),
        pytest.param("edge_evidence", ("edge-evidence",), id="an underscore"),
        pytest.param("Path", ("path",), id="a capital"),
        pytest.param("zzz", (), id="nothing near"),
        pytest.param("merge/entities", ("top-entities",), id="one that writes"),
        pytest.param("../queries/path", (), id="a path"),
    ],
)
def test_an_unknown_name(name, near):
    with pytest.raises(LookupError) as caught:
        cypher(name)
    assert isinstance(caught.value, UnknownQuery)
    assert caught.value.near[:1] == near
    assert name in str(caught.value)


def test_what_a_header_says():
    query = cypher("partners")
    assert query.summary_zh == "与某一实体一同出现最多的实体"
    assert query.summary_en == "Who and what is named together with an entity most often"
    assert [(p.name, p.type, p.required, p.default) for p in query.parameters] == [
        ("name", ParameterType.STRING, True, None),
        ("kind", ParameterType.KIND, False, None),
        ("limit", ParameterType.INTEGER, False, 20),
    ]
    assert query.parameters[1].zh == "只看这一类：PERSON、ORG、PLACE、PROGRAM"
    assert query.parameters[1].en == "only this kind: PERSON, ORG, PLACE or PROGRAM"
    assert query.columns[:3] == ("entity", "id", "name")


@pytest.mark.parametrize(
    ("given", "values"),
    [
        pytest.param({"name": "工信部"}, {"name": "工信部", "kind": None, "limit": 20}, id="defaults"),
        pytest.param(
            {"name": " 工信部 ", "kind": "org", "limit": "3"},
            {"name": "工信部", "kind": "ORG", "limit": 3},
            id="read by type",
        ),
        pytest.param(
            {"name": "7", "limit": 0}, {"name": "7", "kind": None, "limit": 0}, id="a number for a name"
        ),
    ],
)
def test_bind(given, values):
    assert cypher("partners").bind(given) == values


@pytest.mark.parametrize(
    ("given", "name", "reason", "expected"),
    [
        pytest.param({}, "name", "missing", "string", id="missing"),
        pytest.param({"name": "x", "top": "3"}, "top", "unknown", "name, kind, limit", id="unknown"),
        pytest.param({"name": "x", "limit": "many"}, "limit", "wrong", "integer", id="not a number"),
        pytest.param({"name": "x", "limit": "-1"}, "limit", "wrong", "integer", id="negative"),
        pytest.param({"name": "x", "limit": "1.5"}, "limit", "wrong", "integer", id="a fraction"),
        pytest.param(
            {"name": "x", "kind": "人"}, "kind", "wrong", "PERSON, ORG, PLACE, PROGRAM", id="not a kind"
        ),
    ],
)
def test_bind_refuses(given, name, reason, expected):
    with pytest.raises(ParameterProblem) as caught:
        cypher("partners").bind(given)
    assert (caught.value.name, caught.value.reason, caught.value.expected) == (name, reason, expected)


GOOD = "// x\n// zh: 甲\n// en: A\n// $a number = 0.5: 乙 | b\n// columns: id\nMATCH (n) RETURN n.id AS id\n"


def test_read_query():
    query = read_query("x", GOOD)
    assert (query.parameters[0].default, query.columns, query.text) == (0.5, ("id",), GOOD)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(GOOD.replace("// x", "// y"), "does not begin with its name", id="another name"),
        pytest.param("MATCH (n) RETURN n.id AS id", "does not begin with its name", id="no header"),
        pytest.param(GOOD.replace("// en: A\n", ""), "needs zh, en and columns", id="no English"),
        pytest.param(GOOD.replace("columns", "rows"), "needs zh, en and columns", id="no columns"),
        pytest.param(
            GOOD.replace(" | b", ""), "not the line of a parameter", id="a parameter in one language"
        ),
        pytest.param(GOOD.replace("number", "float"), "'float'", id="an unknown type"),
        pytest.param(GOOD.replace("0.5", "half"), "wrong", id="a default of another type"),
    ],
)
def test_a_wrong_header(text, message):
    with pytest.raises(ValueError, match=message):
        read_query("x", text)


@pytest.mark.parametrize("name", names())
def test_header_and_text_name_the_same(name):
    query = cypher(name)
    body = "\n".join(line for line in query.text.splitlines() if not line.startswith("//"))
    assert set(re.findall(r"\$(\w+)", body)) == {parameter.name for parameter in query.parameters}
    returned = body[body.rindex("RETURN") :].partition("ORDER BY")[0]
    assert [part.split(" AS ")[-1].split()[-1] for part in _split(returned)] == list(query.columns)
    assert "ORDER BY" in body[body.rindex("RETURN") :]


def _split(text):
    """At commas outside of brackets."""
    parts, depth = [""], 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        if character == "," and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return parts


UNSAFE = re.compile(
    r"/\*|\bid\(|elementId|apoc\.|gds\.|SHORTEST|COLLECT\s*\{|duration|percentile|isEmpty"
    # A relationship, r, may have a title: the engines make one up for nodes only.
    r"|\.(type|label|start|end)\b|(?<!\br)(?<!\brow\.properties)\.title\b"
)


@pytest.mark.parametrize("path", sorted(QUERIES.rglob("*.cypher")), ids=lambda path: path.stem)
def test_what_engines_read_differently_is_not_used(path):
    text = path.read_text(encoding="utf-8")
    assert UNSAFE.findall(text) == []


def test_each_part_has_its_writing_queries():
    found = {f"{path.parent.name}/{path.stem}" for path in (QUERIES / "write").rglob("*.cypher")}
    wanted = {f"{folder}/{part}" for folder in ("merge", "create") for part in Part}
    wanted |= {f"remove/stale-{part}" for part in Part} | {f"remove/released-{part}" for part in LABELS}
    wanted |= {f"check/taken-{part}" for part in LABELS} | {"check/found"}
    assert {name for name in found if not name.startswith("schema/")} == wanted
    assert writing("schema/entity-id").endswith("REQUIRE e.id IS UNIQUE\n")
