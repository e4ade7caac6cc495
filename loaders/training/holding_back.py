"""Which annotated texts are not learnt from, so that what was learnt can be scored on them."""

from __future__ import annotations

import hashlib
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wenmai.graph.score import Annotated

ONE_IN = 5


def parted(gold: Sequence[Annotated]) -> tuple[list[Annotated], list[Annotated]]:
    """The texts to learn from, and those held back: of documents about one in five.

    Which ones is fixed by a hash of the document's name, so that what was once held back stays so
    when more is annotated. A text of no known document is one of its own, and where all are of one
    document each is. A text that stands in one held back too is not learnt from. With fewer than
    two different texts one side is empty.
    """
    learnt, back = _parted(gold, lambda one: one.document or one.text)
    return (learnt, back) if learnt and back else _parted(gold, attrgetter("text"))


def _parted(
    gold: Sequence[Annotated], key_of: Callable[[Annotated], str]
) -> tuple[list[Annotated], list[Annotated]]:
    chosen = _chosen(set(map(key_of, gold)))
    back = [one for one in gold if key_of(one) in chosen]
    seen = {one.text for one in back}
    return [one for one in gold if one.text not in seen], back


def _chosen(keys: set[str]) -> set[str]:
    """One in five by hash; of two or more at least one, and never all."""
    ranked = sorted(keys, key=_number)
    chosen = {key for key in ranked if _number(key)[0] % ONE_IN == 0} or set(ranked[:1])
    return chosen if len(chosen) < len(keys) else chosen - set(ranked[-1:])


def _number(key: str) -> tuple[int, str]:
    digest = hashlib.sha256(key.encode("utf-8", "backslashreplace")).digest()
    return int.from_bytes(digest[:8], "big"), key
