"""The table of what stands on the sample pages, read with the bounds that it implies."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of contents.tsv; `start`, `end` bound the body in the page's text without white space."""

    file: str
    headline: str | None
    authors: tuple[str, ...]
    date: str
    kind: str
    first: str
    last: str
    start: int
    end: int


def squeeze(text: str) -> str:
    """Drop all white space."""
    return _SPACE.sub("", text)


def read(folder: Path) -> list[Listed]:
    """Read contents.tsv, beside this file, and find each body on its page in `folder`.

    It is found by its first characters, in page order, then by its last ones, the latest before
    the next body begins.

    Raises:
        ValueError: a body does not stand where the table says.
    """
    with (Path(__file__).parent / "contents.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    listed: list[Listed] = []
    for file in dict.fromkeys(row["file"] for row in rows):
        page = squeeze((folder / file).read_text(encoding="utf-8"))
        here = [row for row in rows if row["file"] == file]
        starts: list[int] = []
        for row in here:
            starts.append(page.find(row["first"], starts[-1] + 1 if starts else 0))
            if starts[-1] < 0:
                raise ValueError(f"{file}: no body begins with {row['first']!r} in page order")
        for row, start, limit in zip(here, starts, [*starts[1:], len(page)], strict=True):
            at = page.rfind(row["last"], start, limit)
            if at < 0:
                raise ValueError(f"{file}: the body {row['first']!r} does not end with {row['last']!r}")
            listed.append(
                Listed(
                    file=file,
                    headline=row["headline"] or None,
                    authors=tuple(filter(None, row["authors"].split(";"))),
                    date=row["date"],
                    kind=row["kind"],
                    first=row["first"],
                    last=row["last"],
                    start=start,
                    end=at + len(row["last"]),
                )
            )
    return listed
