"""What a query answers, the same from both engines: plain Python values in columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wenmai.loaders.problems import QueryError
from wenmai.loaders.words import say

_ASIDE = re.compile(r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`""", re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_REACHING_OUT = re.compile(r"\b(LOAD\s+CSV|TERMINATE\s+TRANSACTIONS?)\b", re.IGNORECASE)
_COLLECTED = re.compile(r"\bcollect\s*\((?:[^()]|\([^()]*\))*\)\s+AS\s+(\w+)", re.IGNORECASE)
_ORDERED = re.compile(r"\bORDER\s+BY\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of an answer; a cell is a str, int, float, bool, None, date, time, list or dict."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def refuse_reaching_out(query: str) -> None:
    """Refuse what reads files or addresses, or ends the work of others, though engines count it as reading.

    Raises:
        QueryError: the query has LOAD CSV or TERMINATE TRANSACTIONS outside of texts and comments.
    """
    spelled_out = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), query)  # as Neo4j reads it
    found = _REACHING_OUT.search(_ASIDE.sub(" ", query)) or _REACHING_OUT.search(_ASIDE.sub(" ", spelled_out))
    if found:
        what = " ".join(found.group().upper().split())
        raise QueryError(
            say(f"不允许 {what}：这里只能读图。", f"{what} is refused: only the graph can be read here.")
        )


def unordered_lists(query: str) -> frozenset[str]:
    """The names of lists that a query collects without having ordered anything before.

    Cypher leaves their order open, and the engines differ in it.
    """
    text = _ASIDE.sub(" ", query)
    ordered = _ORDERED.search(text)
    end = ordered.start() if ordered else len(text)
    return frozenset(found.group(1) for found in _COLLECTED.finditer(text) if found.start() < end)


def answer(query: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Table:
    """A table of values that an engine has made plain; lists without an order are sorted."""
    loose = unordered_lists(query)
    sort = [name in loose for name in columns]
    return Table(
        tuple(columns),
        tuple(
            tuple(_sorted(cell) if loose_one else cell for cell, loose_one in zip(row, sort, strict=True))
            for row in rows
        ),
    )


def one_line(message: str) -> str:
    """The first line of an engine's message, without white space at its ends."""
    return next((line.strip() for line in message.splitlines() if line.strip()), "")


def _sorted(cell: object) -> object:
    return sorted(cell, key=_place) if isinstance(cell, list) else cell


def _place(value: object) -> tuple[str, float, str]:
    """Numbers by size, then texts by code point, then the rest by how it is written."""
    if isinstance(value, int | float):
        return "1", float(value), ""
    if isinstance(value, str):
        return "2", 0.0, value
    if isinstance(value, Mapping):
        return "3", 0.0, repr(sorted(value.items()))
    return "4", 0.0, repr(value)
