"""Co-mention: who is named together, how often beyond chance, and where it says so."""

from wenmai.graph.link.association import log_likelihood, npmi
from wenmai.graph.link.co_mention import CoMentions, link
from wenmai.graph.link.columns import Namings, StoryDates, Window
from wenmai.graph.link.disparity_filter import disparity
from wenmai.graph.link.documents import namings
from wenmai.graph.link.tables import ArticleTable, EntityTable, SentenceTable

__all__ = [
    "ArticleTable",
    "CoMentions",
    "EntityTable",
    "Namings",
    "SentenceTable",
    "StoryDates",
    "Window",
    "disparity",
    "link",
    "log_likelihood",
    "namings",
    "npmi",
]
