"""docs/cli.md is what the code says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs"


def test_the_reference_is_up_to_date() -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "NEO4J_"))}
    said = subprocess.run(
        [sys.executable, "-m", "wenmai.loaders.cli.reference"],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=environment | {"LANG": "C.UTF-8"},
    ).stdout
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == said
