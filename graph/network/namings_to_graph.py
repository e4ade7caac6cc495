"""From namings to the graph: nodes with their counts, edges with their scores."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from wenmai.graph.link.co_mention import CoMentions, link
from wenmai.graph.link.columns import StoryDates
from wenmai.graph.link.runs import different, starts_of
from wenmai.graph.network.centrality import with_centralities
from wenmai.graph.network.knowledge_graph import Edge, KnowledgeGraph, Node
from wenmai.graph.network.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wenmai.graph.link.columns import Namings


def build_graph(namings: Namings, *, seed: int = 0, resolution: float = 1.0) -> KnowledgeGraph:
    """The whole graph: co-mentions, communities and centralities, floats to six digits.

    The result depends on neither the order of the mentions nor on chance: see `link` for the edges,
    `with_centralities` for the nodes, of which there is one for each entity of the table.
    """
    return with_centralities(co_mention_graph(namings), seed=seed, resolution=resolution)


def co_mention_graph(namings: Namings) -> KnowledgeGraph:
    """The graph without communities and centralities, which are the slow part of a large one."""
    links = link(namings)
    with _collector_resting():
        return KnowledgeGraph(_nodes(namings), _edges(namings, links), namings.window.value)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Without the cycle collector, which looks through millions of new values again and again."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _nodes(namings: Namings) -> tuple[Node, ...]:
    """Count mentions in linking roles and by-lines, outside reprints."""
    counted = namings.counted()
    entity = namings.entity[counted].astype(np.int64)
    story = namings.stories()[namings.sentence[counted]]
    mentions = np.bincount(entity, minlength=len(namings.entities))
    told = different(entity * len(namings.articles) + story)
    entity, story = np.divmod(told, max(len(namings.articles), 1))
    articles = np.bincount(entity, minlength=len(namings.entities))
    starts = starts_of(entity)
    firsts: list[str | None] = [None] * len(namings.entities)
    lasts = firsts.copy()
    for row, first, last in zip(
        entity[starts].tolist(), *StoryDates.of(namings.articles).bounds(story, starts), strict=True
    ):
        firsts[row], lasts[row] = first, last
    table = namings.entities
    columns = zip(
        table.ids, table.names, table.kinds, table.aliases,
        mentions.tolist(), articles.tolist(), firsts, lasts,
        strict=True,
    )  # fmt: skip
    return tuple(Node(*row) for row in columns)


def _edges(namings: Namings, links: CoMentions) -> tuple[Edge, ...]:
    ids = np.array(namings.entities.ids, dtype=object)
    sentences = np.array(namings.sentences.ids, dtype=object)[links.evidence].tolist()
    starts = links.starts.tolist()
    columns = zip(
        ids[links.a].tolist(), ids[links.b].tolist(),
        links.count.tolist(), links.articles.tolist(),
        *(rounded(scores) for scores in (links.weight, links.npmi, links.g2, links.significance)),
        links.first, links.last,
        (tuple(sentences[start:end]) for start, end in pairwise(starts)),
        strict=True,
    )  # fmt: skip
    return tuple(Edge(*row) for row in columns)
