"""Rows on the terminal."""

from __future__ import annotations

import pytest

from wenmai.loaders.cli.asking.show_table import as_csv, as_json, as_text

COLUMNS = ["name", "count", "npmi"]
ROWS: list[list[object]] = [["晋中市委", 12, 0.5], ["A\x1b[31m", 3, -0.123456]]


def test_text_aligns_han_and_numbers() -> None:
    assert as_text(COLUMNS, ROWS).splitlines() == [
        "name      count     npmi",
        "--------  -----  -------",
        "晋中市委     12      0.5",
        "A�[31m        3  -0.1235",
    ]


def test_text_without_rows_is_the_head() -> None:
    assert as_text(["a"], []) == "a\n-"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        pytest.param("字" * 30, "字" * 30, id="just fits"),
        pytest.param("字" * 31, "字" * 29 + "…", id="cut at the width of the terminal, not of the string"),
        pytest.param(["甲", None, 2], "甲、、2", id="a list"),
        pytest.param(None, "", id="missing"),
    ],
)
def test_cells(cell: object, shown: str) -> None:
    assert as_text(["x"], [[cell]]).split("\n")[2:] == [shown]


def test_json() -> None:
    assert as_json(["名", "n"], [["甲", None]]) == '[\n {\n  "名": "甲",\n  "n": null\n }\n]'


def test_csv() -> None:
    assert as_csv(["名", "n"], [['甲,"乙"', ["丙", 1]], [None, 2]]) == (
        '名,n\r\n"甲,""乙""","[""丙"", 1]"\r\n,2'
    )
