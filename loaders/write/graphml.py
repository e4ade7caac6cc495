"""GraphML: for yEd, Cytoscape, igraph and networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from wenmai.graph.network.networkx_graph import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    edge_attributes,
    node_attributes,
)
from wenmai.loaders.write.clean_text import NOT_XML, clean
from wenmai.loaders.write.graph_file import read_graph_file
from wenmai.loaders.write.whole_file import write_whole
from wenmai.loaders.write.written import Written
from wenmai.loaders.write.xml_text import as_text, content, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from wenmai.graph.network.knowledge_graph import KnowledgeGraph

_TYPES = {str: "string", list: "string", int: "int", float: "double"}
_NODE_KEYS = {name: f"n{number}" for number, name in enumerate(NODE_ATTRIBUTES)}
_EDGE_KEYS = {name: f"e{number}" for number, name in enumerate(EDGE_ATTRIBUTES)}


def write_graphml(graph: KnowledgeGraph, path: Path) -> Written:
    """Write the graph, the same graph always to the same bytes.

    Node and edge attributes are those of `to_networkx`: `aliases` and `evidence` are JSON texts, a
    date that is not known is no element. `window` is an attribute of the graph. Characters that XML
    forbids are replaced, also in ids.

    Raises:
        InputError: the place cannot be written to.
    """
    cleaned, replaced = clean(graph, NOT_XML)
    write_whole(path, _lines(cleaned))
    return Written(path, nodes=len(graph.nodes), edges=len(graph.edges), replaced=replaced)


def read_graphml(path: Path) -> KnowledgeGraph:
    """Read a graph that `write_graphml` wrote.

    Raises:
        InputError: the file cannot be opened, or is no such graph.
    """
    return read_graph_file(path, nx.read_graphml, json_lists=True)


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield '<key id="g0" for="graph" attr.name="window" attr.type="string"/>\n'
    for where, keys, types in (
        ("node", _NODE_KEYS, NODE_ATTRIBUTES),
        ("edge", _EDGE_KEYS, EDGE_ATTRIBUTES),
    ):
        for name, key in keys.items():
            kind = _TYPES[types[name]]
            yield f'<key id="{key}" for="{where}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph edgedefault="undirected">\n'
    yield f'<data key="g0">{content(graph.window)}</data>\n'
    for node in graph.nodes:
        yield f"<node id={quoted(node.id)}>{_data(node_attributes(node), _NODE_KEYS)}</node>\n"
    for edge in graph.edges:
        ends = f"source={quoted(edge.a)} target={quoted(edge.b)}"
        yield f"<edge {ends}>{_data(edge_attributes(edge), _EDGE_KEYS)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(attributes: Mapping[str, Any], keys: Mapping[str, str]) -> str:
    return "".join(
        f'<data key="{keys[name]}">{content(as_text(value))}</data>' for name, value in attributes.items()
    )
