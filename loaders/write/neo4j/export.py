"""Make what wenmai keeps in a Neo4j database equal to the corpus. Safe to kill and to repeat.

Every node and relationship that wenmai writes carries the property `wenmai`: the snapshot of the
corpus that wrote it last. What carries that of another snapshot at the end is no longer in the
corpus, and goes; what carries none belongs to others, and stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from neo4j import Driver, ManagedTransaction, Session
from neo4j.exceptions import IncompleteCommit

from wenmai.loaders.problems import ServerError
from wenmai.loaders.words import say
from wenmai.loaders.write.check_corpus import check
from wenmai.loaders.write.layout import LABELS, Part
from wenmai.loaders.write.neo4j.target import Neo4jTarget, connect
from wenmai.loaders.write.rows import batches, counts, rows, snapshot
from wenmai.queries import writing

if TYPE_CHECKING:
    from wenmai.graph.network.knowledge_graph import Corpus

Progress = Callable[[Part, int, int], None]  # the part, rows done, rows in all

_SCHEMA = (
    "entity-id",
    "article-id",
    "sentence-id",
    "entity-name",
    "entity-community",
    "article-month",
    "entity-text",
    "sentence-text",
    "await",
)
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote and what it took away, by part; `found`, what of wenmai's was there before.

    `released` nodes had relationships of others: they lost our labels and our mark, and stay.
    """

    written: Mapping[Part, int]
    found: Mapping[Part, int]
    removed: Mapping[Part, int]
    released: int = 0


def export(
    corpus: Corpus,
    target: Neo4jTarget,
    *,
    batch: int = 5000,
    progress: Progress | None = None,
    dry_run: bool = False,
) -> Exported:
    """Write the corpus into the database, and remove what an earlier export wrote and it no longer holds.

    Constraints and indexes first, then nodes, then relationships, `batch` rows a transaction. Killed
    at any point and run again, it ends in the same state. A dry run connects, looks for what would
    stand in the way and changes nothing; its `written` is what would be written.

    Raises:
        ServerError: the server cannot be reached, refuses, fails, or holds nodes of others with our ids.
        ValueError: a relationship of the corpus lacks an end, or a relation is there twice.
    """
    check(corpus)
    with connect(target) as driver, driver.session(database=target.database) as session:
        found = _found(session)
        if not dry_run:
            _prepare(driver, target)
        _refuse_taken(session, corpus, target, size=batch)
        if dry_run:
            return Exported(counts(corpus), found, dict.fromkeys(Part, 0))
        mark = snapshot(corpus)
        written = {
            part: _write(session, corpus, part, mark, size=batch, progress=progress or _silent)
            for part in Part
        }
        removed, released = _clear(session, mark, size=batch)
        return Exported(written, found, removed, released)


def _silent(part: Part, done: int, total: int) -> None:
    """Tell no one."""


def _found(session: Session) -> dict[Part, int]:
    answer = session.execute_read(lambda tx: tx.run(writing("check/found")).values())
    return dict.fromkeys(Part, 0) | {Part(part): number for part, number in answer}


def _prepare(driver: Driver, target: Neo4jTarget) -> None:
    for name in _SCHEMA:
        driver.execute_query(writing(f"schema/{name}"), database_=target.database)


def _refuse_taken(session: Session, corpus: Corpus, target: Neo4jTarget, *, size: int) -> None:
    """MERGE would make nodes of others ours, and a later export might remove them."""
    for part, label in LABELS.items():
        query = writing(f"check/taken-{part}")
        ids = (row["id"] for row in rows(corpus, part))
        while some := list(islice(ids, size)):
            taken, example = session.execute_read(_taken, query, some)
            if taken:
                raise ServerError(
                    say(
                        f"{target.place}：数据库里已有并非 wenmai 写入的 {label} 节点（如 {example}）；"
                        "请另用一个数据库。",
                        f"{target.place}: the database has {label} nodes that wenmai did not write"
                        f" (such as {example}); use another database.",
                    )
                )


def _taken(tx: ManagedTransaction, query: str, ids: list[object]) -> tuple[int, str | None]:
    record = tx.run(query, ids=ids).single(strict=True)
    return record["taken"], record["example"]


def _write(session: Session, corpus: Corpus, part: Part, mark: str, *, size: int, progress: Progress) -> int:
    query, total, done = writing(f"merge/{part}"), counts(corpus)[part], 0
    for batch in batches(corpus, part, size=size):
        _change(session, query, "written", len(batch), rows=batch, snapshot=mark)
        done += len(batch)
        progress(part, done, total)
    return done


def _clear(session: Session, mark: str, *, size: int) -> tuple[dict[Part, int], int]:
    """Relationships before nodes: what a node still has then is not ours."""
    removed = dict.fromkeys(Part, 0)
    released = 0
    for part in reversed(Part):
        if part in LABELS:
            released += _repeat(session, f"remove/released-{part}", mark, size=size)
        removed[part] = _repeat(session, f"remove/stale-{part}", mark, size=size)
    return removed, released


def _repeat(session: Session, name: str, mark: str, *, size: int) -> int:
    query, total = writing(name), 0
    while gone := _change(session, query, "removed", None, batch=size, snapshot=mark):
        total += gone
    return total


def _change(session: Session, query: str, column: str, expected: int | None, **parameters: object) -> int:
    for left in reversed(range(_TRIES)):
        try:
            return session.execute_write(_run, query, column, expected, parameters)
        except IncompleteCommit:
            # The connection broke during the commit; no one knows whether it took effect, and the
            # driver does not repeat it. Ours may be repeated.
            if not left:
                raise
    raise AssertionError


def _run(
    tx: ManagedTransaction, query: str, column: str, expected: int | None, parameters: Mapping[str, object]
) -> int:
    number: int = tx.run(query, dict(parameters)).single(strict=True)[column]
    if expected not in (None, number):
        # MATCH drops a row whose end is missing without a word. Raising inside the
        # transaction rolls the whole batch back.
        raise ServerError(
            say(
                f"{expected} 行中 Neo4j 只写入了 {number} 行：有别的程序在改动数据库；请停下它再运行。",
                f"Neo4j wrote {number} of {expected} rows: something else changes the database;"
                " stop it and run again.",
            )
        )
    return number
