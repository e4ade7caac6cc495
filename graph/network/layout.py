"""Where the entities stand on a drawing: community by community, nobody on top of another.

A force layout of a whole newspaper graph is a hairball. Here each community is laid out by
itself (Fruchterman and Reingold 1991, all pairs), the communities are packed by the weight
between them, and what still overlaps is pushed apart. The result depends on the graph alone:
the seed is fixed, and no sum is left to a threaded library, which may add in another order.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from wenmai.graph.network.knowledge_graph import KnowledgeGraph
from wenmai.graph.values import EntityId

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SEED = 1
GAP = 14.0  # between two discs of one community
MOAT = 24.0  # between two communities
ROOM = 4.0  # area of a community as a multiple of that of its discs
ALL_PAIRS = 1_000  # above, a disc is repelled by a sample of the others
GRAVITY = 0.3
SPREAD = 0.8  # < 1: radii are levelled, so that hubs in the middle get room


def place(graph: KnowledgeGraph, radii: Mapping[EntityId, float]) -> dict[EntityId, tuple[float, float]]:
    """Give each entity its centre, in the unit of `radii`; y grows downwards.

    No two discs overlap. Entities without a co-mention stand in a grid below the others.
    """
    ids = [node.id for node in graph.nodes]
    number = {entity: i for i, entity in enumerate(ids)}
    radius = np.array([radii[entity] for entity in ids], dtype=float)
    ends = np.array([(number[e.a], number[e.b]) for e in graph.edges], dtype=np.int64).reshape(-1, 2)
    pull = np.log1p(np.array([e.weight for e in graph.edges], dtype=float))
    community = np.array([node.community for node in graph.nodes], dtype=np.int64)
    linked = np.bincount(ends.ravel(), minlength=len(ids)) > 0
    points = np.zeros((len(ids), 2))
    if linked.any():
        _place_linked(points, np.flatnonzero(linked), community, radius, ends, pull)
    _place_in_grid(points, np.flatnonzero(~linked), np.flatnonzero(linked), radius)
    return {entity: (float(x), float(y)) for entity, (x, y) in zip(ids, points, strict=True)}


def _place_linked(
    points: Floats, linked: Ints, community: Ints, radius: Floats, ends: Ints, pull: Floats
) -> None:
    """Lay out each community, then pack them; writes into `points`."""
    labels = np.unique(community[linked])
    groups = [linked[community[linked] == label] for label in labels]
    group_of = np.zeros(len(points), dtype=np.int64)
    inside = np.zeros(len(points), dtype=np.int64)
    for g, members in enumerate(groups):
        group_of[members] = g
        inside[members] = np.arange(len(members))
    sides = group_of[ends]
    within = sides[:, 0] == sides[:, 1]
    extents = np.zeros(len(groups))
    for g, members in enumerate(groups):
        own = within & (sides[:, 0] == g)
        local = _community(radius[members], inside[ends[own]], pull[own])
        points[members] = local
        extents[g] = np.max(np.hypot(local[:, 0], local[:, 1]) + radius[members])
    centres = _pack(extents, sides[~within], pull[~within])
    points[linked] += centres[group_of[linked]]


def _community(radius: Floats, ends: Ints, pull: Floats) -> Floats:
    """One community around the origin, no two discs closer than GAP."""
    points = _attract_and_repel(radius / radius.mean(), ends, pull)
    distance = np.hypot(points[:, 0], points[:, 1])
    reach = max(float(np.percentile(distance, 90)), 1e-9)
    ground = radius + GAP / 2
    wanted = math.sqrt(ROOM * float(np.sum(ground**2))) - float(ground.mean())
    levelled = wanted * np.minimum(distance / reach, 1.3) ** SPREAD
    points *= (levelled / np.maximum(distance, 1e-9))[:, None]
    points = _separate(points, ground)
    return np.asarray(points - (points.min(axis=0) + points.max(axis=0)) / 2)


def _pack(extents: Floats, sides: Ints, pull: Floats) -> Floats:
    """Centres of the communities: those with much in common close together."""
    discs = extents + MOAT / 2
    points = _attract_and_repel(discs / discs.mean(), *_joined(sides, pull, len(extents)))
    reach = max(float(np.percentile(np.hypot(points[:, 0], points[:, 1]), 80)), 1e-9)
    points = _separate(points * math.sqrt(1.9 * float(np.sum(discs**2))) / reach, discs)
    for _ in range(45):  # draw in what stands far out, as far as the discs allow
        points = _push_apart(points * 0.95, discs, rounds=4)
    return _separate(points, discs)


def _joined(sides: Ints, pull: Floats, groups: int) -> tuple[Ints, Floats]:
    """The edges between communities, summed by pair."""
    low, high = sides.min(axis=1, initial=groups), sides.max(axis=1, initial=0)
    pairs, which = np.unique(low * groups + high, return_inverse=True)
    total = np.bincount(which, weights=pull, minlength=len(pairs))
    return np.stack([pairs // groups, pairs % groups], axis=1), np.log1p(total)


def _attract_and_repel(mass: Floats, ends: Ints, pull: Floats) -> Floats:
    """Fruchterman-Reingold in the unit of an edge's length, around the origin."""
    n = len(mass)
    rng = np.random.default_rng(SEED)
    points = rng.normal(0.0, math.sqrt(n) / 2, (n, 2))
    if n == 1:
        return np.zeros((1, 2))
    strength = pull / pull.mean() if len(pull) else pull
    rounds = int(min(max(60_000_000 / n**2, 80), 250, 50 + 5 * n))
    for step in range(rounds):
        others = np.arange(n) if n <= ALL_PAIRS else rng.integers(0, n, ALL_PAIRS // 2)
        force = _repulsion(points, points[others], mass[others] * (n / len(others)))
        force -= _attraction(points, ends, strength) + GRAVITY * points
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)
        heat = 0.12 * math.sqrt(n) * (1 - step / rounds) ** 1.5
        points += force * (np.minimum(length, heat) / length)[:, None]
    return np.asarray(points - points.mean(axis=0))


def _repulsion(points: Floats, others: Floats, mass: Floats) -> Floats:
    """Sum over the others of mass / distance, away from them."""
    x = points[:, 0, None] - others[None, :, 0]
    y = points[:, 1, None] - others[None, :, 1]
    share = x * x
    share += y * y
    share += 1e-4
    np.divide(mass[None, :], share, out=share)
    x *= share
    y *= share
    return np.stack([x.sum(axis=1), y.sum(axis=1)], axis=1)


def _attraction(points: Floats, ends: Ints, strength: Floats) -> Floats:
    """Sum over the edges of strength times distance squared, towards the other end."""
    along = points[ends[:, 0]] - points[ends[:, 1]]
    along *= (strength * np.hypot(along[:, 0], along[:, 1]))[:, None]
    return _scatter(ends, along, len(points))


def _scatter(ends: Ints, along: Floats, n: int) -> Floats:
    """Add a vector of each pair to its first end, take it from its second."""
    axes = [np.bincount(ends[:, 0], along[:, k], n) - np.bincount(ends[:, 1], along[:, k], n) for k in (0, 1)]
    return np.stack(axes, axis=1)


def _separate(points: Floats, discs: Floats) -> Floats:
    """Push discs apart until none overlaps, spreading the whole where that does not suffice."""
    points = points + np.random.default_rng(SEED).normal(0.0, 1e-3, points.shape)
    while True:
        points = _push_apart(points, discs, rounds=60)
        if not len(_overlaps(points, discs)[0]):
            return points
        points = points * 1.04


def _push_apart(points: Floats, discs: Floats, *, rounds: int) -> Floats:
    """Move overlapping discs off each other, at most `rounds` times."""
    for _ in range(rounds):
        pairs, along, lack = _overlaps(points, discs)
        if not len(pairs):
            break
        moves = along * (lack / 2 + 0.01)[:, None]
        crowd = np.bincount(pairs.ravel(), minlength=len(points))
        points = points + _scatter(pairs, moves, len(points)) / np.sqrt(np.maximum(crowd, 1))[:, None]
    return points


def _overlaps(points: Floats, discs: Floats) -> tuple[Ints, Floats, Floats]:
    """Pairs of overlapping discs, the direction from the second to the first, and how deep."""
    pairs = np.asarray(
        cKDTree(points).query_pairs(2 * float(discs.max()), output_type="ndarray"), dtype=np.int64
    )
    along = points[pairs[:, 0]] - points[pairs[:, 1]]
    distance = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    lack = discs[pairs[:, 0]] + discs[pairs[:, 1]] - distance
    deep = lack > 1e-6
    return pairs[deep], along[deep] / distance[deep, None], lack[deep]


def _place_in_grid(points: Floats, alone: Ints, linked: Ints, radius: Floats) -> None:
    """Stand the unlinked in rows below the linked; writes into `points`."""
    if not len(alone):
        return
    cell = 2 * float(radius[alone].max()) + GAP
    width, left, top = cell * math.ceil(math.sqrt(len(alone))), 0.0, 0.0
    if len(linked):
        low = (points[linked] - radius[linked, None]).min(axis=0)
        high = (points[linked] + radius[linked, None]).max(axis=0)
        width, left, top = max(width, float(high[0] - low[0])), float(low[0]), float(high[1]) + MOAT
    columns = max(1, int(width / cell + 1e-9))
    place_of = np.arange(len(alone))
    points[alone, 0] = left + cell * (place_of % columns + 0.5)
    points[alone, 1] = top + cell * (place_of // columns + 0.5)
