"""The scores of a run as lines of text; how they are counted is `wenmai.graph.score`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from wenmai.graph.score import Score, score

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wenmai.graph.score import Bin

__all__ = ["Score", "score", "summary", "table"]


def table(scores: dict[str, Score]) -> str:
    """The scores as lines of text."""
    return "\n".join(
        f"{name:<8} P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}  of {one.right + one.missed}"
        for name, one in scores.items()
    )


def summary(scores: dict[str, Score], bins: Iterable[Bin], error: float) -> dict[str, Any]:
    """The same as plain values, with the bins of the reliability diagram."""
    by_type = {
        name: {
            "precision": round(one.precision, 3),
            "recall": round(one.recall, 3),
            "f1": round(one.f1, 3),
            "names": one.right + one.missed,
        }
        for name, one in scores.items()
    }
    reliability = [{key: round(value, 3) for key, value in asdict(one).items()} for one in bins]
    return by_type | {"expected_calibration_error": round(error, 3), "reliability": reliability}
