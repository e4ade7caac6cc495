"""Who holds which office, who belongs where, and who runs or issued a programme, each with its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wenmai.graph.values import EntityId


class Tie(StrEnum):
    """What an organisation does with a programme."""

    RUNS = "RUNS"
    ISSUED = "ISSUED"


@dataclass(frozen=True, slots=True)
class Position:
    """An office as the text words it.

    `title` is as written, the words that say when (原, 时任, 现任) left out: `former` tells of them. A unit
    that is no mention of its own stands in the title: 审计处处长. `organisation` is None where the text
    names none; `place` is the place named with the office, or whose government a 市长 or 区长 heads.
    `evidence` are ids of sentences, SOURCE#sNUMBER, in page order; `first` and `last` are dates of articles.
    """

    person: EntityId
    title: str
    organisation: EntityId | None = None
    place: EntityId | None = None
    former: bool = False
    evidence: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A person belongs to an organisation: by a present office or by a plain form (甲队选手张三)."""

    person: EntityId
    organisation: EntityId
    evidence: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeTie:
    """An organisation runs or issued a programme, as the text says."""

    organisation: EntityId
    programme: EntityId
    tie: Tie
    evidence: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Roles:
    """All roles found, each list sorted and without repeats."""

    positions: tuple[Position, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    programmes: tuple[ProgrammeTie, ...] = ()
