"""How well a pipeline finds names: figures against annotated text, and its errors in context."""

from wenmai.graph.score.annotated import Annotated
from wenmai.graph.score.calibration import (
    Bin,
    Outcome,
    expected_calibration_error,
    outcomes,
    reliability,
)
from wenmai.graph.score.figures import ALL, Figures, Score, Touching, counted, figures, score
from wenmai.graph.score.mistakes import ErrorKind, Mistake, mistakes
from wenmai.graph.score.surroundings import Piece, Sentences, Surroundings

__all__ = [
    "ALL",
    "Annotated",
    "Bin",
    "ErrorKind",
    "Figures",
    "Mistake",
    "Outcome",
    "Piece",
    "Score",
    "Sentences",
    "Surroundings",
    "Touching",
    "counted",
    "expected_calibration_error",
    "figures",
    "mistakes",
    "outcomes",
    "reliability",
    "score",
]
