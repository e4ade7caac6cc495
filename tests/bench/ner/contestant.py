"""A tool in a process of its own, on one core: reads texts when told to and says what it took.

    python contestant.py NAME [FOLDER]

Writes a JSON line once it is loaded, then one for each JSON list of texts that it is given.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
import warnings
from importlib import import_module

from adapters import tool_of


def main(name: str, where: str) -> None:
    """Load the tool, then read what comes until nothing more does."""
    # Tools greet on standard output: the answers have it to themselves.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    tool = tool_of(name)
    begun = clocks()
    for module in tool.imports:
        import_module(module)
    imported = clocks()
    read = tool.load(where or name)
    read(["记者张三在北京报道。"])
    loaded = clocks()
    say(answers, {"imported": since(begun, imported), "loaded": since(imported, loaded), "peak": peak()})
    for line in sys.stdin:
        texts = json.loads(line)
        gc.collect()
        before = clocks()
        names = read(texts)
        took = since(before, clocks())
        say(answers, {"names": names, "took": took, "peak": peak()})


def clocks() -> tuple[float, float]:
    """Seconds by the clock, and of the processor over all threads."""
    return time.perf_counter(), time.process_time()


def since(before: tuple[float, float], now: tuple[float, float]) -> dict[str, float]:
    """What has passed."""
    return {"clock": now[0] - before[0], "cpu": now[1] - before[1]}


def peak() -> float:
    """Gigabytes that the process has held at most, libraries included."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used * (1 if sys.platform == "darwin" else 1024) / 1e9


def say(answers, what: dict) -> None:
    """Answer with a line."""
    print(json.dumps(what, ensure_ascii=False), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
