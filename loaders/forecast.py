"""How long finding names will take: told from a few of the files, a pipeline's speed, or its pace so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from wenmai.loaders.problems import InputError
from wenmai.loaders.read import RawDocument, SourceFile, read_source

SMALL = 100_000  # bytes of all files together that are not worth a forecast
SAMPLE = 5  # files of a kind that are looked into
LARGEST = 1_000_000  # bytes of a file that is
BYTES = 3  # a character, where no file can be looked into


@dataclass(frozen=True, slots=True)
class Forecast:
    """The characters of each file, in the order of the work; estimates."""

    characters: tuple[float, ...]

    @classmethod
    def of(cls, files: Sequence[SourceFile]) -> Forecast:
        """Estimate from the files' sizes, and from how much text a few of each kind hold."""
        sizes = [_size(file) for file in files]
        kinds: defaultdict[str, list[int]] = defaultdict(list)
        for number, file in enumerate(files):
            kinds[PurePath(file.name).suffix.casefold()].append(number)
        ratio = {
            kind: _ratio([files[n] for n in numbers if sizes[n] <= LARGEST])
            for kind, numbers in sorted(kinds.items())
        }
        return cls(
            tuple(
                size * ratio[PurePath(file.name).suffix.casefold()]
                for file, size in zip(files, sizes, strict=True)
            )
        )

    @property
    def total(self) -> float:
        """Characters in all."""
        return sum(self.characters)

    def seconds(self, speed: float) -> float:
        """How long all will take at a speed, in characters a second."""
        return self.total / speed

    def left(self, done: int, elapsed: float) -> float | None:
        """The seconds that the rest takes at the pace of the first `done` files; None if nothing tells."""
        read = sum(self.characters[:done])
        return (self.total - read) * elapsed / read if read else None


def is_small(files: Iterable[SourceFile]) -> bool:
    """Whether files are so few and short that nobody needs a forecast."""
    return sum(map(_size, files)) < SMALL


def _size(file: SourceFile) -> int:
    if file.path is None:
        return len(file.data or b"")
    try:
        return file.path.stat().st_size
    except OSError:
        return 0  # which is reported when it is read


def _ratio(files: Sequence[SourceFile]) -> float:
    """Characters a byte, in a sample of the files that is spread over all of them."""
    step = max(1, len(files) // SAMPLE)
    sample = files[::step][:SAMPLE]
    read = size = 0
    for file in sample:
        texts = [len(raw.text) for raw in _documents(file)]
        if texts:
            read, size = read + sum(texts), size + _size(file)
    return read / size if size else 1 / BYTES


def _documents(file: SourceFile) -> list[RawDocument]:
    return [raw for raw in read_source(file) if not isinstance(raw, InputError)]
