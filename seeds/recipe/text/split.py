"""The held-out fifth: what no network sees before it is scored, fixed once and by whole texts.

Of the annotated news every fifth batch, of the own articles (files of one letter, ids like `A014-03`)
every fifth article. All other text is for training only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wenmai.seeds.recipe.text.data import Example

BATCHES = frozenset({"ann5", "ann10"})
_ARTICLE = re.compile(r"(?P<file>[A-Z]):(?P=file)(?P<number>\d+)-\d+")


def is_held_out(example: Example) -> bool:
    """Whether an example, by its id `FILE:ID`, belongs to the held-out fifth."""
    article = _ARTICLE.fullmatch(example.id)
    if article:
        return int(article["number"]) % 5 == 4
    return example.id.partition(":")[0] in BATCHES
