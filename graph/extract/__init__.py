"""From text to names: pieces, tags, rules, and the mentions of a page."""

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.mentions import mentions_of
from wenmai.graph.extract.passages import Passage, passages
from wenmai.graph.extract.programs import programs

__all__ = ["Found", "Passage", "mentions_of", "passages", "programs"]
