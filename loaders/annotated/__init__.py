"""Annotated text in the formats of annotation tools: JSON Lines, Doccano, Label Studio, CoNLL."""

from wenmai.loaders.annotated.values import AnnotatedText, AnnotationFormat, Origin, Suggestion

__all__ = ["AnnotatedText", "AnnotationFormat", "Origin", "Suggestion"]
