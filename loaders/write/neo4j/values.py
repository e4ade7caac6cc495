"""The driver's values as both engines give them."""

from __future__ import annotations

from functools import singledispatch

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point, WGS84Point
from neo4j.time import Date, DateTime, Duration, Time

MARK = "wenmai"  # the property that tells what we wrote; no one asks for it


@singledispatch
def plain(value: object) -> object:
    """A node is {labels, properties}, a relationship {type, properties}, a path {nodes, relationships}.

    Dates and times become Python's, to the microsecond; a duration {months, days, seconds}; a
    point a dict of its coordinates.
    """
    return value


@plain.register
def _(value: list) -> object:  # type: ignore[type-arg]  # singledispatch takes bare classes
    return [plain(part) for part in value]


@plain.register
def _(value: dict) -> object:  # type: ignore[type-arg]
    return {key: plain(part) for key, part in value.items()}


@plain.register(Date)
@plain.register(DateTime)
@plain.register(Time)
def _(value: Date | DateTime | Time) -> object:
    return value.to_native()


@plain.register
def _(value: Duration) -> object:
    return {"months": value.months, "days": value.days, "seconds": value.seconds}


@plain.register
def _(value: Point) -> object:
    names = ("longitude", "latitude", "height") if isinstance(value, WGS84Point) else ("x", "y", "z")
    return dict(sorted(zip(names, value, strict=False)))


@plain.register
def _(value: Node) -> object:
    # `Entity` first, as it was written; the driver keeps no order.
    labels = sorted(value.labels, key=lambda label: (label != "Entity", label))
    return {"labels": labels, "properties": _properties(value)}


@plain.register
def _(value: Relationship) -> object:
    return {"type": value.type, "properties": _properties(value)}


@plain.register
def _(value: Path) -> object:
    return {"nodes": list(map(plain, value.nodes)), "relationships": list(map(plain, value.relationships))}


def _properties(value: Node | Relationship) -> dict[str, object]:
    return {key: plain(part) for key, part in sorted(value.items()) if key != MARK}
