"""A query's rows for the terminal, for scripts and for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from wcwidth import wcswidth, wcwidth

WIDEST = 60  # columns of the terminal that a cell may take


def as_json(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A list of objects, one a row."""
    return json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=1)


def as_csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """RFC 4180 with a header; a list in a cell is JSON, a missing value empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([["" if cell is None else _plain(cell) for cell in row] for row in rows])
    return out.getvalue().rstrip("\r\n")


def as_text(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Aligned columns; Han characters take two places; numbers stand to the right."""
    cells = [[_cut(_cell(cell)) for cell in row] for row in rows]
    widths = [max(wcswidth(text) for text in column) for column in zip(columns, *cells, strict=True)]
    right = [bool(rows) and all(isinstance(row[k], int | float) for row in rows) for k in range(len(columns))]
    lines = [_line(columns, widths, right), "  ".join("-" * width for width in widths)]
    lines += [_line(row, widths, right) for row in cells]
    return "\n".join(line.rstrip() for line in lines)


def _line(texts: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = []
    for text, width, to_right in zip(texts, widths, right, strict=True):
        blank = " " * (width - wcswidth(text))
        padded.append(blank + text if to_right else text + blank)
    return "  ".join(padded)


def _plain(cell: object) -> object:
    return json.dumps(cell, ensure_ascii=False) if isinstance(cell, list | dict) else cell


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, list):
        return "、".join(_cell(part) for part in cell)
    text = f"{cell:.4g}" if isinstance(cell, float) else str(cell)
    # A control character in a name must not drive the terminal; wcwidth knows no width for it.
    return "".join(ch if wcwidth(ch) >= 0 else "�" for ch in text.replace("\n", " "))


def _cut(text: str) -> str:
    if wcswidth(text) <= WIDEST:
        return text
    width = kept = 0
    for ch in text:
        width += wcwidth(ch)
        if width > WIDEST - 1:
            break
        kept += 1
    return text[:kept] + "…"
