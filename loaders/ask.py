"""Questions to a corpus: a shipped query or a Cypher text, to the embedded engine or to Neo4j."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from wenmai.loaders.explain import find
from wenmai.loaders.problems import UsageError
from wenmai.loaders.store import derived, loading
from wenmai.loaders.store.database import open_linked
from wenmai.loaders.words import say
from wenmai.queries import ParameterProblem, UnknownQuery, cypher

if TYPE_CHECKING:
    from wenmai.loaders.write.embedded import EmbeddedGraph

LAYOUT = "2"  # of what the index holds: one made with another is made anew
INDEX = f"cypher-{{}}-{LAYOUT}.kgl"


def find_query(text: str, pairs: Sequence[str]) -> tuple[str, dict[str, object]]:
    """The Cypher of a shipped query, or of a text that is Cypher itself, with its parameters.

    `pairs` are NAME=VALUE. A shipped query knows the types of its parameters and their defaults;
    for other Cypher a value that reads as JSON is what it says, any other is text.

    Raises:
        UsageError: no query of that name; a parameter that is unknown, missing or of the wrong type.
    """
    given = dict(_pair(pair) for pair in pairs)
    if any(ch.isspace() for ch in text.strip()):
        return text, {name: _json_or_text(value) for name, value in given.items()}
    try:
        query = cypher(text)
        return query.text, dict(query.bind(given))
    except UnknownQuery as error:
        zh = f"，相近的：{'、'.join(error.near)}" if error.near else ""
        en = f"; near it: {', '.join(error.near)}" if error.near else ""
        raise UsageError(
            say(
                f"没有名为 {text!r} 的查询{zh}（wenmai query --list 列出全部，也可直接写 Cypher）",
                f"no query is called {text!r}{en} (wenmai query --list shows all; Cypher will do too)",
            )
        ) from error
    except ParameterProblem as problem:
        raise UsageError(_problem(text, problem)) from problem


def _problem(query: str, problem: ParameterProblem) -> str:
    name, expected = problem.name, problem.expected
    return {
        "unknown": say(
            f"查询 {query} 没有参数 {name}；有：{expected}",
            f"query {query} has no parameter {name}; it has: {expected}",
        ),
        "missing": say(
            f"查询 {query} 缺少参数 {name}；加上 --param {name}=…",
            f"query {query} needs {name}; add --param {name}=…",
        ),
        "wrong": say(
            f"查询 {query} 的参数 {name} 类型不对；应为：{expected}",
            f"query {query}: the value of {name} is of the wrong type; expected: {expected}",
        ),
    }[problem.reason]


def _pair(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals or not name.strip():
        raise UsageError(say(f"参数应写成 名=值：{pair}", f"a parameter is written NAME=VALUE: {pair}"))
    return name.strip(), value


def _json_or_text(value: str) -> object:
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value


def open_index(directory: Path) -> EmbeddedGraph:
    """The embedded engine over a corpus; its index is made when there is none of this state.

    Raises:
        StoreError: no corpus there, nothing linked in it yet, or no place to write the index.
    """
    from wenmai.loaders.write.embedded import EmbeddedGraph

    with closing(open_linked(directory)) as connection:
        state = derived.fingerprint(connection) or ""
        home = directory if os.access(directory, os.W_OK) else _own_folder()
        index = home / INDEX.format(state[:16])
        if not index.exists():
            EmbeddedGraph.build(loading.load_corpus(connection), index)
            if home == directory:
                _drop_others(directory, index)
    return EmbeddedGraph.open(index)


def _own_folder() -> Path:
    """A folder of this user's alone, for the indexes of corpora that cannot be written."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "wenmai"
    try:
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="wenmai-"))
    return cache


def unknown_names(directory: Path, parameters: Mapping[str, object]) -> list[str]:
    """For a shipped query that found nothing: what its names lack, with near ones."""
    lacks = []
    with closing(open_linked(directory)) as connection:
        for key in ("name", "other"):
            value = parameters.get(key)
            if isinstance(value, str):
                try:
                    find(connection, value)
                except UsageError as problem:
                    lacks.append(str(problem))
    return lacks


def _drop_others(directory: Path, index: Path) -> None:
    for old in sorted(directory.glob("cypher-*.kgl")):
        if old != index:
            old.unlink(missing_ok=True)
