"""networkx's node-link JSON: for scripts, d3 and networkx."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import networkx as nx

from wenmai.graph.network.networkx_graph import edge_attributes, node_attributes
from wenmai.loaders.write.clean_text import NOT_UTF8, clean
from wenmai.loaders.write.graph_file import read_graph_file
from wenmai.loaders.write.whole_file import write_whole
from wenmai.loaders.write.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import Any

    from wenmai.graph.network.knowledge_graph import KnowledgeGraph


def write_node_link(graph: KnowledgeGraph, path: Path) -> Written:
    """Write the graph, a node or an edge a line, the same graph always to the same bytes.

    The file is what `networkx.node_link_data(to_networkx(graph), edges="edges")` gives: `nodes`
    with `id`, `edges` with `source` and `target`. A date that is not known is an absent key. Halves
    of surrogate pairs, which UTF-8 cannot hold, are replaced.

    Raises:
        InputError: the place cannot be written to.
    """
    cleaned, replaced = clean(graph, NOT_UTF8)
    write_whole(path, _lines(cleaned))
    return Written(path, nodes=len(graph.nodes), edges=len(graph.edges), replaced=replaced)


def read_node_link(path: Path) -> KnowledgeGraph:
    """Read a graph that `write_node_link` wrote.

    Raises:
        InputError: the file cannot be opened, or is no such graph.
    """
    return read_graph_file(path, _read, json_lists=False)


def _read(path: Path) -> nx.Graph:
    return nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    head = {"directed": False, "multigraph": False, "graph": {"window": graph.window}}
    yield f'{_json(head)[:-1]}, "nodes": ['
    yield from _items({"id": node.id, **node_attributes(node)} for node in graph.nodes)
    yield '], "edges": ['
    yield from _items({"source": edge.a, "target": edge.b, **edge_attributes(edge)} for edge in graph.edges)
    yield "]}\n"


def _items(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    between = "\n"
    for item in items:
        yield f"{between}{_json(item)}"
        between = ",\n"
    yield "\n"


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
