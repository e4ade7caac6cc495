"""Annotated text in the formats of annotation tools: JSON lines, doccano, CoNLL, Label Studio.

What is read and written is `wenmai.graph.score.Annotated`.
"""

from wenmai.loaders.annotated.labels import Labels
from wenmai.loaders.annotated.reading import Gold, read_annotated, read_text

__all__ = ["Gold", "Labels", "read_annotated", "read_text"]
