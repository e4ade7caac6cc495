"""Disjoint sets: what is one with what, by chains of pairs (Tarjan 1975)."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Sets that are joined pair by pair; the first to be added stands for its set."""

    def __init__(self) -> None:
        self._parent: dict[T, T] = {}
        self._order: dict[T, int] = {}

    def add(self, item: T) -> None:
        """Make the item a set of its own, if it is not known."""
        if item not in self._parent:
            self._parent[item] = item
            self._order[item] = len(self._order)

    def root(self, item: T) -> T:
        """The item that stands for the set; an unknown one stands for itself."""
        path = []
        while (parent := self._parent.get(item, item)) != item:
            path.append(item)
            item = parent
        for each in path:
            self._parent[each] = item
        return item

    def join(self, a: T, b: T) -> None:
        """Make the two sets one."""
        self.add(a)
        self.add(b)
        first, second = sorted((self.root(a), self.root(b)), key=self._order.__getitem__)
        self._parent[second] = first
