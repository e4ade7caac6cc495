"""Texts and values as XML holds them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

# Line ends and tabs go by number where a parser would change them.
_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_QUOTED = _CONTENT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def content(text: str) -> str:
    """A text for the inside of an element."""
    return text.translate(_CONTENT)


def quoted(text: str) -> str:
    """A text for an attribute of an element, with the double quotes around it."""
    return f'"{text.translate(_QUOTED)}"'


def as_text(value: str | float | list[str]) -> str:
    """A value as text: a list as JSON, a number so that it is read back the same."""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value if isinstance(value, str) else repr(value)


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
