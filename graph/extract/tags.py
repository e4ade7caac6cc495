"""From tag scores to names: BIOES tags, the best path that is well formed, and its confidence."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wenmai.graph.extract.found import Found
from wenmai.graph.values import EntityType

if TYPE_CHECKING:
    from typing import TypeAlias

    from numpy.typing import NDArray

    _Array: TypeAlias = NDArray[np.float64]

TYPES = (EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.PROGRAM)
TAGS = ("O", *(f"{part}-{kind}" for kind in TYPES for part in "BIES"))
_BEGIN, _INSIDE, _END, _SINGLE = (slice(1 + k, len(TAGS), 4) for k in range(4))
DOUBTFUL = 0.1  # a name that is not on the best path is worth a note from this probability on
_LOCAL = np.log(0.05)  # and is only looked for where its first and last tags have this much
_FAINTEST = -300.0  # the least log probability of one move; a path of such ones alone still has a weight
_SMALL = 1e-60  # weights are rescaled below
_OUT = len(TYPES)  # the state between names; states 0.. are "inside a name of that type"


@dataclass(frozen=True, slots=True)
class _Steps:
    """Log probabilities of the moves at each of N characters, T types."""

    stay: _Array  # (N, 1 + T): no name, or a name of this one character
    begin: _Array  # (N, T)
    inside: _Array  # (N, T)
    end: _Array  # (N, T)

    @classmethod
    def of(cls, logits: NDArray[np.float32]) -> _Steps:
        wide = logits.astype(np.float64)
        wide -= wide.max(axis=1, keepdims=True)
        logs = wide - np.log(np.exp(wide).sum(axis=1, keepdims=True))
        stay = np.concatenate([logs[:, :1], logs[:, _SINGLE]], axis=1)
        return cls(stay, logs[:, _BEGIN], logs[:, _INSIDE], logs[:, _END])


def tags_of(length: int, names: list[Found]) -> list[int]:
    """The tags of a text of `length` characters; names are sorted and do not overlap."""
    tags = [0] * length
    for name in names:
        first = 1 + 4 * TYPES.index(name.type)
        tags[name.start : name.end] = (
            [first + 3]
            if name.end - name.start == 1
            else [first, *[first + 1] * (name.end - name.start - 2), first + 2]
        )
    return tags


@dataclass(frozen=True, slots=True)
class Reading:
    """The names of a text, and apart from them those that nearly were; each sorted by place.

    A doubtful name touches no name, but may touch another doubtful one.
    """

    names: tuple[Found, ...] = ()
    doubtful: tuple[Found, ...] = ()


def decode(logits: NDArray[np.float32]) -> Reading:
    """The names of the most probable well-formed tag sequence of an (N, tags) array.

    A name's score is its probability, as one whole, among all well-formed sequences.
    """
    if not len(logits):
        return Reading()
    steps = _Steps.of(logits)
    best = _best(steps)
    others = _candidates(steps, best)
    if not best and not others:
        return Reading()
    before, after = _forward(steps), _backward(steps)

    def found(start: int, end: int, kind: int) -> Found:
        score = _inner(steps, start, end, kind) + before[start] + after[end] - before[-1]
        return Found(start, end, TYPES[kind], round(min(1.0, float(np.exp(score))), 3))

    doubtful = (found(*span) for span in others)
    return Reading(
        names=tuple(found(*span) for span in best),
        doubtful=tuple(sorted(name for name in doubtful if name.score >= DOUBTFUL)),
    )


def _best(steps: _Steps) -> list[tuple[int, int, int]]:
    """Viterbi (1967) over five states: between names, and inside a name of each type."""
    outside, within = 0.0, [-np.inf] * len(TYPES)
    stay = steps.stay.max(axis=1).tolist()
    single = steps.stay.argmax(axis=1).tolist()
    came: list[list[int]] = []  # for each character and state, the state before
    for here, begin, inside, end in zip(
        stay, steps.begin.tolist(), steps.inside.tolist(), steps.end.tolist(), strict=True
    ):
        best, origin = outside + here, _OUT
        arrivals = []
        opened = []
        for kind, so_far in enumerate(within):
            if so_far + end[kind] > best:
                best, origin = so_far + end[kind], kind
            fresh, on = outside + begin[kind], so_far + inside[kind]
            arrivals.append(kind if on > fresh else _OUT)
            opened.append(max(on, fresh))
        came.append([*arrivals, origin])
        outside, within = best, opened
    return _spans(came, single)


def _spans(came: list[list[int]], single: list[int]) -> list[tuple[int, int, int]]:
    spans: list[tuple[int, int, int]] = []
    state, end = _OUT, 0
    for i in range(len(came) - 1, -1, -1):
        before = came[i][state]
        if state == _OUT and before == _OUT:
            if single[i]:
                spans.append((i, i + 1, single[i] - 1))
        elif state == _OUT:
            end = i + 1
        elif before == _OUT:
            spans.append((i, end, state))
        state = before
    return spans[::-1]


def _candidates(steps: _Steps, best: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Spans free of the best ones whose first and last tags are likely enough by themselves."""
    taken = np.zeros(len(steps.stay) + 1, dtype=np.int64)
    for start, end, _ in best:
        taken[start + 1 : end + 1] = 1
    taken = np.cumsum(taken)
    spans = [(int(i), int(i) + 1, int(kind)) for i, kind in np.argwhere(steps.stay[:, 1:] > _LOCAL)]
    for kind in range(len(TYPES)):
        (firsts,), (lasts,) = (
            np.nonzero(steps.begin[:, kind] > _LOCAL),
            np.nonzero(steps.end[:, kind] > _LOCAL),
        )
        spans += [(int(i), int(j) + 1, kind) for i in firsts for j in lasts if i < j]
    return [(start, end, kind) for start, end, kind in spans if taken[start] == taken[end]]


def _forward(steps: _Steps) -> list[float]:
    """Log probability of all that may stand before each of the N + 1 gaps between characters."""
    return _gaps(steps.stay, steps.begin, steps.inside, steps.end)


def _backward(steps: _Steps) -> list[float]:
    """Log probability of all that may follow each of the N + 1 gaps."""
    return _gaps(steps.stay[::-1], steps.end[::-1], steps.inside[::-1], steps.begin[::-1])[::-1]


def _gaps(stay: _Array, enter: _Array, inside: _Array, leave: _Array) -> list[float]:
    """Sums over all paths that stand outside of names at each gap: products, rescaled when they get small."""
    outside, a, b, c, d = 1.0, 0.0, 0.0, 0.0, 0.0  # the weight of each state
    shift = 0.0
    gaps = [0.0]
    around = _chances(stay).sum(axis=1).tolist()
    moves = (_chances(steps).tolist() for steps in (enter, inside, leave))
    for still, (ea, eb, ec, ed), (ia, ib, ic, id_), (la, lb, lc, ld) in zip(around, *moves, strict=True):
        here = outside * still + a * la + b * lb + c * lc + d * ld
        a, b = outside * ea + a * ia, outside * eb + b * ib
        c, d = outside * ec + c * ic, outside * ed + d * id_
        outside = here
        total = outside + a + b + c + d
        if total < _SMALL:
            outside, a, b, c, d = outside / total, a / total, b / total, c / total, d / total
            shift += math.log(total)
        gaps.append(shift + math.log(outside) if outside else -math.inf)
    return gaps


def _chances(logs: _Array) -> _Array:
    return np.exp(np.maximum(logs, _FAINTEST))


def _inner(steps: _Steps, start: int, end: int, kind: int) -> float:
    if end - start == 1:
        return float(steps.stay[start, 1 + kind])
    middle = steps.inside[start + 1 : end - 1, kind].sum()
    return float(steps.begin[start, kind] + middle + steps.end[end - 1, kind])
