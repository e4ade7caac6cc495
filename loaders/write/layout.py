"""What the parts of a graph database are: labels, types, ends and properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """A kind of rows, in the order in which they are written."""

    ENTITIES = "entities"
    ARTICLES = "articles"
    SENTENCES = "sentences"
    CO_MENTIONS = "co-mentions"
    MENTIONS = "mentions"
    PARTS = "parts"
    AUTHORS = "authors"
    LOCATIONS = "locations"
    POSITIONS = "positions"
    AFFILIATIONS = "affiliations"
    RUNS = "runs"
    ISSUED = "issued"
    REPRINTS = "reprints"
    CONTINUATIONS = "continuations"


@dataclass(frozen=True, slots=True)
class Layout:
    """The properties of a part, typed as `neo4j-admin` calls it; of a relationship also type and ends."""

    properties: Mapping[str, str]
    type: str = ""
    ends: tuple[Part, Part] | None = None


LABELS: Mapping[Part, str] = {Part.ENTITIES: "Entity", Part.ARTICLES: "Article", Part.SENTENCES: "Sentence"}
KIND_LABELS: Mapping[str, str] = {
    "PERSON": "Person",
    "ORG": "Organization",
    "PLACE": "Place",
    "PROGRAM": "Program",
}

_SAID: Mapping[str, str] = {"first": "string", "last": "string", "evidence": "string[]"}

LAYOUTS: Mapping[Part, Layout] = {
    Part.ENTITIES: Layout(
        {
            "name": "string",
            "kind": "string",
            "aliases": "string[]",
            "mentions": "int",
            "articles": "int",
            "first_seen": "string",
            "last_seen": "string",
            "community": "int",
            "degree": "int",
            "weighted_degree": "double",
            "betweenness": "double",
            "pagerank": "double",
            "search_text": "string",
        }
    ),
    Part.ARTICLES: Layout(
        dict.fromkeys(("headline", "date", "month", "publication", "page", "source"), "string")
    ),
    Part.SENTENCES: Layout({"text": "string", "begin_at": "int", "end_at": "int", "number": "int"}),
    Part.CO_MENTIONS: Layout(
        {
            "count": "int",
            "articles": "int",
            "weight": "double",
            "npmi": "double",
            "g2": "double",
            "significance": "double",
            "first": "string",
            "last": "string",
            "evidence": "string[]",
        },
        "CO_MENTIONED_WITH",
        (Part.ENTITIES, Part.ENTITIES),
    ),
    Part.MENTIONS: Layout(
        {"begin_at": "int", "end_at": "int", "surface": "string", "role": "string"},
        "MENTIONED_IN",
        (Part.ENTITIES, Part.SENTENCES),
    ),
    Part.PARTS: Layout({}, "PART_OF", (Part.SENTENCES, Part.ARTICLES)),
    Part.AUTHORS: Layout({}, "WRITTEN_BY", (Part.ARTICLES, Part.ENTITIES)),
    Part.LOCATIONS: Layout({}, "LOCATED_IN", (Part.ENTITIES, Part.ENTITIES)),
    Part.POSITIONS: Layout(
        {"title": "string", "first": "string", "last": "string", "former": "boolean", "evidence": "string[]"},
        "HOLDS_POSITION",
        (Part.ENTITIES, Part.ENTITIES),
    ),
    Part.AFFILIATIONS: Layout(_SAID, "AFFILIATED_WITH", (Part.ENTITIES, Part.ENTITIES)),
    Part.RUNS: Layout(_SAID, "RUNS", (Part.ENTITIES, Part.ENTITIES)),
    Part.ISSUED: Layout(_SAID, "ISSUED", (Part.ENTITIES, Part.ENTITIES)),
    Part.REPRINTS: Layout({}, "REPRINT_OF", (Part.ARTICLES, Part.ARTICLES)),
    Part.CONTINUATIONS: Layout({}, "CONTINUES", (Part.ARTICLES, Part.ARTICLES)),
}
