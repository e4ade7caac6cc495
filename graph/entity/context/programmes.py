"""Programmes: one spelling of a title, and its last part behind the full one."""

from __future__ import annotations

import re
from itertools import islice

from wenmai.graph.entity.context.bodies import LOOK_BACK
from wenmai.graph.entity.reading.forms import clean
from wenmai.graph.entity.reading.settled import Node, Settled, how, named
from wenmai.graph.values import EntityType, Mention

_BEFORE = re.compile(r"^(?:共建|关于|国家)?(?=一带一路)")
_BEHIND = re.compile(r"(?<=....)(?:倡议|战略)$")
_YEARS = re.compile(r"（[^（）]*(?:年版|年|试行|草案|修订)[^（）]*）$")
_SHORTEST = 3


class ProgrammeSettler:
    """Settles the programmes of one article in their order."""

    def __init__(self) -> None:
        self.before: list[tuple[str, Node]] = []

    def settle(self, mention: Mention) -> Settled:
        """Which programme it is."""
        key = programme_key(mention.text)
        if len(key) >= _SHORTEST:
            for earlier, node in islice(reversed(self.before), LOOK_BACK):
                if node.key != key and (node.key.endswith(key) or _YEARS.sub("", node.key) == key):
                    return Settled(mention, node, how(mention.text, "anaphor", earlier, 0.85))
        node = named(EntityType.PROGRAM, key, mention.text)
        self.before.append((mention.text, node))
        return Settled(mention, node, how(mention.text, "same"))


def programme_key(text: str) -> str:
    """The title without quotation marks, 共建 before 一带一路, 倡议 or 战略 behind it."""
    return _BEHIND.sub("", _BEFORE.sub("", clean(text)))
