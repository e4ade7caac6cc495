"""The few kinds of trouble that a user can be told about, each one line: what, with what, what to do."""

from __future__ import annotations


class WenmaiError(Exception):
    """Something a user can mend. The message is one line, in the user's language."""

    exit_code = 1


class InputError(WenmaiError):
    """A source could not be read. The rest of the work goes on; the run ends with 1."""

    exit_code = 1

    def __init__(self, source: str, message: str) -> None:
        super().__init__(f"{source}: {message}")
        self.source = source
        self.message = message


class UsageError(WenmaiError):
    """What was asked for cannot be: an unknown name, a parameter that lacks a value."""

    exit_code = 2


class StoreError(WenmaiError):
    """The corpus directory is missing, in use, damaged or of another version."""

    exit_code = 3


class ModelError(WenmaiError):
    """A pipeline is not installed, damaged or of the wrong kind."""

    exit_code = 4


class QueryError(WenmaiError):
    """A query does not parse, writes, or failed."""

    exit_code = 5


class ServerError(WenmaiError):
    """Neo4j could not be reached, refused the credentials, or failed."""

    exit_code = 6
