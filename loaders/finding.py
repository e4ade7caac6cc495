"""Mentions with who they are, as `build` finds them, without a store."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wenmai.graph.entity import Decisions, Resolution, resolve
from wenmai.graph.extract.own_names import NO_NAMES, OwnNames
from wenmai.graph.relate import sure_enough
from wenmai.graph.values import Document, Entity, Mention
from wenmai.loaders import lists
from wenmai.loaders.corpus import check_place
from wenmai.loaders.ingest import Progress, extract_files, silent
from wenmai.loaders.model import load_pipeline
from wenmai.loaders.problems import InputError
from wenmai.loaders.read import SourceFile
from wenmai.loaders.settings import Linking, Reading
from wenmai.loaders.store.sources import document_of


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of some papers with who they are, in the order of source and place."""

    mentions: tuple[Mention, ...]
    resolution: Resolution
    problems: tuple[InputError, ...]
    page_starts: Mapping[str, tuple[int, ...]]  # of sources with pages of their own (pdf)

    def lines(self) -> Iterator[str]:
        """A mention a line, as JSON; of a pdf also the page, counted from 1."""
        entities: dict[str, Entity] = {entity.id: entity for entity in self.resolution.entities}
        for mention in self.mentions:
            entity = entities[self.resolution.entity_of[mention.key]]
            line = _line(mention, entity)
            if starts := self.page_starts.get(mention.source):
                line["page"] = bisect_right(starts, mention.start)
            yield json.dumps(line, ensure_ascii=False)


def _line(mention: Mention, entity: Entity) -> dict[str, object]:
    return {
        "source": mention.source,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type.value,
        "entity": entity.id,
        "name": entity.name,
        "role": mention.role.value,
        "article": mention.article,
        "sentence": mention.sentence,
        "score": mention.score,
    }


def extract(
    files: Sequence[SourceFile],
    *,
    reading: Reading,
    linking: Linking,
    decisions: Decisions,
    names: OwnNames = NO_NAMES,
    workers: int = 1,
    progress: Progress = silent,
) -> Found:
    """Find and resolve mentions as `build` does, without a store."""
    check_place(linking.place)
    problems: list[InputError] = []
    pages: list[Document] = []
    page_starts: dict[str, tuple[int, ...]] = {}

    def report(_: SourceFile, problem: InputError) -> None:
        problems.append(problem)

    nlp = load_pipeline(reading.model, names=names)
    at = None
    for file, extracted in extract_files(files, reading=reading, nlp=nlp, report=report, workers=workers):
        pages.append(document_of(extracted))
        if extracted.raw.page_starts:
            page_starts[extracted.raw.source] = extracted.raw.page_starts
        progress(int(file.name != at))
        at = file.name
    pages = sorted(sure_enough(pages, linking.min_score or 0.0), key=lambda page: page.source)
    resolution = resolve(
        pages,
        gazetteer=lists.load_gazetteer(),
        names=lists.load_names(),
        decisions=decisions,
        place=linking.place,
    )
    mentions = tuple(m for page in pages for m in page.mentions if m.key in resolution.entity_of)
    return Found(mentions, resolution, tuple(problems), page_starts)
