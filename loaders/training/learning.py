"""The part of fine-tuning that needs torch and onnx: from examples to the files of the component."""

from __future__ import annotations

import importlib.util
import logging
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wenmai.graph.extract.pieces import Pieces
from wenmai.loaders.problems import ModelError
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from wenmai.seeds.recipe.text.data import Example

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


def network_of(encoder: Path) -> Any:
    """The network in a component's folder, to learn on.

    Raises:
        ModelError: it is not one that can be fine-tuned.
    """
    from wenmai.seeds.recipe.shipping.restoring import restored_from

    try:
        return restored_from(encoder)
    except ValueError as error:
        raise ModelError(
            say(
                f"只能微调小管线 zh_wenmai_sm，或由它训练出的管线（{encoder.parent} 不是）",
                f"{encoder.parent} cannot be fine-tuned: "
                "only the small pipeline zh_wenmai_sm can, or one trained from it",
            )
        ) from error


def learn(
    network: Any,
    examples: Sequence[Example],
    *,
    table: str,
    checkpoint: Path,
    out: Path,
    settings: Settings,
    progress: Callable[[int, int], None],
) -> None:
    """Fine-tune a network, going on from the checkpoint where there is one, and write its component.

    `table` is the piece table, `out` the folder of the component's files. `progress` is told the
    steps done and their number. The same examples and settings give the same network on the same
    machine, interrupted or not.
    """
    from wenmai.seeds.recipe.learning.training import Run, Schedule, items_of
    from wenmai.seeds.recipe.shipping.export import write

    pieces = Pieces.parse(table)
    schedule = Schedule(
        epochs=settings.epochs,
        rate=settings.rate,
        head=1.0,
        batch=BATCH,
        seed=settings.seed,
        save_every=SAVE_EVERY,
    )
    run = Run(items_of(examples, pieces), network, pieces, schedule)
    learnt = run.train(checkpoint, _silent, progress)
    logging.getLogger("onnxruntime.quantization").setLevel(logging.WARNING)  # it tells of every product
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter speaks of its successor
        write(learnt, table, out)


def _silent(_: str) -> None:
    """What the run says is told by progress."""
