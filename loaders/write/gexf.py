"""GEXF 1.2: for Gephi and networkx."""

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
from wenmai.loaders.write.xml_text import as_text, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from wenmai.graph.network.knowledge_graph import KnowledgeGraph

_TYPES = {str: "string", list: "string", int: "integer", float: "double"}
# A weight is GEXF's own attribute of an edge, which Gephi draws by.
_EDGE_VALUES = {name: kind for name, kind in EDGE_ATTRIBUTES.items() if name != "weight"}
_NODE_KEYS = {name: f"n{number}" for number, name in enumerate(NODE_ATTRIBUTES)}
_EDGE_KEYS = {name: f"e{number}" for number, name in enumerate(_EDGE_VALUES)}


def write_gexf(graph: KnowledgeGraph, path: Path) -> Written:
    """Write the graph, the same graph always to the same bytes: without the time of writing.

    Node and edge attributes are those of `to_networkx`: `aliases` and `evidence` are JSON texts, a
    date that is not known is no element, a node's `label` is its name. The graph's `name` is its
    window. Characters that XML forbids are replaced, also in ids.

    Raises:
        InputError: the place cannot be written to.
    """
    cleaned, replaced = clean(graph, NOT_XML)
    write_whole(path, _lines(cleaned))
    return Written(path, nodes=len(graph.nodes), edges=len(graph.edges), replaced=replaced)


def read_gexf(path: Path) -> KnowledgeGraph:
    """Read a graph that `write_gexf` wrote.

    Raises:
        InputError: the file cannot be opened, or is no such graph.
    """
    return read_graph_file(path, _read, json_lists=True)


def _read(path: Path) -> nx.Graph:
    net = nx.read_gexf(path, version="1.2draft")
    net.graph["window"] = net.graph["name"]
    return net


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield "<meta><creator>wenmai</creator></meta>\n"
    yield f'<graph defaultedgetype="undirected" mode="static" name={quoted(graph.window)}>\n'
    for where, keys, types in (("node", _NODE_KEYS, NODE_ATTRIBUTES), ("edge", _EDGE_KEYS, _EDGE_VALUES)):
        yield f'<attributes class="{where}" mode="static">\n'
        for name, key in keys.items():
            yield f'<attribute id="{key}" title="{name}" type="{_TYPES[types[name]]}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in graph.nodes:
        values = _values(node_attributes(node), _NODE_KEYS)
        yield f"<node id={quoted(node.id)} label={quoted(node.name)}>{values}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(graph.edges):
        values = _values(edge_attributes(edge), _EDGE_KEYS)
        ends = f"source={quoted(edge.a)} target={quoted(edge.b)}"
        yield f'<edge id="{number}" {ends} weight="{edge.weight!r}">{values}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(attributes: Mapping[str, Any], keys: Mapping[str, str]) -> str:
    values = (
        f'<attvalue for="{keys[name]}" value={quoted(as_text(value))}/>'
        for name, value in attributes.items()
        if name in keys
    )
    return f"<attvalues>{''.join(values)}</attvalues>"
