"""What a teacher thinks of text: probabilities of every tag at every character, kept for a student."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from wenmai.graph.extract.tags import TAGS
from wenmai.seeds.recipe.learning.training import Item, packed
from wenmai.seeds.recipe.text.data import batches

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from torch import Tensor, nn

    from wenmai.graph.extract.pieces import Pieces


def label(
    texts: Sequence[str], teacher: nn.Module, pieces: Pieces, log: Callable[[str], None] = print
) -> list[Tensor]:
    """The teacher's probabilities (N, tags) of each text, in half precision."""
    items = [Item(pieces.encode(text), torch.zeros(len(text), dtype=torch.int64)) for text in texts]
    result: list[Tensor | None] = [None] * len(items)
    done = 0
    for indexes in batches([len(text) for text in texts], 8192, list(range(len(texts)))):
        batch, _ = packed([items[i] for i in indexes], pieces.special)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            chances = teacher(batch).float().softmax(-1).half()
        for row, i in enumerate(indexes):
            result[i] = chances[row, : len(texts[i])].clone()
        done += len(indexes)
        if done % 2000 < len(indexes):
            log(f"{done} of {len(texts)} texts labelled")
    return [one for one in result if one is not None]


def save(path: Path, texts: Sequence[str], chances: Sequence[Tensor]) -> None:
    """Keep labelled text in one file."""
    torch.save({"texts": list(texts), "chances": torch.cat(list(chances))}, path)


def read(path: Path, pieces: Pieces) -> list[Item]:
    """Labelled text as items to learn.

    Raises:
        ValueError: texts and probabilities do not fit each other.
    """
    saved = torch.load(path)
    texts, chances = saved["texts"], saved["chances"]
    lengths = [len(text) for text in texts]
    if chances.shape != (sum(lengths), len(TAGS)):
        raise ValueError(f"{path}: {tuple(chances.shape)} probabilities for {sum(lengths)} characters")
    return [Item(pieces.encode(text), part) for text, part in zip(texts, chances.split(lengths), strict=True)]
