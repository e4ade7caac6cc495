"""What a format's reader hands on: texts with marks as the file has them, labels and offsets unchecked."""

from __future__ import annotations

from dataclasses import dataclass

from wenmai.graph.extract.found import CERTAIN


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch; `surface` is the stretch as the file spells it out, where it does."""

    start: int
    end: int
    label: str
    optional: bool = False
    surface: str | None = None
    score: float = CERTAIN


@dataclass(frozen=True, slots=True)
class Raw:
    """A marked text; `number` is its line in the file, or its place in a list, from 1.

    `disputed`: other people have marked it otherwise; these are the marks of the first.
    `document` is the source that it was taken from, where the file says so.
    """

    number: int
    text: str
    marks: tuple[Mark, ...]
    id: str | None = None
    disputed: bool = False
    document: str = ""


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A task that nobody has annotated yet."""

    number: int


@dataclass(frozen=True, slots=True)
class Broken:
    """What is wrong with a line; the message is for the user."""

    number: int
    message: str


class ShapeError(ValueError):
    """An object is not what its format says; the message is for the user."""


Entry = Raw | Unmarked | Broken
