"""From the decoded text of a printed page to its articles, by-lines, dates and sentences."""

from wenmai.graph.page.read import read_page
from wenmai.graph.page.reprints import Reprints, find_reprints
from wenmai.graph.page.stories import Story, join_stories
from wenmai.graph.page.texts import ArticleKey, ArticleText

__all__ = ["ArticleKey", "ArticleText", "Reprints", "Story", "find_reprints", "join_stories", "read_page"]
