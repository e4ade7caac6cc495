"""One worker against two, through the tool's own `extract`: a process of its own, on all cores.

    python workers.py PIPELINE CHARACTERS

Writes JSON: seconds by the clock with one and with two workers, turn by turn, start-up included.
"""

from __future__ import annotations

import json
import sys
import time

from marked_texts import own_articles

from wenmai.graph.page.read import read_page
from wenmai.loaders.model import load_pipeline
from wenmai.loaders.model.extract import extract

TURNS = 2


def pages(characters: int) -> list:
    """Pages of at least so many characters together; no sentence comes twice, for they are remembered."""
    made = []
    copy = 0
    while characters > 0:
        for one in own_articles().documents:
            if characters <= 0:
                break
            text = one.marked.text.replace("。", f"（{copy}）。")
            made.append(read_page(text, source=f"{one.marked.id}-{copy}"))
            characters -= len(text)
        copy += 1
    return made


def main(name: str, characters: int) -> None:
    """Measure and print."""
    nlp = load_pipeline(name)
    every = pages(characters)
    size = sum(len(page.view.text) for page in every)
    spent: dict[int, list[float]] = {1: [], 2: []}
    mentions: set[int] = set()
    for _ in range(TURNS):
        for workers, times in spent.items():
            for _, component in nlp.pipeline:
                if hasattr(component, "cache"):
                    component.cache = 0
            begun = time.perf_counter()
            mentions.add(sum(len(found) for found in extract(every, nlp, workers=workers)))
            times.append(time.perf_counter() - begun)
    if len(mentions) > 1:
        sys.exit(f"one and two workers differ: {sorted(mentions)} mentions")
    print(json.dumps({"one": spent[1], "two": spent[2], "characters": size}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
