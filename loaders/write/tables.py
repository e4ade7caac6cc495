"""The corpus as CSV files that a person and `neo4j-admin database import full` can read."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from wenmai.loaders.problems import InputError
from wenmai.loaders.words import say
from wenmai.loaders.write.check_corpus import check
from wenmai.loaders.write.layout import KIND_LABELS, LABELS, LAYOUTS, Layout, Part
from wenmai.loaders.write.rows import Row, counts, rows, snapshot
from wenmai.loaders.write.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from wenmai.graph.network.knowledge_graph import Corpus

# Between the items of a list, and between labels: the first that stands in no item.
_LINE_BREAK = re.compile(r"[\r\n]")
_TO_QUOTE = re.compile(r"[,\"\r\n]")
_BETWEEN_ITEMS = {";": ";", "|": "|", "^": "^", "~": "~", "\t": "TAB", "\x1f": "U+001F"}


@dataclass(frozen=True, slots=True)
class Tables:
    """The files written, by part, and the command that loads them into a server that is stopped.

    The command is to be run in `directory`: a path in it may hold what `neo4j-admin` splits at.
    """

    directory: Path
    files: dict[Part, Path]
    rows: dict[Part, int]
    command: tuple[str, ...]

    @property
    def command_line(self) -> str:
        """What to type in a shell."""
        return f"cd {shlex.quote(str(self.directory))} && {shlex.join(self.command)}"


def write_csv(corpus: Corpus, directory: Path, *, database: str = "neo4j") -> Tables:
    """Write a file a part, `entities.csv` and so on: a header with types, an empty cell a missing value.

    UTF-8 with a byte order mark, without which spreadsheets garble Chinese. Each row carries the
    property `wenmai`, as those of an export to a server do, so that a later export finds it.

    Raises:
        InputError: the directory cannot be made or written to.
        ValueError: a relationship of the corpus lacks an end, or a relation is there twice.
    """
    check(corpus)
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            str(directory),
            say(
                f"无法建立这个目录（{reason}）；请换一个位置。",
                f"cannot be made ({reason}); choose another place.",
            ),
        ) from error
    between = _between_items(corpus)
    mark = snapshot(corpus)
    files = {part: directory / f"{part}.csv" for part in Part}
    wrapped: set[Part] = set()
    for part, path in files.items():
        write_whole(path, chain("\ufeff", _watched(_lines(corpus, part, mark, between), part, wrapped)))
    command = _command(files, database, between, multiline=bool(wrapped))
    return Tables(directory, files, counts(corpus), command)


def _watched(lines: Iterable[str], part: Part, wrapped: set[Part]) -> Iterator[str]:
    """The lines, and a note of the part where a cell goes over several."""
    for line in lines:
        if _LINE_BREAK.search(line, 0, len(line) - 1):
            wrapped.add(part)
        yield line


def _command(files: dict[Part, Path], database: str, between: str, *, multiline: bool) -> tuple[str, ...]:
    options = ["--overwrite-destination=true", f"--array-delimiter={_BETWEEN_ITEMS[between]}"]
    if multiline:
        options.append("--multiline-fields=true")
    options.append("--report-file=import.report")
    for part, path in files.items():
        options.append(f"--{'nodes' if part in LABELS else 'relationships'}={path.name}")
    return ("neo4j-admin", "database", "import", "full", database, *options)


def _between_items(corpus: Corpus) -> str:
    items = {
        character
        for item in chain(
            chain.from_iterable(node.aliases for node in corpus.graph.nodes),
            chain.from_iterable(edge.evidence for edge in corpus.graph.edges),
            chain.from_iterable(relation.evidence for relation in corpus.relations),
        )
        for character in _BETWEEN_ITEMS
        if character in item
    }
    return next((character for character in _BETWEEN_ITEMS if character not in items), "\x1f")


def _lines(corpus: Corpus, part: Part, mark: str, between: str) -> Iterator[str]:
    layout = LAYOUTS[part]
    yield _line(_header(part, layout))
    for row in rows(corpus, part):
        yield _line(_cells(row, part, layout, mark, between))


def _header(part: Part, layout: Layout) -> list[str]:
    properties = [f"{name}:{type_name}" for name, type_name in layout.properties.items()]
    if layout.ends is None:
        return [f"id:ID({LABELS[part]})", *properties, "wenmai:string", ":LABEL"]
    start, end = layout.ends
    return [f":START_ID({LABELS[start]})", f":END_ID({LABELS[end]})", *properties, "wenmai:string", ":TYPE"]


def _cells(row: Row, part: Part, layout: Layout, mark: str, between: str) -> Iterator[object]:
    yield from (row[key] for key in ("id", "a", "b") if key in row)
    for name in layout.properties:
        value = row["properties"][name]
        yield _cell(value, between)
    yield mark
    if part is Part.ENTITIES:
        yield between.join(("Entity", KIND_LABELS[row["kind"]]))
    else:
        yield LABELS.get(part, layout.type)


def _cell(value: object, between: str) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    return between.join(value) if isinstance(value, list) else value


def _line(cells: Iterable[object]) -> str:
    return ",".join("" if cell is None else _quoted(str(cell)) for cell in cells) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text
