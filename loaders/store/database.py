"""The corpus directory and its SQLite file: made, opened, checked, locked."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import resources
from pathlib import Path

from wenmai.loaders.problems import StoreError
from wenmai.loaders.words import say

SCHEMA_VERSION = "1"
FILE = "corpus.sqlite"
LOCK = "writing.lock"


def open_for_reading(directory: Path) -> sqlite3.Connection:
    """The corpus in a directory, which nothing done here can change.

    Raises:
        StoreError: no corpus there, a damaged one, or one of another version.
    """
    path = directory / FILE
    if not path.is_file():
        raise StoreError(
            say(
                f"{directory}：这里没有语料库；先运行 wenmai build 路径 --into {directory}",
                f"{directory}: no corpus here; first run wenmai build PATH --into {directory}",
            )
        )
    connection = _connect(path, immutable=_is_still(directory))
    try:
        _check(connection, path)
        connection.execute("PRAGMA query_only = on")
        connection.execute("BEGIN")  # one state for all that is read, whoever writes meanwhile
    except BaseException:
        connection.close()
        raise
    return connection


def open_linked(directory: Path) -> sqlite3.Connection:
    """The corpus in a directory, all that was read of it linked.

    Raises:
        StoreError: as `open_for_reading`; a build is at work on it, or did not end.
    """
    connection = open_for_reading(directory)
    if connection.execute("SELECT 1 FROM meta WHERE key = 'derived'").fetchone():
        return connection
    connection.close()
    if is_being_written(directory):
        raise StoreError(
            say(
                f"{directory}：正在构建；等它结束再问",
                f"{directory}: is being built; ask when that has ended",
            )
        )
    raise StoreError(
        say(
            f"{directory}：上次构建没有完成；再运行一次 wenmai build",
            f"{directory}: the last build did not end; run wenmai build once more",
        )
    )


def _is_still(directory: Path) -> bool:
    """Whether nobody can be writing: the folder cannot be written, and no write waits in a log."""
    log = directory / f"{FILE}-wal"
    return not os.access(directory, os.W_OK) and not (log.exists() and log.stat().st_size)


def is_being_written(directory: Path) -> bool:
    """Whether a build is at work on a corpus right now."""
    if not (directory / LOCK).exists():
        return False
    with closing(_connect(directory / LOCK, timeout=0.0)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            return "locked" in str(error)
    return False


@contextmanager
def open_for_writing(directory: Path) -> Iterator[sqlite3.Connection]:
    """The corpus in a directory, made if need be, locked against other writers until the block ends.

    The lock is an open transaction on a file of its own: the operating system drops it with
    the process, however that ends.

    Raises:
        StoreError: another process writes there, the folder cannot be made, or what lies there is not ours.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            say(
                f"{directory}：无法建立目录（{error.strerror}）；换一个位置",
                f"{directory}: cannot make this folder ({error.strerror}); choose another place",
            )
        ) from error
    with closing(_connect(directory / LOCK, timeout=0.2)) as lock:
        _take(lock, directory)
        with closing(_connect(directory / FILE)) as connection:
            _prepare(connection, directory / FILE)
            yield connection


def _connect(path: Path, *, timeout: float = 30.0, immutable: bool = False) -> sqlite3.Connection:
    # In a folder that cannot be written SQLite could not make the files that a WAL database needs.
    where = f"{path.absolute().as_uri()}?mode=ro&immutable=1" if immutable else str(path)
    try:
        connection = sqlite3.connect(where, timeout=timeout, isolation_level=None, uri=immutable)
    except sqlite3.Error as error:
        raise StoreError(
            say(
                f"{path}：打不开（{error}）；检查权限与磁盘空间",
                f"{path}: cannot be opened ({error}); check permissions and disk space",
            )
        ) from error
    connection.execute("PRAGMA foreign_keys = on")
    return connection


def _take(lock: sqlite3.Connection, directory: Path) -> None:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreError(
                say(
                    f"{directory}：另一个 wenmai 正在写入这个语料库；等它结束再试",
                    f"{directory}: another wenmai is writing this corpus; try again when it has ended",
                )
            ) from error
        raise StoreError(
            say(
                f"{directory}：不能写入（{error}）；检查权限与磁盘空间",
                f"{directory}: cannot be written ({error}); check permissions and disk space",
            )
        ) from error


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    try:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("PRAGMA synchronous = normal")
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables:
            _check(connection, path)
            return
        schema = resources.files("wenmai.loaders.store").joinpath("schema.sql").read_text(encoding="utf-8")
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{schema}\nINSERT INTO meta VALUES ('schema', '{SCHEMA_VERSION}');\nCOMMIT;"
        )
    except sqlite3.DatabaseError as error:
        raise _damaged(path, error) from error


def _check(connection: sqlite3.Connection, path: Path) -> None:
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    except sqlite3.DatabaseError as error:
        raise _damaged(path, error) from error
    version = row[0] if row else "?"
    if version != SCHEMA_VERSION:
        raise StoreError(
            say(
                f"{path}：语料库版本是 {version}，本程序读写版本 {SCHEMA_VERSION}；"
                "用 wenmai build 另建一个目录",
                f"{path}: a corpus of version {version}, this program reads and writes {SCHEMA_VERSION}; "
                "build into a new folder",
            )
        )


def _damaged(path: Path, error: sqlite3.DatabaseError) -> StoreError:
    return StoreError(
        say(
            f"{path}：不是 wenmai 的语料库，或已损坏（{error}）；移走它，再运行 wenmai build",
            f"{path}: not a wenmai corpus, or a damaged one ({error}); move it away and run "
            "wenmai build again",
        )
    )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
