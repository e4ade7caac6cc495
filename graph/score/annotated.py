"""A text that someone has marked up: what pipelines are scored against and annotation tools exchange."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wenmai.graph.extract.found import Found


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and the names marked in it, offsets in code points of the text as it stands.

    Both lists are sorted by place. An optional name, one that a reasonable annotator could leave out,
    is neither right nor wrong. Names may overlap; `score` of a marked name is that of a suggestion,
    1 where a person set it. `where` says to a reader where the text comes from: `gold.jsonl#3`;
    `document` is the source that it was taken from (the key `source` beside it), if that is known.
    """

    id: str
    text: str
    names: tuple[Found, ...] = ()
    optional: tuple[Found, ...] = ()
    where: str = ""
    document: str = ""

    def __post_init__(self) -> None:
        for names in (self.names, self.optional):
            if list(names) != sorted(names):
                raise ValueError(f"{self.where or self.id}: names out of order")
            if any(name.end > len(self.text) for name in names):
                raise ValueError(f"{self.where or self.id}: a name leaves the text of {len(self.text)}")
