"""What a page without a title of its own is called, and what tells entities of one name apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from wenmai.graph.network.knowledge_graph import Corpus, Node
from wenmai.graph.values import EntityId


def default_title(corpus: Corpus) -> str:
    """The title of a page that was given none: what it is, and the months of its articles.

    Nothing of where the corpus lies is in it, so that two builds of one corpus have the same bytes.
    """
    months = sorted(article.date[:7] for article in corpus.articles if article.date)
    dates = " 至 ".join(dict.fromkeys(months[:1] + months[-1:]))
    return f"新闻关系图谱 {dates}".strip()


def marks_apart(nodes: Iterable[Node]) -> dict[EntityId, str]:
    """For each entity that shares name and type with another: what is in （） behind the name, or the id."""
    nodes = tuple(nodes)
    times = Counter((node.kind, node.name) for node in nodes)
    return {node.id: _discriminator(node) for node in nodes if times[node.kind, node.name] > 1}


def _discriminator(node: Node) -> str:
    start = f"{node.kind}:{node.name}（"
    if node.id.startswith(start) and node.id.endswith("）"):
        return node.id[len(start) : -1]
    return node.id
