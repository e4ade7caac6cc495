"""Ask a Neo4j server; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping

from neo4j import READ_ACCESS, Driver, ManagedTransaction
from neo4j.exceptions import Neo4jError

from wenmai.loaders.problems import QueryError
from wenmai.loaders.words import say
from wenmai.loaders.write.answers import Table, answer, one_line, refuse_reaching_out
from wenmai.loaders.write.neo4j.target import Neo4jTarget, connect
from wenmai.loaders.write.neo4j.values import plain

_ACCESS_MODE = "Neo.ClientError.Statement.AccessMode"
# Their codes, behind Neo.ClientError or Neo.DatabaseError, are of the query and not of the server.
_OF_THE_QUERY = {"Statement", "Procedure", "Schema"}


def run(query: str, parameters: Mapping[str, object] | None, target: Neo4jTarget) -> Table:
    """The answer of a server to a reading query, in the same values as the embedded engine's.

    The server itself plans the query first; what is not a plain read is not run. It then runs in a
    session that may only read.

    Raises:
        QueryError: it does not parse, writes, reads files, lacks a parameter or fails.
        ServerError: the server cannot be reached, or refuses the credentials.
    """
    refuse_reaching_out(query)
    values = dict(parameters or {})
    with connect(target) as driver:
        try:
            if _query_type(driver, query, values, target.database) != "r":
                raise QueryError(_only_read())
            columns, rows = _read(driver, query, values, target.database)
        except Neo4jError as error:
            if _OF_THE_QUERY.isdisjoint((error.code or "").split(".")):
                raise
            if error.code == _ACCESS_MODE:
                raise QueryError(_only_read()) from error
            reason = one_line(error.message or "")
            raise QueryError(say(f"查询出错：{reason}", f"the query failed: {reason}")) from error
    return answer(query, columns, rows)


def _query_type(driver: Driver, query: str, values: dict[str, object], database: str) -> str | None:
    with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
        return session.run(f"EXPLAIN {query}", values).consume().query_type


def _read(
    driver: Driver, query: str, values: dict[str, object], database: str
) -> tuple[list[str], list[list[object]]]:
    def work(tx: ManagedTransaction) -> tuple[list[str], list[list[object]]]:
        result = tx.run(query, values)
        return list(result.keys()), [[plain(cell) for cell in record.values()] for record in result]

    with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
        return session.execute_read(work)


def _only_read() -> str:
    return say("查询只能读，不能写。", "a query can only read, not write.")
