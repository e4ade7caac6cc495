"""Headlines: which text they belong to, which of several is the main one, what parts two articles."""

from wenmai.graph.page.headings.headlines import coverage, heading_text, pick

__all__ = ["coverage", "heading_text", "pick"]
