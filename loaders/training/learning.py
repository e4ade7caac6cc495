"""The part of fine-tuning that needs torch and onnx: from examples to the files of the component."""

from __future__ import annotations

import importlib.util
import logging
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wenmai.graph.extract.pieces import Pieces
from wenmai.loaders.model.encoder import PIECES
from wenmai.loaders.problems import ModelError
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from wenmai.seeds.recipe.data import Example

NEEDED = ("torch", "onnx", "onnx_ir")
BATCH = 1024  # characters; annotations of one's own are few
SAVE_EVERY = 25  # steps


@dataclass(frozen=True, slots=True)
class Settings:
    """How to learn."""

    epochs: float = 5.0
    rate: float = 3e-4
    seed: int = 0


def check_extra() -> None:
    """See that what training needs is installed.

    Raises:
        ModelError: it is not.
    """
    absent = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if absent:
        names = ", ".join(absent)
        raise ModelError(
            say(
                f"训练需要 {names}，尚未安装：请运行 pip install 'wenmai[train]'",
                f"training needs {names}, not installed: run pip install 'wenmai[train]'",
            )
        )


def learn(
    examples: Sequence[Example],
    *,
    encoder: Path,
    checkpoint: Path,
    out: Path,
    settings: Settings,
    progress: Callable[[int, int], None],
) -> None:
    """Fine-tune the network of a component's folder, going on from the checkpoint where there is one.

    `encoder` is the folder of the component's files, `out` gets those of the new one. `progress` is
    told the steps done and their number. The same examples and settings give the same network on
    the same machine, interrupted or not.
    """
    from wenmai.seeds.recipe.restoring import restored_from

    from wenmai.seeds.recipe.export import write
    from wenmai.seeds.recipe.training import Run, Schedule, items_of

    table = (encoder / PIECES).read_text(encoding="utf-8")
    pieces = Pieces.parse(table)
    schedule = Schedule(
        epochs=settings.epochs,
        rate=settings.rate,
        head=1.0,
        batch=BATCH,
        seed=settings.seed,
        save_every=SAVE_EVERY,
    )
    run = Run(items_of(examples, pieces), restored_from(encoder), pieces, schedule)
    network = run.train(checkpoint, _silent, progress)
    logging.getLogger("onnxruntime.quantization").setLevel(logging.WARNING)  # it tells of every product
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter speaks of its successor
        write(network, table, out)


def _silent(_: str) -> None:
    """What the run says is told by progress."""
