"""From the decoded text of a printed page to its articles, by-lines, dates and sentences."""

from wenmai.graph.page.read import read_page

__all__ = ["read_page"]
