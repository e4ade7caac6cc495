"""How well a pipeline finds names: figures against annotated text, and its errors in context."""

from wenmai.graph.score.annotated import Annotated
from wenmai.graph.score.figures import ALL, Figures, Score, Touching, counted, figures, score
from wenmai.graph.score.mistakes import ErrorKind, Mistake, mistakes
from wenmai.graph.score.surroundings import Piece, Sentences, Surroundings

__all__ = [
    "ALL",
    "Annotated",
    "ErrorKind",
    "Figures",
    "Mistake",
    "Piece",
    "Score",
    "Sentences",
    "Surroundings",
    "Touching",
    "counted",
    "figures",
    "mistakes",
    "score",
]
