"""How well a pipeline finds names: figures against annotated text, and its errors in context."""

from wenmai.graph.score.annotated import Annotated

__all__ = ["Annotated"]
