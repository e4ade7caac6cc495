"""Cypher queries, one a file, and the function that finds them by name."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from wenmai.queries.header import Parameter, ParameterProblem, ParameterType, Query, Value, read_query

__all__ = [
    "Parameter",
    "ParameterProblem",
    "ParameterType",
    "Query",
    "UnknownQuery",
    "Value",
    "cypher",
    "names",
    "writing",
]


class UnknownQuery(LookupError):  # noqa: N818 - it is the name that is unknown, not an error in the query
    """No query of that name is shipped; `near` names those that are spelled alike."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        super().__init__(f"no query is called {name!r}{hint}")
        self.name = name
        self.near = near


@cache
def names() -> tuple[str, ...]:
    """The names of the shipped queries that read, sorted."""
    return tuple(
        sorted(file.name[:-7] for file in files(__name__).iterdir() if file.name.endswith(".cypher"))
    )


@cache
def cypher(name: str) -> Query:
    """The shipped query of a name.

    Raises:
        UnknownQuery: there is none; a LookupError.
    """
    if name not in names():
        raise UnknownQuery(name, tuple(get_close_matches(name.lower().replace("_", "-"), names(), n=3)))
    return read_query(name, (files(__name__) / f"{name}.cypher").read_text(encoding="utf-8"))


@cache
def writing(name: str) -> str:
    """The text of a query in `write/`, which the exporters use."""
    return (files(__name__) / "write" / f"{name}.cypher").read_text(encoding="utf-8")
