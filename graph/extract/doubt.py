"""How doubtful a pipeline's reading of a sentence is: what a person should look at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wenmai.graph.extract.found import Found


def doubt(names: Iterable[Found], doubtful: Iterable[Found]) -> float:
    """The doubt about a sentence in [0, 1], three decimals: the greatest about any one name.

    About a name it is 1 - its score, about one that nearly was its score; 0 where there is neither.
    """
    about = [1 - name.score for name in names] + [name.score for name in doubtful]
    return round(max(about, default=0.0), 3)
