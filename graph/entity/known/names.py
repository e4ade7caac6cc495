"""What is known of names beforehand: national bodies, usual forms of local ones, papers, surnames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Body:
    """A body known by its official name, and the forms that name it without a place."""

    name: str
    forms: tuple[str, ...] = ()
    local: tuple[str, ...] = ()  # forms that may also name a local body: 发改委


@dataclass(frozen=True)
class NameBook:
    """Lists that a person can read and mend; see seeds/names."""

    bodies: tuple[Body, ...] = ()
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # usual short form → full ones: 住建局
    papers: Mapping[str, str] = field(default_factory=dict)  # name of a paper → code of its place
    surnames: tuple[str, ...] = ()  # by frequency
    given: frozenset[str] = frozenset()  # characters frequent in given names
    titles: tuple[str, ...] = ()  # 局长, 书记 …
    topics: frozenset[str] = frozenset()  # begin the names of papers without a place: 法治 (法治日报)

    def body_of(self) -> dict[str, Body]:
        """Each form and official name of a national body → the body."""
        return {form: body for body in self.bodies for form in (body.name, *body.forms, *body.local)}
