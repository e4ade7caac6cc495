"""`metadata.csv`: what is known of the files beside it, a line a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wenmai.loaders.problems import InputError
from wenmai.loaders.read.columns import TableError, csv_rows, details_of_row, roles_of
from wenmai.loaders.read.document import Details
from wenmai.loaders.read.encoding import DecodeError, decode
from wenmai.loaders.read.names import printable
from wenmai.loaders.words import say

SIDECAR = "metadata.csv"


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says of files, by their path from its folder; and what is wrong with it."""

    details: dict[str, Details]
    problems: tuple[InputError, ...] = ()


def parse_sidecar(data: bytes, *, name: str, exists: Callable[[str], bool]) -> Sidecar | None:
    """Read a `metadata.csv` called `name`; None where it is no sidecar but a table of articles.

    A sidecar has a column that names files (file, 文件 …) and none that holds their text; the
    usual names of columns are those of tables. `exists` says whether a file it names is there.
    """
    try:
        records = csv_rows(decode(data).text)
        header = next(records)
        roles = roles_of(header)
        if "text" in roles:
            return None
        if "file" not in roles:
            lacks = say("没有 file（文件）这一列；请加上", "it has no column file; add one, or rename it")
            return Sidecar({}, (InputError(name, lacks),))
        return _parse_rows(header, list(records), roles, name, exists)
    except (DecodeError, TableError) as error:
        return Sidecar({}, (InputError(name, str(error)),))


def _parse_rows(
    header: list[str],
    records: list[list[str]],
    roles: Mapping[str, str],
    name: str,
    exists: Callable[[str], bool],
) -> Sidecar:
    problems: list[InputError] = []
    details: dict[str, Details] = {}
    for number, record in enumerate(records, start=1):
        row = dict(zip(header, record, strict=False))
        file = printable(row.get(roles["file"], "").strip()).replace("\\", "/")
        details[file], bad_date = details_of_row(row, roles)
        where = f"{name}#{number}"
        if bad_date:
            problems.append(InputError(where, unknown_date(bad_date)))
        if not exists(file):
            gone = say(f"没有文件 {file}；请检查 file 列", f"there is no file {file}; check the column file")
            problems.append(InputError(where, gone))
    return Sidecar(details, tuple(problems))


def unknown_date(text: str) -> str:
    """What is said of a date that is not understood."""
    return say(
        f"日期“{text}”无法识别；请写成 2025-02-17",
        f"the date {text} is not understood; write it as 2025-02-17",
    )
