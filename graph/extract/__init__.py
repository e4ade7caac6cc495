"""From text to names: pieces, tags, rules, and the mentions of a page."""

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.mentions import mentions_of
from wenmai.graph.extract.own_names import OwnName, OwnNames
from wenmai.graph.extract.passages import Passage, passages
from wenmai.graph.extract.programs import programs

__all__ = ["Found", "OwnName", "OwnNames", "Passage", "mentions_of", "passages", "programs"]
