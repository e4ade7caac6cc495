"""What lies beside the weights of a component: their hashes, so that damage is seen, and the tags."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from wenmai.graph.extract.tags import TAGS

if TYPE_CHECKING:
    from pathlib import Path

ENCODER, TABLE, DESCRIPTION = "encoder.onnx", "pieces.tsv", "encoder.json"


def describe(folder: Path) -> None:
    """Write the description of the weights and the piece table in a folder."""
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (ENCODER, TABLE)}
    text = json.dumps({"files": files, "tags": TAGS}, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / DESCRIPTION).write_text(text + "\n", encoding="utf-8", newline="\n")
