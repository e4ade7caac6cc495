"""Every shipped query is documented as it is, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wenmai.queries import cypher, names

DOCS = (Path(__file__).parents[2] / "docs" / "queries.md").read_text(encoding="utf-8")
SHIPPED = DOCS.partition("## Shipped queries\n")[2].partition("\n## ")[0]
SECTIONS = {section.partition("\n")[0]: section for section in SHIPPED.split("### ")[1:]}


def test_the_documented_queries_are_the_shipped_ones():
    assert tuple(SECTIONS) == names()


@pytest.mark.parametrize("name", names())
def test_a_query_is_documented(name):
    query, section = cypher(name), SECTIONS[name]
    assert query.summary_en in section
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (\w+) \| (.+) \|$", section, re.MULTILINE)
    assert rows == [
        (
            parameter.name,
            parameter.type,
            "required"
            if parameter.required
            else "all"
            if parameter.default is None
            else str(parameter.default),
            parameter.en,
        )
        for parameter in query.parameters
    ]
    [columns] = re.findall(r"^Columns: (.+)$", section, re.MULTILINE)
    assert columns == ", ".join(f"`{column}`" for column in query.columns)


@pytest.mark.parametrize("name", names())
def test_its_example_runs(name):
    [given] = re.findall(
        rf"^wenmai query {name}((?: --param \S+)*) --from DIR$", SECTIONS[name], re.MULTILINE
    )
    pairs = dict(pair.split("=", 1) for pair in re.findall(r"--param (\S+)", given))
    query = cypher(name)
    assert set(query.bind(pairs)) == {parameter.name for parameter in query.parameters}
