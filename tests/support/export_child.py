"""A process of its own that exports, so that a test can kill it: export_child.py CORPUS URI BATCH.

The corpus is pickled; the password comes by the environment. A line for each batch that is done.
"""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

from wenmai.loaders.write.neo4j import Neo4jTarget, export

if __name__ == "__main__":
    corpus = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 - the test's own
    target = Neo4jTarget(sys.argv[2], "neo4j", os.environ["NEO4J_PASSWORD"])
    print("connecting", flush=True)  # noqa: T201
    export(
        corpus,
        target,
        batch=int(sys.argv[3]),
        progress=lambda part, done, total: print(part, done, total, flush=True),  # noqa: T201
    )
