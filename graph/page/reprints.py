"""Find the dispatch that several papers print: near-duplicates by shingles and MinHash (Broder 1997)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from datasketch import MinHash, MinHashLSH

from wenmai.graph.page.texts import ArticleKey, ArticleText
from wenmai.graph.text.fold import fold

_SHINGLE = 5  # characters
_PERMUTATIONS = 64
_SEED = 1
_CANDIDATE = 0.35  # estimated Jaccard similarity that makes two texts worth a comparison
_REPRINT = 0.5  # true Jaccard similarity
_CONTAINED = 0.85  # or so much of the shorter text in the longer: a paper cuts from below
_LEAST = 60  # characters


@dataclass(frozen=True, slots=True)
class Reprints:
    """One text in several sources: the earliest by (date, source), and the others in that order."""

    original: ArticleKey
    copies: tuple[ArticleKey, ...]


def find_reprints(articles: Sequence[ArticleText]) -> tuple[Reprints, ...]:
    """Group articles of different sources that are the same text but for a few words.

    Deterministic and independent of the order of `articles`. Texts of fewer than 60 characters
    are left out.
    """
    ordered = sorted((a for a in articles if len(a.text) >= _LEAST), key=lambda item: item.key)
    shingles = [_shingles(article.text) for article in ordered]
    parent = list(range(len(ordered)))
    for a, b in _candidates(shingles):
        if ordered[a].key[0] != ordered[b].key[0] and _is_reprint(shingles[a], shingles[b]):
            parent[_root(parent, a)] = _root(parent, b)
    groups: defaultdict[int, list[ArticleText]] = defaultdict(list)
    for k, article in enumerate(ordered):
        groups[_root(parent, k)].append(article)
    found: list[Reprints] = []
    for group in groups.values():
        if len(group) > 1:
            first, *rest = (item.key for item in sorted(group, key=_earlier))
            found.append(Reprints(first, tuple(rest)))
    return tuple(sorted(found, key=lambda item: item.original))


def _earlier(article: ArticleText) -> tuple[str, ArticleKey]:
    return article.date or "9999", article.key


def _shingles(text: str) -> frozenset[str]:
    plain = "".join(c for c in fold(text) if c.isalnum())
    return frozenset(plain[k : k + _SHINGLE] for k in range(max(1, len(plain) - _SHINGLE + 1)))


def _candidates(shingles: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    index = MinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS)
    for k, members in enumerate(shingles):
        signature = MinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        signature.update_batch([member.encode() for member in members])
        yield from ((other, k) for other in sorted(index.query(signature)))
        index.insert(k, signature)


def _is_reprint(a: frozenset[str], b: frozenset[str]) -> bool:
    common = len(a & b)
    return common >= _REPRINT * (len(a) + len(b) - common) or common >= _CONTAINED * min(len(a), len(b))


def _root(parent: list[int], k: int) -> int:
    while parent[k] != k:
        parent[k] = parent[parent[k]]
        k = parent[k]
    return k
