"""Text as a reader sees it: the view, its sentences, folded forms."""

from wenmai.graph.text.fold import fold
from wenmai.graph.text.sentences import split
from wenmai.graph.text.view import TextView

__all__ = ["TextView", "fold", "split"]
