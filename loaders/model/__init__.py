"""The trained pipelines: found by name, loaded, and run over pages (`wenmai.loaders.model.extract`)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from wenmai.loaders.model.folders import DEFAULT, OFFICIAL, model_path, pipeline_version, shipped

if TYPE_CHECKING:
    from wenmai.loaders.model.pipelines import load_pipeline, programs_by_rule

__all__ = [
    "DEFAULT",
    "OFFICIAL",
    "load_pipeline",
    "model_path",
    "pipeline_version",
    "programs_by_rule",
    "shipped",
]

# Imported when asked for: finding a pipeline does not need spaCy.
_HOMES = {
    "load_pipeline": "wenmai.loaders.model.pipelines",
    "programs_by_rule": "wenmai.loaders.model.pipelines",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
