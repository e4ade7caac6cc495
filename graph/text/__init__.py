"""Text as it stands on a page: the view without layout white space, and sentences."""

from wenmai.graph.text.view import TextView

__all__ = ["TextView"]
