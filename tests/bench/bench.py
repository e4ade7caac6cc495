"""Time and peak memory of each stage, cost against size: `make bench`, see README.md.

    python tests/bench/bench.py                  all stages
    python tests/bench/bench.py link layout      some
    python tests/bench/bench.py --tenth          at a tenth of the sizes, bars left out

Ends with 1 when a stage misses its bar or fails.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import stages
from stages import Stage

RUNS, LONG = 3, 15.0  # seconds
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Measured:
    """One stage at one size, in a process of its own on one core."""

    seconds: float  # by the clock
    cpu: float  # of the processor: what ratios are taken of, since other work does not add to it
    gigabytes: float  # peak of the whole process, its input included
    result: str


def main() -> int:
    """Measure the stages asked for and print a table."""
    named = {stage.name.replace(" ", "-"): stage for stage in stages.STAGES}
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stage", nargs="*", help=", ".join(named))
    parser.add_argument("--tenth", action="store_true", help="a tenth of the sizes, to see that it runs")
    parser.add_argument("--inside", nargs=4, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.inside:
        what, name, size, folder = args.inside
        return inside(what, named[name], int(size), Path(folder))
    if unknown := set(args.stage) - named.keys():
        parser.error(f"no such stage: {', '.join(sorted(unknown))}")
    print(f"{'stage':<16}{'size':>22}{'time':>9}{'CPU':>9}{'ratio':>7}{'memory':>9}  what came of it")
    kept = [
        measure(stage, tenth=args.tenth) for name, stage in named.items() if name in (args.stage or named)
    ]
    return 0 if all(kept) else 1


def measure(stage: Stage, *, tenth: bool) -> bool:
    """Print a line for each size, and whether the bar was kept; a stage that is not there is skipped."""
    before: Measured | None = None
    kept = True
    for size in stage.sizes:
        found = best(stage, size // 10 if tenth else size)
        if isinstance(found, str):
            print(f"{stage.name:<16}{found}", flush=True)
            return found.startswith("skipped")
        ratio = found.cpu / before.cpu if before else None
        label = f"{size // 10 if tenth else size:,} {stage.unit}"
        print(
            f"{stage.name:<16}{label:>22}{found.seconds:>8.2f}s{found.cpu:>8.2f}s"
            f"{f'{ratio:.2f}' if ratio else '':>7}{found.gigabytes:>6.2f} GB  {found.result}",
            flush=True,
        )
        if not tenth:
            kept = _keeps(stage, size, found, ratio) and kept
        before = found
    return kept


def _keeps(stage: Stage, size: int, found: Measured, ratio: float | None) -> bool:
    bar = stage.bar
    if not bar:
        return True
    misses = []
    if size == bar.size and found.cpu > bar.seconds:
        misses.append(f"{bar.seconds:g} s of CPU")
    if size == bar.size and found.gigabytes > bar.gigabytes:
        misses.append(f"{bar.gigabytes:g} GB")
    if bar.ratio and ratio and ratio > bar.ratio:
        misses.append(f"{bar.ratio:g} times the cost for twice the size")
    if misses:
        print(f"{'':<16}MISSED: at most {', '.join(misses)}", flush=True)
    elif size == bar.size:
        print(f"{'':<16}kept: at most {bar.seconds:g} s of CPU and {bar.gigabytes:g} GB", flush=True)
    return not misses


def best(stage: Stage, size: int) -> Measured | str:
    """The quickest of RUNS runs, by CPU; of one run where that takes long enough to be sure of."""
    found = outside(stage, size)
    for _ in range(RUNS - 1):
        if isinstance(found, str) or found.cpu > LONG:
            break
        again = outside(stage, size)
        found = again if isinstance(again, str) else min(found, again, key=lambda run: run.cpu)
    return found


def outside(stage: Stage, size: int) -> Measured | str:
    """Measure in fresh processes; a text says why there is nothing to tell."""
    with tempfile.TemporaryDirectory() as folder:
        for what in ("fill", "work") if stage.fill else ("work",):
            name = stage.name.replace(" ", "-")
            done = subprocess.run(
                [sys.executable, __file__, "--inside", what, name, str(size), folder],
                capture_output=True,
                encoding="utf-8",
                env=os.environ | ONE_CORE,
                check=False,
            )
            if done.returncode:
                return _why(done.stderr)
        return Measured(**json.loads(done.stdout))


def _why(stderr: str) -> str:
    last = (stderr.strip().splitlines() or ["no message"])[-1]
    missing = last.startswith(("ModuleNotFoundError", "ImportError"))
    return f"{'skipped' if missing else 'FAILED'}: {last}"


def inside(what: str, stage: Stage, size: int, folder: Path) -> int:
    """Be the fresh process."""
    import resource

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if what == "fill":
        assert stage.fill
        stage.fill(size, folder)
        return 0
    work = stage.prepare(size, folder)
    begin, cpu = time.perf_counter(), time.process_time()
    result = work()
    seconds, used = time.perf_counter() - begin, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024
    print(json.dumps({"seconds": seconds, "cpu": used, "gigabytes": peak * unit / 1e9, "result": result}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
