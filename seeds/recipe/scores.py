"""The scores of a run as lines of text; how they are counted is `wenmai.graph.score`."""

from __future__ import annotations

from wenmai.graph.score import Score, score

__all__ = ["Score", "score", "table"]


def table(scores: dict[str, Score]) -> str:
    """The scores as lines of text."""
    return "\n".join(
        f"{name:<8} P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}  of {one.right + one.missed}"
        for name, one in scores.items()
    )
