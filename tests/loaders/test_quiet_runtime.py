"""Nothing is reported to anyone: onnxruntime's telemetry stays off."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.pipeline
def test_finding_names_leaves_no_trace_at_home(tmp_path: Path) -> None:
    """With telemetry on, onnxruntime makes an event store under the user's cache at once."""
    code = "from wenmai.loaders import load_pipeline; print(load_pipeline()('王毅在北京。').ents)"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "CI", "ORT_", "GITHUB"))}
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        env={**environment, "HOME": str(tmp_path)},
        capture_output=True,
    )
    assert [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()] == []


def test_only_the_quiet_module_imports_it() -> None:
    importing = {
        path.relative_to(ROOT).as_posix()
        for room in ("graph", "loaders", "queries", "seeds")
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Import) and any(a.name.split(".")[0] == "onnxruntime" for a in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "onnxruntime")
    }
    assert importing - {"seeds/recipe/shipping/export.py"} == {"loaders/model/runtime.py"}
