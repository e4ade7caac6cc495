"""Join the parts of one story that a paper has put on different pages of an issue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from wenmai.graph.page.forms.jumps import page_number
from wenmai.graph.page.texts import ArticleKey, ArticleText

_ENOUGH = 1.5
_SAME_HEADLINE = 0.5
_READ_AT_MOST = 3000


@dataclass(frozen=True, slots=True)
class Story:
    """A story in several parts, in reading order: the part that jumps comes before where it jumps to."""

    parts: tuple[ArticleKey, ...]
    headline: str | None


def join_stories(articles: Sequence[ArticleText]) -> tuple[Story, ...]:
    """Find stories of two parts or more; the order of `articles` does not matter.

    Two articles of one issue (same paper, same date) on different pages belong together when a jump
    line of one names the page of the other and none contradicts, and headline or content agree; a
    part has one continuation at most. Pages given differently (01, 1, 第一版) are the same.
    """
    issues: defaultdict[tuple[str | None, str | None], list[ArticleText]] = defaultdict(list)
    for article in sorted(articles, key=lambda item: item.key):
        issues[article.publication, article.date].append(article)
    stories: list[Story] = []
    for issue in issues.values():
        stories.extend(_chains(issue, _continuations(issue)))
    return tuple(sorted(stories, key=lambda story: story.parts))


def _continuations(issue: list[ArticleText]) -> dict[int, int]:
    """Which part goes on in which; each is used once."""
    firsts = [k for k, item in enumerate(issue) if item.continued_on or item.page]
    seconds = [k for k, item in enumerate(issue) if item.continued_from or item.page]
    if not firsts or not seconds:
        return {}
    scores = np.zeros((len(firsts), len(seconds)))
    for row, a in enumerate(firsts):
        for column, b in enumerate(seconds):
            if issue[a].continued_on or issue[b].continued_from:
                score = _score(issue[a], issue[b])
                scores[row, column] = score if score >= _ENOUGH else 0.0
    rows, columns = linear_sum_assignment(scores, maximize=True)
    return {firsts[r]: seconds[c] for r, c in zip(rows, columns, strict=True) if scores[r, c] > 0}


def _score(first: ArticleText, second: ArticleText) -> float:
    """0 for what cannot be; jump lines count 1 each, 3 if both agree, a headline 1.5, words up to 2.

    A part that is jumped to nearly always says where from, so a missing （上接…） weighs against it.
    """
    if first.key == second.key or (first.page is not None and _same(first.page, second.page)):
        return 0.0
    forward = _agreement(first.continued_on, second.page)
    backward = _agreement(second.continued_from, first.page)
    if min(forward, backward) < 0 or max(forward, backward) == 0:
        return 0.0
    unsaid = 0.3 * (first.continued_on is None) + 1.0 * (second.continued_from is None)
    return (
        forward
        + backward
        + forward * backward
        - unsaid
        + 1.5 * _alike(first.headline, second.headline)
        + _content(first, second)
    )


def _agreement(said: str | None, page: str | None) -> int:
    """1: the jump line names the page; -1: another one; 0: nothing is known."""
    if said is None or page is None:
        return 0
    return 1 if _same(said, page) else -1


def _same(a: str, b: str | None) -> bool:
    return b is not None and page_number(a) == page_number(b)


def _pairs(text: str) -> set[str]:
    return {text[k : k + 2] for k in range(len(text) - 1) if text[k : k + 2].isalnum()}


def _alike(a: str | None, b: str | None) -> float:
    if not a or not b:
        return 0.0
    left, right = _pairs("".join(a.split())), _pairs("".join(b.split()))
    share = len(left & right) / max(1, min(len(left), len(right)))
    return share if share >= _SAME_HEADLINE else 0.0


def _content(first: ArticleText, second: ArticleText) -> float:
    """Common pairs of characters, the headline of either counted with its text."""
    left = _pairs((first.headline or "") + first.text[-_READ_AT_MOST:])
    right = _pairs((second.headline or "") + second.text[:_READ_AT_MOST])
    return min(2.0, 8 * len(left & right) / max(1, min(len(left), len(right))))


def _chains(issue: list[ArticleText], after: dict[int, int]) -> list[Story]:
    stories: list[Story] = []
    for start in sorted(set(after) - set(after.values())):
        chain = [start]
        while chain[-1] in after and after[chain[-1]] not in chain:
            chain.append(after[chain[-1]])
        headline = next((issue[k].headline for k in chain if issue[k].headline), None)
        stories.append(Story(tuple(issue[k].key for k in chain), headline))
    return stories
