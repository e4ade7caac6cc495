"""What touches the world: documents, the model, the store, writers, the command line.

`load_pipeline(name)` gives the spaCy pipeline, `load_graph(directory)` the graph of a corpus.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wenmai.loaders.corpus import load_corpus, load_graph
    from wenmai.loaders.model import load_pipeline, model_path

__all__ = ["load_corpus", "load_graph", "load_pipeline", "model_path"]

# Imported when asked for: the command line must answer before spaCy is loaded.
_HOMES = {
    "load_corpus": "wenmai.loaders.corpus",
    "load_graph": "wenmai.loaders.corpus",
    "load_pipeline": "wenmai.loaders.model",
    "model_path": "wenmai.loaders.model",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
