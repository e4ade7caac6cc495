"""Annotated text in the formats of annotation tools: JSON lines, doccano, CoNLL, Label Studio.

What is read and written is `wenmai.graph.score.Annotated`.
"""
