"""`metadata.csv`: what is known of the files beside it, a line a file."""

from __future__ import annotations

from collections.abc import Callable
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
    problems: list[InputError] = []
    details: dict[str, Details] = {}
    try:
        records = csv_rows(decode(data).text)
        header = next(records)
        roles = roles_of(header)
        if "text" in roles:
            return None
        if "file" not in roles:
            raise TableError(
                say(
                    "没有 file（文件）这一列；请加上",
                    "it has no column file; add one, or give the file another name",
                )
            )
        for number, record in enumerate(records, start=1):
            row = dict(zip(header, record, strict=False))
            file = printable(row[roles["file"]].strip()).replace("\\", "/")
            found, bad_date = details_of_row(row, roles)
            details[file] = found
            where = f"{name}#{number}"
            if bad_date:
                problems.append(InputError(where, unknown_date(bad_date)))
            if not exists(file):
                problems.append(
                    InputError(
                        where,
                        say(f"没有文件 {file}；请检查 file 列", f"there is no file {file}; check the column"),
                    )
                )
    except (DecodeError, TableError) as error:
        problems.append(InputError(name, str(error)))
    return Sidecar(details, tuple(problems))


def unknown_date(text: str) -> str:
    """What is said of a date that is not understood."""
    return say(
        f"日期“{text}”无法识别；请写成 2025-02-17",
        f"the date {text} is not understood; write it as 2025-02-17",
    )
