"""Tables of articles: a document a row of JSON lines, a JSON list, CSV or TSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wenmai.loaders.read.columns import Row, TableError, csv_rows, details_of_row, roles_of
from wenmai.loaders.read.document import Details
from wenmai.loaders.read.half_character import half_character
from wenmai.loaders.read.sidecar import unknown_date
from wenmai.loaders.words import say

Columns = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Article:
    """The document of a row, numbered from 1 (JSON lines: by line)."""

    number: int
    text: str
    details: Details


@dataclass(frozen=True, slots=True)
class BadRow:
    """What is wrong with a row; the message is for the user."""

    number: int
    message: str


def read_csv(text: str, *, columns: Columns = (), delimiter: str | None = None) -> Iterator[Article | BadRow]:
    """The rows of a CSV text under its first line, which names the columns.

    Raises:
        TableError: no column holds the text, or quotation marks do not match.
    """
    records = csv_rows(text, delimiter=delimiter)
    header = [name.strip() for name in next(records, [])]
    roles = _roles(header, columns)
    for number, record in enumerate(records, start=1):
        if len(record) > len(header):
            fields = f"{len(record)} > {len(header)}"
            yield BadRow(
                number,
                say(
                    f"字段比表头多（{fields}）；请给正文加引号",
                    f"more fields than the header names ({fields}); quote them",
                ),
            )
        else:
            yield from _article(number, dict(zip(header, record, strict=False)), roles)


def read_jsonl(text: str, *, columns: Columns = ()) -> Iterator[Article | BadRow]:
    """The objects of a JSON lines text, blank lines passed over.

    Raises:
        TableError: no object has one of `columns`.
    """
    lines = ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())
    return _objects(((number, _parsed(line)) for number, line in lines), columns)


def read_json(text: str, *, columns: Columns = ()) -> Iterator[Article | BadRow]:
    """The objects of a JSON list, or the one object.

    Raises:
        TableError: the text is no JSON, or no object has one of `columns`.
    """
    whole = _parsed(text)
    if isinstance(whole, ValueError):
        raise TableError(str(whole))
    return _objects(enumerate(whole if isinstance(whole, list) else [whole], start=1), columns)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        return ValueError(say(f"不是合法的 JSON（{error}）；请修正", f"no valid JSON ({error}); mend it"))


def _objects(numbered: Iterable[tuple[int, object]], columns: Columns) -> Iterator[Article | BadRow]:
    """The articles of objects, which need not have all columns; but one of them must have each named."""
    unseen = {name for _, name in columns}
    for number, value in numbered:
        if isinstance(value, ValueError):
            yield BadRow(number, str(value))
        elif not isinstance(value, dict):
            yield BadRow(
                number, say("不是 JSON 对象；每行应为 {…}", "no JSON object; write {…} on each line")
            )
        else:
            row = {str(key): _field(field) for key, field in value.items()}
            unseen -= row.keys()
            if half := half_character("".join([*row, *row.values()])):
                yield BadRow(number, half)
                continue
            try:
                roles = _roles(list(row), [pair for pair in columns if pair[0] == "text" or pair[1] in row])
            except TableError as error:
                yield BadRow(number, str(error))
            else:
                yield from _article(number, row, roles)
    if unseen:
        names = "、".join(sorted(unseen))
        raise TableError(
            say(f"没有一行有“{names}”；请检查 --columns", f"no row has {names}; check --columns")
        )


def _field(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "、".join(map(_field, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _roles(header: list[str], columns: Columns) -> dict[str, str]:
    roles = roles_of(header, columns=columns)
    if "text" not in roles:
        there = "、".join(header)
        raise TableError(
            say(
                f"找不到正文列（有：{there}）；请用 --columns text=列名 指明",
                f"none of its columns ({there}) is known to hold the text; name it by --columns text=NAME",
            )
        )
    return roles


def _article(number: int, row: Row, roles: dict[str, str]) -> Iterator[Article | BadRow]:
    text = row.get(roles["text"], "")
    if not text.strip():
        yield BadRow(number, say("正文为空；请补上或删去这一行", "it has no text; add it or delete the row"))
        return
    details, bad_date = details_of_row(row, roles)
    yield Article(number, text, details)
    if bad_date:
        yield BadRow(number, unknown_date(bad_date))
