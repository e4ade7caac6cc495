"""Which documents' files there are under the paths that a user gives, and what each is called.

A source is named by its path relative to the PATH given, so that the same folder has the same
names wherever it lies; the rules are in docs/formats.md.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path, PurePath
from typing import BinaryIO

from wenmai.loaders.problems import InputError
from wenmai.loaders.read.details import details_of_name, details_of_path
from wenmai.loaders.read.document import Details, ReadOptions, SourceFile
from wenmai.loaders.read.names import printable
from wenmai.loaders.read.sidecar import SIDECAR, Sidecar, parse_sidecar
from wenmai.loaders.read.walk import Found, unreadable, walk

STDIN = "stdin"


def find_sources(
    paths: Sequence[str], *, options: ReadOptions | None = None, stdin: BinaryIO | None = None
) -> tuple[list[SourceFile], list[InputError]]:
    """Find the files under `paths`: files, folders, globs, `-` for standard input (read here).

    Both lists are sorted and do not depend on the order of `paths`. A file reached in several
    ways is read once; files that would share a name are told apart by the folders above them.
    """
    options = options or ReadOptions()
    found, problems = walk(path for path in paths if path != "-")
    sidecars = _Sidecars()
    sources: list[SourceFile] = []
    for name, each in _named(_once(found)):
        if each.parts[-1] == SIDECAR and sidecars.at(Path(each.path).parent, name):
            continue
        sources.append(_source(name, each, sidecars.details_of(each), options))
    if "-" in paths:
        data = (stdin or sys.stdin.buffer).read()
        sources.append(
            SourceFile(STDIN, None, options=options, data=data, context=_context(Details(), options))
        )
    sources.sort(key=lambda source: source.name)
    return sources, sorted([*problems, *sidecars.problems()], key=str)


def digest_of(file: SourceFile) -> str:
    """A digest that stays the same as long as `read_source` gives the same; nothing is parsed.

    The SHA-256 of the file's bytes; where a sidecar, an option or the folder above the PATH given
    has a say, the SHA-256 of that and of what they say.

    Raises:
        InputError: the file cannot be read.
    """
    if file.path is None:
        return digest_of_bytes(file.data or b"", file)
    try:
        with file.path.open("rb") as stream:
            return _with_context(hashlib.file_digest(stream, "sha256").hexdigest(), file)
    except OSError as error:
        raise unreadable(file.name, error) from None


def digest_of_bytes(data: bytes, file: SourceFile) -> str:
    """`digest_of` a file whose bytes are at hand."""
    return _with_context(hashlib.sha256(data).hexdigest(), file)


def _with_context(digest: str, file: SourceFile) -> str:
    return hashlib.sha256(f"{digest}\n{file.context}".encode()).hexdigest() if file.context else digest


def _once(found: Iterable[Found]) -> list[Found]:
    """Of several ways to one file the one without links, then the one from furthest up."""
    best: dict[str, Found] = {}
    for each in found:
        real = os.path.normcase(os.path.realpath(each.path))
        kept = best.get(real)
        if kept is None or _plainness(each) < _plainness(kept):
            best[real] = each
    return list(best.values())


def _plainness(found: Found) -> tuple[bool, int, tuple[str, ...], str]:
    return found.by_link, -len(found.parts), found.parts, found.root


def _named(files: Sequence[Found]) -> Iterator[tuple[str, Found]]:
    """Give each file a name of its own: where two share one, both take on the folder above them.

    Names that no folder can tell apart (two spellings of one Unicode text) are numbered.
    """
    depth = dict.fromkeys(files, 0)
    while True:
        names: defaultdict[str, list[Found]] = defaultdict(list)
        for file in files:
            above = PurePath(file.root).parts[1:]
            taken = above[len(above) - depth[file] :] if depth[file] else ()
            names[printable("/".join((*taken, *file.parts)))].append(file)
        longer = [
            file
            for group in names.values()
            if len({file.root for file in group}) > 1
            for file in group
            if depth[file] < len(PurePath(file.root).parts) - 1
        ]
        if not longer:
            break
        for file in longer:
            depth[file] += 1
    for name, group in names.items():
        for number, file in enumerate(sorted(group, key=lambda f: f.path), start=1):
            yield (name if number == 1 else f"{name}~{number}"), file


class _Sidecars:
    """The `metadata.csv` of every folder that was asked for, each read once."""

    def __init__(self) -> None:
        self._of: dict[Path, Sidecar | None] = {}

    def at(self, folder: Path, name: str) -> Sidecar | None:
        """The sidecar in a folder, called `name` in what is said of it."""
        if folder not in self._of:
            self._of[folder] = self._read(folder, name)
        return self._of[folder]

    @staticmethod
    def _read(folder: Path, name: str) -> Sidecar | None:
        path = folder / SIDECAR
        try:
            if not path.is_file():
                return None
            data = path.read_bytes()
        except OSError as error:
            return Sidecar({}, (unreadable(name, error),))
        return parse_sidecar(data, name=name, exists=lambda file: bool(file) and (folder / file).exists())

    def details_of(self, file: Found) -> Details:
        """What the sidecars beside and above a file say of it, up to the PATH given."""
        said = Details()
        for level in range(len(file.parts) - 1, -1, -1):
            inside = "/".join(file.parts[:level])
            folder = Path(file.root, *file.parts[:level])
            sidecar = self.at(folder, printable(f"{inside}/{SIDECAR}" if inside else SIDECAR))
            if sidecar is not None:
                said = said.over(sidecar.details.get(printable("/".join(file.parts[level:])), Details()))
        return said

    def problems(self) -> list[InputError]:
        """What is wrong with those that were read."""
        return [problem for sidecar in self._of.values() if sidecar for problem in sidecar.problems]


def _source(name: str, file: Found, said: Details, options: ReadOptions) -> SourceFile:
    by_name = details_of_path(file.name)
    above = details_of_name(printable(Path(file.root).name))
    foreign = said.over(by_name).over(above)
    context = _context(foreign if foreign != by_name else Details(), options)
    return SourceFile(name, Path(file.path), foreign, options, context=context)


def _context(details: Details, options: ReadOptions) -> str:
    """What does not come from the file's name and bytes, in one stable spelling; mostly nothing."""
    if details == Details() and options == ReadOptions():
        return ""
    return json.dumps([asdict(details), asdict(options)], ensure_ascii=False, sort_keys=True)
