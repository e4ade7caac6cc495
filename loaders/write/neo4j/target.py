"""Where a server is, and its refusals in one line each. No message holds the password."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import (
    AuthError,
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from wenmai.loaders.problems import ServerError
from wenmai.loaders.words import say
from wenmai.loaders.write.answers import one_line

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
RETRY_SECONDS = 30  # how long the driver repeats a transaction whose server is gone
_USER_INFO = re.compile(r"(?:(?<=://)|^(?![a-z+]+://)).*@")  # a password may hold any character
_NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"
_TOO_MANY_TRIES = "Neo.ClientError.Security.AuthenticationRateLimit"


@dataclass(frozen=True, slots=True)
class Neo4jTarget:
    """A database of a server; the password shows in no repr."""

    uri: str
    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"

    @property
    def place(self) -> str:
        """The address as a message may show it."""
        return _USER_INFO.sub("", self.uri)


# What goes wrong is said once, by us; the driver would say it too, in its own words.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
logging.getLogger("neo4j").propagate = False


@contextmanager
def connect(target: Neo4jTarget) -> Iterator[Driver]:
    """A driver that has reached the server and been let in to the database.

    Raises:
        ServerError: the address cannot be used, nothing answers there, the credentials are
            refused, the database is missing; also when the server fails later, inside the block.
    """
    if target.uri.partition("://")[0] not in SCHEMES or _USER_INFO.search(target.uri):
        raise ServerError(
            say(
                f"不支持的地址 {target.place}；请写 bolt://主机:7687 或 neo4j://主机:7687。",
                f"{target.place} is not a supported address; write bolt://HOST:7687 or neo4j://HOST:7687.",
            )
        )
    with _telling(target):
        driver = GraphDatabase.driver(
            target.uri,
            auth=(target.username, target.password),
            user_agent="wenmai",
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            max_transaction_retry_time=RETRY_SECONDS,
        )
        with driver:
            with driver.session(database=target.database) as session:
                session.run("RETURN 1").consume()
            yield driver


@contextmanager
def _telling(target: Neo4jTarget) -> Iterator[None]:
    try:
        yield
    except (Neo4jError, DriverError, OSError, ValueError) as error:
        raise ServerError(_message(error, target)) from error


def _message(error: Exception, target: Neo4jTarget) -> str:
    code = error.code if isinstance(error, Neo4jError) else None
    if code == _TOO_MANY_TRIES:
        zh, en = "错误的密码试得太多，请稍后再试。", "too many wrong passwords; wait a while and try again."
    elif isinstance(error, AuthError):
        zh = f"用户名或密码不对（用户 {target.username}）；请检查 NEO4J_USERNAME 和 NEO4J_PASSWORD。"
        en = (
            f"user name or password refused (user {target.username});"
            " check NEO4J_USERNAME and NEO4J_PASSWORD."
        )
    elif code == _NO_DATABASE:
        zh = f"没有数据库 {target.database}；请检查 NEO4J_DATABASE。"
        en = f"there is no database {target.database}; check NEO4J_DATABASE."
    elif isinstance(error, ServiceUnavailable | SessionExpired | IncompleteCommit):
        zh = "Neo4j 没有应答；请确认服务器已启动、地址无误，再运行一次即可。"
        en = "no Neo4j answers there; see that the server runs and the address is right, then run again."
    elif isinstance(error, ConstraintError):
        zh = "数据库里的其他数据与 wenmai 的 id 相冲突；请另用一个数据库。"
        en = "other data in the database is at odds with the ids of wenmai; use another database."
    else:
        reason = one_line(getattr(error, "message", None) or str(error))
        if target.password:
            reason = reason.replace(target.password, "***")
        zh, en = f"Neo4j 出错：{reason}", f"Neo4j failed: {reason}"
    return say(f"{target.place}：{zh}", f"{target.place}: {en}")
