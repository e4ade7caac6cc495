"""Graph files read back: what may be wrong with one, in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

import networkx as nx

from wenmai.graph.network.networkx_graph import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, from_networkx
from wenmai.loaders.problems import InputError
from wenmai.loaders.words import say
from wenmai.loaders.write.xml_text import read_lists

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wenmai.graph.network.knowledge_graph import KnowledgeGraph


def read_graph_file(path: Path, read: Callable[[Path], nx.Graph], *, json_lists: bool) -> KnowledgeGraph:
    """Read a graph file by a reader that gives it in networkx.

    Args:
        path: the file.
        read: networkx's reader of its format.
        json_lists: whether lists stand in the file as JSON texts.

    Raises:
        InputError: the file cannot be opened, or is no graph that we wrote.
    """
    try:
        net = read(path)
        if json_lists:
            read_lists(net, NODE_ATTRIBUTES, EDGE_ATTRIBUTES)
        return from_networkx(net)
    except OSError as error:
        reason = error.strerror or str(error)
        message = say(f"无法打开（{reason}）；请检查路径。", f"cannot be opened ({reason}); check the path.")
        raise InputError(str(path), message) from error
    except (ParseError, nx.NetworkXException, LookupError, TypeError, ValueError, StopIteration) as error:
        message = say(
            f"不是 wenmai 导出的图（{error}）；请用 wenmai export 重新导出。",
            f"no graph exported by wenmai ({error}); export it again with wenmai export.",
        )
        raise InputError(str(path), message) from error
