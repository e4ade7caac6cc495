"""Texts and values as XML holds them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

# Line ends and tabs go by number: a parser would change them.
_ESCAPES = {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("\t"): "&#9;",
    ord("\n"): "&#10;",
    ord("\r"): "&#13;",
}


def escaped(text: str) -> str:
    """A text for the inside of an element or of double quotes."""
    return text.translate(_ESCAPES)


def written(value: str | float | list[str]) -> str:
    """A value as escaped text: a list as JSON, a number so that it is read back the same."""
    if isinstance(value, list):
        return escaped(json.dumps(value, ensure_ascii=False))
    return escaped(value) if isinstance(value, str) else repr(value)


def read_lists(net: nx.Graph, node: Mapping[str, type], edge: Mapping[str, type]) -> None:
    """Turn the JSON texts of a graph that was read into lists, in place, by its attributes' types."""
    for _, data in net.nodes(data=True):
        _read_lists(data, node)
    for *_, data in net.edges(data=True):
        _read_lists(data, edge)


def _read_lists(data: dict[str, Any], attributes: Mapping[str, type]) -> None:
    for name, kind in attributes.items():
        if kind is list and name in data:
            data[name] = json.loads(data[name])
