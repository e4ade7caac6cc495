"""The graph of co-mentions: its values, its scores, and networkx."""

from wenmai.graph.network.centrality import with_centralities
from wenmai.graph.network.knowledge_graph import (
    ArticleLink,
    ArticleLinkRow,
    ArticleRow,
    Corpus,
    Edge,
    KnowledgeGraph,
    MentionRow,
    Node,
    Relation,
    RelationRow,
    SentenceRow,
)
from wenmai.graph.network.layout import place
from wenmai.graph.network.namings_to_graph import build_graph, co_mention_graph
from wenmai.graph.network.networkx_graph import from_networkx, to_networkx
from wenmai.graph.network.significant_part import backbone

__all__ = [
    "ArticleLink",
    "ArticleLinkRow",
    "ArticleRow",
    "Corpus",
    "Edge",
    "KnowledgeGraph",
    "MentionRow",
    "Node",
    "Relation",
    "RelationRow",
    "SentenceRow",
    "backbone",
    "build_graph",
    "co_mention_graph",
    "from_networkx",
    "place",
    "to_networkx",
    "with_centralities",
]
