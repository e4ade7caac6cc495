"""The embedded Cypher engine. No other module knows kglite.

Its file is an index: made anew from the corpus at any time, never the only copy of anything.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import kglite

from wenmai.graph.network.knowledge_graph import Corpus
from wenmai.loaders.problems import QueryError, StoreError
from wenmai.loaders.words import say
from wenmai.loaders.write.answers import Table, answer, one_line, refuse_reaching_out
from wenmai.loaders.write.check_corpus import check
from wenmai.loaders.write.layout import Part
from wenmai.loaders.write.rows import batches
from wenmai.queries import writing

_BATCH = 20_000
_NODE = {"id", "labels", "properties"}
_RELATIONSHIP = {"id", "start", "end", "type", "properties"}
_BUILT_IN = {"title", "type"}  # properties of a node that the engine makes up

kglite.set_query_warning_policy("silent")  # else it writes to stderr


class EmbeddedGraph:
    """A corpus that reads Cypher; it cannot be written to."""

    def __init__(self, graph: Any) -> None:
        graph.read_only(True)
        self._graph = graph

    @classmethod
    def build(cls, corpus: Corpus, path: Path) -> Self:
        """Write the index of a corpus to `path`, whole or not at all, and open it.

        Raises:
            StoreError: the file cannot be written.
            ValueError: a relationship of the corpus lacks an end, or a relation is there twice.
        """
        check(corpus)
        graph: Any = kglite.KnowledgeGraph()
        for part in Part:
            for batch in batches(corpus, part, size=_BATCH):
                [row] = graph.cypher(writing(f"create/{part}"), params={"rows": batch}).to_list()
                if row["written"] != len(batch):
                    raise RuntimeError(f"the embedded engine wrote {row['written']} of {len(batch)} {part}")
        _save(graph, path)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an index that `build` has written.

        Raises:
            StoreError: it is missing, damaged or of another version of the engine.
        """
        try:
            return cls(kglite.load(str(path), verify="eager"))
        except (OSError, ValueError, kglite.KgError) as error:
            raise StoreError(
                say(
                    f"{path}：查询索引缺失或已损坏；请删除该文件后重试，它会由语料库重建。",
                    f"{path}: the query index is missing or damaged; delete the file and try again,"
                    " it is rebuilt from the corpus.",
                )
            ) from error

    def run(self, query: str, parameters: Mapping[str, object] | None = None) -> Table:
        """The answer to a reading query.

        Raises:
            QueryError: it does not parse, writes, reads files, lacks a parameter or fails.
        """
        refuse_reaching_out(query)
        try:
            result = self._graph.cypher(query, params=dict(parameters or {}))
            if isinstance(result, str):  # FORMAT CSV, which no other engine knows
                raise QueryError(
                    say("不支持 FORMAT CSV；请用 --csv。", "FORMAT CSV is not supported; use --csv.")
                )
            columns = list(result.columns)
            rows = [[_plain(row[name]) for name in columns] for row in result.to_list()]
        except kglite.ReadOnlyError as error:
            raise QueryError(say("查询只能读，不能写。", "a query can only read, not write.")) from error
        except (kglite.KgError, TypeError, ValueError, OverflowError) as error:
            raise QueryError(
                say(f"查询出错：{one_line(str(error))}", f"the query failed: {one_line(str(error))}")
            ) from error
        return answer(query, columns, rows)


def _save(graph: Any, path: Path) -> None:
    aside = path.with_name(f".{path.name}-{os.getpid()}.tmp")
    try:
        with warnings.catch_warnings():
            # It says which columns could not be mapped into memory; we map none.
            warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
            aside.write_bytes(graph.to_bytes())
        aside.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(
            say(
                f"{path}：无法写入查询索引（{reason}）；请检查磁盘空间和权限。",
                f"{path}: the query index cannot be written ({reason}); check disk space and permissions.",
            )
        ) from error
    finally:
        with suppress(OSError):
            aside.unlink()


def _plain(value: object) -> object:
    """An engine's value as both give it: a node {labels, properties}, a relationship {type, properties}."""
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == _NODE:
        return {"labels": value["labels"], "properties": _properties(value, without=_BUILT_IN)}
    if value.keys() == _RELATIONSHIP:
        return {"type": value["type"], "properties": _properties(value)}
    return {key: _plain(part) for key, part in value.items()}


def _properties(value: dict[str, Any], *, without: Collection[str] = ()) -> dict[str, object]:
    return {key: _plain(part) for key, part in sorted(value["properties"].items()) if key not in without}
