"""What a corpus must hold before it is written to a graph database."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wenmai.graph.network.knowledge_graph import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from wenmai.graph.network.knowledge_graph import Corpus


def check(corpus: Corpus) -> None:
    """See that every relationship finds both its ends, and that no relation is there twice.

    Raises:
        ValueError: one end is not in the corpus, a relation or a link repeats, a position has no title.
    """
    for what, known, used in _named(corpus):
        for identity in used:
            if identity not in known:
                raise ValueError(f"{what} of the corpus names {identity!r}, which is not in it")
    # An engine that merges would write one of the two, one that creates both.
    keys = Counter(
        [(r.kind.value, r.a, r.b, r.title) for r in corpus.relations]
        + [(link.kind.value, link.a, link.b, None) for link in corpus.links]
    )
    for key, number in keys.items():
        if number > 1:
            raise ValueError(f"the corpus holds {number} times {key!r}")
    for relation in corpus.relations:
        if relation.kind is Relation.HOLDS_POSITION and not relation.title:
            raise ValueError(f"the position of {relation.a!r} at {relation.b!r} has no title")


def _named(corpus: Corpus) -> Iterator[tuple[str, Collection[str], Iterable[str]]]:
    entities = {node.id for node in corpus.graph.nodes}
    articles = {article.id for article in corpus.articles}
    sentences = {sentence.id for sentence in corpus.sentences}
    edges, relations = corpus.graph.edges, corpus.relations
    yield "an edge", entities, (end for edge in edges for end in (edge.a, edge.b))
    yield "the evidence of an edge", sentences, (s for edge in edges for s in edge.evidence)
    yield "a mention", entities, (mention.entity for mention in corpus.mentions)
    yield "a mention", sentences, (mention.sentence for mention in corpus.mentions)
    yield "a sentence", articles, (sentence.article for sentence in corpus.sentences)
    yield "an article", entities, (author for article in corpus.articles for author in article.authors)
    yield "a relation", entities, (end for relation in relations for end in (relation.a, relation.b))
    yield "the evidence of a relation", sentences, (s for relation in relations for s in relation.evidence)
    yield "a link", articles, (end for link in corpus.links for end in (link.a, link.b))
