"""The stages that are measured: each prepares its input, then gives what is timed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import synthetic
from synthetic import Size

Timed = Callable[[], str]  # does the work; says what came of it
Prepare = Callable[[int, Path], Timed]


@dataclass(frozen=True, slots=True)
class Bar:
    """What a stage is held to: at one of its sizes, and from a size to the next, twice as large."""

    size: int
    seconds: float
    gigabytes: float
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage at sizes each twice the one before; `fill` makes files for it in a process of its own."""

    name: str
    unit: str
    sizes: tuple[int, ...]
    prepare: Prepare
    fill: Callable[[int, Path], None] | None = None
    bar: Bar | None = None


def _link(sentences: int, folder: Path) -> Timed:
    from wenmai.graph.network import co_mention_graph

    columns = synthetic.namings(Size(sentences))

    def work() -> str:
        graph = co_mention_graph(columns)
        return f"{len(columns.entity):,} mentions, {len(graph.nodes):,} nodes, {len(graph.edges):,} edges"

    return work


def _places() -> list[str]:
    from wenmai.loaders.lists import load_gazetteer

    divisions = load_gazetteer().by_code.values()
    return sorted({each.name for each in divisions if len(each.code) == 6 and len(each.name) > 2})


def _fill_store(sentences: int, folder: Path) -> None:
    from wenmai.loaders.read import RawDocument
    from wenmai.loaders.store.database import open_for_writing
    from wenmai.loaders.store.sources import Extracted, StoredFile, replace_file

    with open_for_writing(folder) as connection:
        connection.execute("PRAGMA synchronous = off")
        for page, mentions in synthetic.pages(Size(sentences), _places()):
            raw = RawDocument(page.source, page.view.text, page.source, "txt", None, "晋中日报", None)
            file = StoredFile(page.source, page.source, "bench")
            replace_file(connection, file, [Extracted(raw, page, mentions)])


def _store(sentences: int, folder: Path) -> Timed:
    from wenmai.graph.link import namings
    from wenmai.graph.network import co_mention_graph
    from wenmai.loaders.store.collection import paused_collection
    from wenmai.loaders.store.database import open_for_reading
    from wenmai.loaders.store.sources import documents

    def work() -> str:
        connection = open_for_reading(folder)
        with paused_collection():  # as `build` does
            papers = list(documents(connection))
            graph = co_mention_graph(namings(papers, *synthetic.entities(papers)))
        connection.close()
        mentions = sum(node.mentions for node in graph.nodes)
        return f"{mentions:,} mentions, {len(graph.nodes):,} nodes, {len(graph.edges):,} edges"

    return work


def _centralities(sentences: int, folder: Path) -> Timed:
    from wenmai.graph.network import co_mention_graph, with_centralities

    graph = co_mention_graph(synthetic.namings(Size(sentences)))

    def work() -> str:
        scored = with_centralities(graph)
        communities = max(node.community for node in scored.nodes) + 1
        return f"{len(graph.nodes):,} nodes, {len(graph.edges):,} edges, {communities} communities"

    return work


def _write(sentences: int, folder: Path) -> Timed:
    from wenmai.graph.network import co_mention_graph
    from wenmai.loaders.write.gexf import write_gexf
    from wenmai.loaders.write.graphml import write_graphml
    from wenmai.loaders.write.node_link import write_node_link

    graph = co_mention_graph(synthetic.namings(Size(sentences)))

    def work() -> str:
        writers = {"graphml": write_graphml, "gexf": write_gexf, "json": write_node_link}
        files = [write(graph, folder / f"graph.{name}").path for name, write in writers.items()]
        sizes = ", ".join(f"{file.suffix[1:]} {file.stat().st_size / 1e6:.0f} MB" for file in files)
        return f"{len(graph.edges):,} edges: {sizes}"

    return work


def _layout(nodes: int, folder: Path) -> Timed:
    from wenmai.graph.network import build_graph
    from wenmai.graph.network.layout import place

    graph = build_graph(synthetic.namings(Size(nodes * 3)))
    radii = {node.id: 4 + node.mentions**0.5 for node in graph.nodes}

    def work() -> str:
        return f"{len(place(graph, radii)):,} nodes, {len(graph.edges):,} edges"

    return work


def _page(kilobytes: int, folder: Path) -> Timed:
    from wenmai.graph.page import read_page

    texts = synthetic.newspaper(kilobytes)

    def work() -> str:
        read = [read_page(text, source=f"{number}.txt") for number, text in enumerate(texts)]
        articles = sum(len(page.articles) for page in read)
        return f"{len(read):,} pages, {articles:,} articles"

    return work


def _resolution(sentences: int, folder: Path) -> Timed:
    from wenmai.graph.entity import resolve
    from wenmai.loaders.lists import load_gazetteer, load_names
    from wenmai.loaders.store.collection import paused_collection

    papers = synthetic.documents(Size(sentences), _places())
    gazetteer, names = load_gazetteer(), load_names()

    def work() -> str:
        with paused_collection():  # as `build` does
            resolution = resolve(papers, gazetteer=gazetteer, names=names)
        return f"{len(resolution.entity_of):,} mentions, {len(resolution.entities):,} entities"

    return work


STAGES = (
    Stage("page", "kB of text", (500, 1_000, 2_000), _page, bar=Bar(2_000, 1.0, 4.0)),
    Stage("resolution", "sentences", (75_000, 150_000, 300_000), _resolution, bar=Bar(300_000, 60, 4.0, 2.2)),
    Stage("link", "sentences", (150_000, 300_000, 600_000), _link, bar=Bar(300_000, 60, 4.0, 2.2)),
    Stage(
        "store to graph",
        "sentences",
        (150_000, 300_000, 600_000),
        _store,
        fill=_fill_store,
        bar=Bar(300_000, 60, 4.0, 2.2),
    ),
    Stage("centralities", "sentences", (75_000, 150_000, 300_000), _centralities),
    Stage("graph files", "sentences", (75_000, 150_000, 300_000), _write),
    Stage("layout", "nodes", (500, 1_000, 2_000, 4_000), _layout),
)
