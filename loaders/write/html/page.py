"""Writes a corpus as one HTML file to explore: offline, the same bytes each time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wenmai.graph.network.knowledge_graph import Corpus
from wenmai.graph.values import Role
from wenmai.loaders.write.html.drawing import Row, community_rows, edge_rows, node_rows
from wenmai.loaders.write.html.evidence import Sources, pack
from wenmai.loaders.write.html.heading import default_title
from wenmai.loaders.write.html.kinds import KINDS
from wenmai.loaders.write.html.relations import relation_rows
from wenmai.loaders.write.html.render import Content, render
from wenmai.loaders.write.html.selection import LARGE, Selection, opening_count, select
from wenmai.loaders.write.html.timeline import Timeline, timeline
from wenmai.loaders.write.whole_file import write_whole

MOST_BYTES = 10_000_000
SAMPLES = (None, 100, 30, 10, 5, 3, 2, 1, 0)  # sentences an edge, tried until the page is small enough


@dataclass(frozen=True, slots=True)
class PageReport:
    """What is on a page that was written, and what is not."""

    nodes: int
    edges: int
    sentences: int
    left_nodes: int
    left_edges: int
    left_sentences: int  # they name a node of the page
    bytes: int


def write_page(
    corpus: Corpus,
    path: Path,
    *,
    title: str | None = None,
    max_nodes: int = LARGE,
    max_bytes: int = MOST_BYTES,
) -> PageReport:
    """Write the exploration page of a corpus; a file that is there is replaced.

    The page holds the `max_nodes` most mentioned entities, of very many edges the backbone, and
    as many evidence sentences as `max_bytes` allows (edges and names alone may exceed it). It
    says what it leaves out. Without a `title`, it has the corpus's, or one that tells the months.

    Raises:
        InputError: the file cannot be written.
        ValueError: `max_nodes` is less than 1.
    """
    selection = select(corpus.graph, max_nodes=max_nodes)
    when = timeline(corpus)
    number = {node.id: i for i, node in enumerate(selection.nodes)}
    sources = Sources.of(corpus, nodes=number, edges=selection.edges)
    nodes = node_rows(selection, corpus, when)
    edges = edge_rows(selection.edges, sources, number, when)
    relations = relation_rows(corpus, number=number)
    heading = title or corpus.title or default_title(corpus)
    for per_edge in SAMPLES:
        evidence = pack(corpus, sources, number=number, per_edge=per_edge)
        left = len(sources.mentions) - evidence.sentences
        said = notes(corpus, selection, sentences=evidence.sentences, left=left)
        meta = _meta(corpus, selection, when, said)
        html = render(Content(heading, nodes, edges, relations, meta, evidence))
        size = len(html.encode("utf-8"))
        if size <= max_bytes:
            break
    write_whole(path, [html])
    return PageReport(
        nodes=len(nodes),
        edges=len(edges),
        sentences=evidence.sentences,
        left_nodes=selection.left_nodes,
        left_edges=selection.left_edges,
        left_sentences=left,
        bytes=size,
    )


def _meta(corpus: Corpus, selection: Selection, when: Timeline, said: tuple[str, ...]) -> Row:
    """What the script needs to know beside nodes and edges."""
    kept = {node.id for node in selection.nodes}
    named = dict.fromkeys(
        mention.sentence
        for mention in corpus.mentions
        if mention.entity in kept and mention.role != Role.REPEAT
    )
    bars = when.counts(named)
    return {
        "kinds": [{"word": s.word, "shape": s.shape, "light": s.light, "dark": s.dark} for s in KINDS],
        "communities": community_rows(selection.nodes),
        "periods": list(when.periods),
        "months": bars,
        "undated": len(named) - sum(bars[1::2]),
        "count": opening_count(selection),
        "overview": selection.opens_with_communities,
        "drawn": selection.drawn_at_once,
        "notes": list(said),
    }


_WINDOWS = {"sentence": "同一句", "paragraph": "同一段", "article": "同一篇文章"}


def notes(corpus: Corpus, selection: Selection, *, sentences: int, left: int) -> tuple[str, ...]:
    """What the page tells about itself: what a line means, what is left out and where it is."""
    window = _WINDOWS.get(corpus.graph.window, corpus.graph.window)
    said = [
        f"连线表示两个实体在{window}中被一起提到，并不说明两者之间有何种关系。",
        f"本页收录 {len(selection.nodes)} 个实体、{len(selection.edges)} 条连线、{sentences} 个证据句。",
    ]
    if selection.left_nodes:
        said.append(
            f"另有 {selection.left_nodes} 个提及较少的实体未收录；"
            "生成时加 --max-nodes N 可以增加，或用 wenmai export csv 导出全部。"
        )
    if selection.left_edges:
        said.append(
            f"另有 {selection.left_edges} 条连线未收录（优先保留显著性高的骨干）；"
            "用 wenmai export csv 或 graphml 可得到全部。"
        )
    if left:
        said.append(
            f"为控制文件大小，另有 {left} 个证据句未收录（每条连线均匀抽取）；"
            "用 wenmai query edge-evidence 可查到全部。"
        )
    if selection.drawn_at_once < len(selection.nodes):
        said.append(
            f"图上最多同时画出 {selection.drawn_at_once} 个实体；其余在列表和搜索中，选中后即会画出。"
        )
    return tuple(said)
