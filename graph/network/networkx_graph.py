"""The graph in networkx, and back: plain Python attributes, a missing value an absent one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from wenmai.graph.network.knowledge_graph import Edge, KnowledgeGraph, Node
from wenmai.graph.values import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping

NODE_ATTRIBUTES: dict[str, type] = {
    "name": str,
    "kind": str,
    "aliases": list,
    "mentions": int,
    "articles": int,
    "first_seen": str,
    "last_seen": str,
    "community": int,
    "degree": int,
    "weighted_degree": float,
    "betweenness": float,
    "pagerank": float,
}
EDGE_ATTRIBUTES: dict[str, type] = {
    "count": int,
    "articles": int,
    "weight": float,
    "npmi": float,
    "g2": float,
    "significance": float,
    "first": str,
    "last": str,
    "evidence": list,
}
OPTIONAL = frozenset({"first_seen", "last_seen", "first", "last"})


def node_attributes(node: Node) -> dict[str, Any]:
    """The attributes of a node in their fixed order, a date that is not known left out."""
    return _plain(node, NODE_ATTRIBUTES)


def edge_attributes(edge: Edge) -> dict[str, Any]:
    """The attributes of an edge in their fixed order, a date that is not known left out."""
    return _plain(edge, EDGE_ATTRIBUTES)


def to_networkx(graph: KnowledgeGraph) -> nx.Graph:
    """The graph in networkx: a node is an entity id, `graph.graph["window"]` the window.

    Attributes are `str`, `int`, `float` and lists of `str`; see NODE_ATTRIBUTES, EDGE_ATTRIBUTES.
    """
    net = nx.Graph(window=graph.window)
    net.add_nodes_from((node.id, node_attributes(node)) for node in graph.nodes)
    net.add_edges_from((edge.a, edge.b, edge_attributes(edge)) for edge in graph.edges)
    return net


def from_networkx(net: nx.Graph) -> KnowledgeGraph:
    """The graph that `to_networkx` made this of; attributes of other names are left out.

    Raises:
        ValueError: a node or an edge lacks an attribute, or it is of another type.
    """
    nodes = [Node(id=each, **_read(data, NODE_ATTRIBUTES, of=each)) for each, data in net.nodes(data=True)]
    edges = []
    for u, v, data in net.edges(data=True):
        a, b = sorted((u, v))
        edges.append(Edge(a=a, b=b, **_read(data, EDGE_ATTRIBUTES, of=f"{a} - {b}")))
    return KnowledgeGraph(
        nodes=tuple(sorted(nodes, key=lambda node: node.id)),
        edges=tuple(sorted(edges, key=lambda edge: (edge.a, edge.b))),
        window=net.graph["window"],
    )


def _plain(value: Node | Edge, attributes: Mapping[str, type]) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for name, kind in attributes.items():
        held = getattr(value, name)
        if held is not None:
            plain[name] = kind(held)
    return plain


def _read(data: Mapping[str, Any], attributes: Mapping[str, type], *, of: str) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for name, kind in attributes.items():
        if name not in data:
            if name in OPTIONAL:
                continue
            raise ValueError(f"{of}: no attribute {name}")
        held = data[name]
        if not isinstance(held, kind):
            raise ValueError(f"{of}: {name} is {kind.__name__}, not {type(held).__name__}")  # noqa: TRY004
        read[name] = tuple(data[name]) if kind is list else held
    if "kind" in read:
        read["kind"] = EntityType(read["kind"])
    return read
