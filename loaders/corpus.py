"""A corpus from papers: read, extract, link, store; and the way back from the store to Python."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from wenmai.graph.entity import Decisions, resolve
from wenmai.graph.extract.own_names import NO_NAMES, OwnNames
from wenmai.graph.relate import Related, relate
from wenmai.graph.values import Document
from wenmai.loaders import lists
from wenmai.loaders.ingest import Begin, Ingested, Progress, ingest, silent
from wenmai.loaders.model import load_pipeline, pipeline_version
from wenmai.loaders.own_names import is_with_names, names_version
from wenmai.loaders.problems import InputError, UsageError
from wenmai.loaders.read import ReadOptions, SourceFile, find_sources
from wenmai.loaders.settings import Linking, Reading, fingerprint
from wenmai.loaders.store import derived, loading
from wenmai.loaders.store.collection import paused_collection
from wenmai.loaders.store.database import FILE, open_for_reading, open_for_writing, open_linked
from wenmai.loaders.store.sources import documents, stored_files
from wenmai.loaders.words import say

if TYPE_CHECKING:
    import networkx as nx

    from wenmai.graph.network import Corpus, KnowledgeGraph


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking has to say of the decisions: those that cannot be followed, those on nobody."""

    refused: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, and what the corpus holds now."""

    ingested: Ingested
    relinked: bool
    sources: int
    articles: int
    mentions: int  # those that count
    entities: int
    edges: int
    problems: tuple[InputError, ...]
    notes: tuple[str, ...]  # contradicting decisions, settings that are not those of before
    unsure: int = 0  # mentions that do not count, since their score is below what was asked for


def check_place(place: str | None) -> None:
    """See that a place given by the user is one, before a long run leans on it.

    Raises:
        UsageError: no division is called so, or several are.
    """
    try:
        resolve((), gazetteer=lists.load_gazetteer(), names=lists.load_names(), place=place)
    except ValueError as error:
        raise UsageError(
            say(
                f"--place {place}：没有这个行政区，或不止一个；写全称，必要时前面加上省名",
                f"--place {place}: no division is called so, or several are; "
                "write its full name, with the province before it if need be",
            )
        ) from error


def find_files(paths: Sequence[str], reading: Reading) -> tuple[list[SourceFile], list[InputError]]:
    """The files below paths, and what of them cannot be read."""
    return find_sources(paths, options=ReadOptions(reading.encoding, reading.columns))


def files_of(directory: Path) -> set[str]:
    """The names of the files that a corpus holds; none where there is no corpus."""
    if not (directory / FILE).exists():
        return set()
    with closing(open_for_reading(directory)) as connection:
        return set(stored_files(connection))


def build(
    files: Sequence[SourceFile],
    directory: Path,
    *,
    reading: Reading,
    linking: Linking,
    decisions: Decisions,
    names: OwnNames = NO_NAMES,
    workers: int = 1,
    prune: bool = False,
    begin: Begin = silent,
    progress: Progress = silent,
) -> Built:
    """Bring the corpus in a directory in line with files.

    A second run changes nothing; an interrupted one is gone on with. With other `names` of the
    user's than before all files are read again.

    Raises:
        StoreError: the directory cannot be written, is in use, or holds something else.
        ModelError: the pipeline cannot be loaded.
        UsageError: `linking.place` is no place.
    """
    check_place(linking.place)
    with open_for_writing(directory) as connection:
        with_names = any(is_with_names(file.made_by) for file in stored_files(connection).values())
        ingested = ingest(
            connection,
            _outside(directory, files),
            reading=reading,
            version=pipeline_version(reading.model) + names_version(names),
            load=lambda: load_pipeline(reading.model, names=names),
            workers=workers,
            prune=prune,
            begin=begin,
            progress=progress,
        )
        linking, kept = _over(linking, derived.linking(connection))
        linked = _link(connection, linking=linking, decisions=decisions)
        sources, articles, mentions, entities, edges = (
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 our own table names
            for table in ("source", "article", "mention", "entity", "edge")
        )
        unsure = connection.execute(
            "SELECT count(*) FROM mention WHERE score < ?", (linking.min_score or 0.0,)
        ).fetchone()[0]
    problems = tuple(ingested.problems)
    if with_names and not names and ingested.changed:
        kept += (_without_names(),)
    notes = kept + (linked.refused + linked.unused if linked else ())
    return Built(
        ingested,
        linked is not None,
        sources,
        articles,
        mentions - unsure,
        entities,
        edges,
        problems,
        notes,
        unsure,
    )


def _without_names() -> str:
    return say(
        "这个语料库上次用了名单，这次没有：来源已不带名单重读；要用就加 --names",
        "this corpus was read with a list of names before, and now without: --names brings them back",
    )


def _over(asked: Linking, stored: str | None) -> tuple[Linking, tuple[str, ...]]:
    """What was asked for, the rest as the corpus was linked before; and a word on what that is."""
    before = Linking(**json.loads(stored)) if stored else Linking()
    merged = Linking(
        window=asked.window or before.window,
        bylines=before.bylines if asked.bylines is None else asked.bylines,
        place=asked.place or before.place,
        min_score=before.min_score if asked.min_score is None else asked.min_score,
    ).settled()
    kept = []
    if asked.window is None and merged.window != "sentence":
        kept.append(f"--window {merged.window}")
    if asked.bylines is None and merged.bylines:
        kept.append("--bylines include")
    if asked.place is None and merged.place:
        kept.append(f"--place {merged.place}")
    if asked.min_score is None and merged.min_score:
        kept.append(f"--min-score {merged.min_score:g}")
    settings = " ".join(kept)
    said = say(f"沿用这个语料库上次的设置：{settings}", f"as this corpus was linked before: {settings}")
    return merged, (said,) if kept else ()


def relink(directory: Path, decisions: Decisions) -> Linked:
    """Link a corpus anew with other decisions, and tell what of them cannot be followed; nothing is read.

    Raises:
        StoreError: there is no corpus, or it is in use.
    """
    with closing(open_for_reading(directory)) as connection:
        settings = derived.linking(connection)
    linking = (Linking(**json.loads(settings)) if settings else Linking()).settled()
    with open_for_writing(directory) as connection:
        return _link(connection, linking=linking, decisions=decisions) or Linked()


def _link(connection: sqlite3.Connection, *, linking: Linking, decisions: Decisions) -> Linked | None:
    """Make the derived part anew and tell what is wrong with the decisions; None when it is up to date."""
    made_from = _made_from(connection, linking, decisions)
    if derived.fingerprint(connection) == made_from:
        return None
    with paused_collection():
        related = _relate(tuple(documents(connection)), linking=linking, decisions=decisions)
    derived.replace(
        connection, related, decisions=decisions, linking=fingerprint(linking), made_from=made_from
    )
    return Linked(
        tuple(map(lists.describe_problem, related.resolution.problems)),
        tuple(
            say(f"决定里的 {entity} 在语料库中没有", f"{entity} of the decisions is not in the corpus")
            for entity in related.resolution.unused
        ),
    )


def _outside(directory: Path, files: Sequence[SourceFile]) -> list[SourceFile]:
    """The files that are not the corpus itself, which may lie among the papers."""
    home = directory.resolve()
    return [file for file in files if file.path is None or home not in file.path.resolve().parents]


def _made_from(connection: sqlite3.Connection, linking: Linking, decisions: Decisions) -> str:
    parts = [version("wenmai"), fingerprint(linking), repr(decisions)]
    parts += [
        json.dumps(row) for row in connection.execute("SELECT name, digest, made_by FROM file ORDER BY name")
    ]
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()


def _relate(pages: Sequence[Document], *, linking: Linking, decisions: Decisions) -> Related:
    return relate(
        pages,
        gazetteer=lists.load_gazetteer(),
        names=lists.load_names(),
        decisions=decisions,
        place=linking.place,
        window=linking.window or "sentence",
        bylines=bool(linking.bylines),
        min_score=linking.min_score or 0.0,
    )


def load_corpus(directory: Path) -> Corpus:
    """All that the writers write of a corpus.

    Raises:
        StoreError: there is no corpus, or a damaged one.
    """
    with closing(open_linked(directory)) as connection:
        return loading.load_corpus(connection)


def load_knowledge_graph(directory: Path) -> KnowledgeGraph:
    """The graph of a corpus as values.

    Raises:
        StoreError: there is no corpus, or a damaged one.
    """
    with closing(open_linked(directory)) as connection:
        return loading.load_knowledge_graph(connection)


def load_graph(directory: str | Path) -> nx.Graph:
    """The graph of a corpus in networkx: a node is an entity id.

    Node attributes: name, kind, aliases, mentions, articles, first_seen, last_seen, community,
    degree, weighted_degree, betweenness, pagerank. Edge attributes: count, articles, weight, npmi,
    g2, significance, first, last, evidence. A date that is not known is an absent attribute.

    Raises:
        StoreError: there is no corpus, or a damaged one.
    """
    from wenmai.graph.network import to_networkx

    return to_networkx(load_knowledge_graph(Path(directory)))
