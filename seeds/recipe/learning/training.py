"""Fine-tuning the network: batches, schedule, checkpoints that a stopped run goes on from."""

from __future__ import annotations

import hashlib
import random
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from wenmai.graph.extract.pieces import BEGIN, END, PAD, Encoded, Pieces
from wenmai.graph.extract.tags import TAGS
from wenmai.seeds.recipe.learning.network import HEAD, Batch
from wenmai.seeds.recipe.text.data import IGNORED, batches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from wenmai.seeds.recipe.text.data import Example

Net = TypeVar("Net", bound=nn.Module)


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn; `batch` in characters, the rate of the head is `head` times `rate`.

    `seed` gives the order of the examples and the dropout; the head begins alike in all runs.
    """

    epochs: float = 5.0
    rate: float = 2e-4
    head: float = 5.0
    warm_up: float = 0.1  # share of all steps
    batch: int = 4096
    seed: int = 0
    save_every: int = 200  # steps

    def share_of_rate(self, done: float) -> float:
        """The rate after a share `done` of the steps: up in a line, then down in a line to 1 %."""
        rising = done / self.warm_up
        falling = 1 - max(0.0, done - self.warm_up) / (1 - self.warm_up)
        return max(0.01, min(1.0, rising) * falling)


@dataclass(frozen=True, slots=True)
class Item:
    """A text cut into pieces, with what to learn: tags (N,), or a teacher's probabilities (N, tags)."""

    encoded: Encoded
    target: Tensor

    def probabilities(self) -> Tensor:
        """What to learn as (N, tags); a row of zeros carries no loss."""
        if self.target.dim() == 2:
            return self.target.float()
        known = (self.target != IGNORED).float()
        return functional.one_hot(self.target.clamp(min=0), len(TAGS)) * known[:, None]


def _digest(items: Iterable[Item], network: nn.Module) -> str:
    """What a run begins with, as a hash: its text, what to learn of it, and the weights."""
    digest = hashlib.sha256()
    for item in items:
        for column in (item.encoded.pieces, item.encoded.characters, item.target.numpy()):
            digest.update(column.tobytes())
    for values in network.state_dict().values():
        digest.update(values.contiguous().numpy().tobytes())
    return digest.hexdigest()


def items_of(examples: Iterable[Example], pieces: Pieces) -> list[Item]:
    """Annotated text as items."""
    return [Item(pieces.encode(example.text), torch.tensor(example.tags())) for example in examples]


class Run(Generic[Net]):
    """A training run; its state is a checkpoint file, and the same run from anywhere in it ends alike."""

    def __init__(self, items: Sequence[Item], network: Net, pieces: Pieces, schedule: Schedule) -> None:
        self.schedule = schedule
        self.special = pieces.special
        self.matter = _digest(items, network)
        self.items = items
        self.lengths = [len(item.target) for item in items]
        self.network = network
        self.optimizer = _optimizer(network, schedule)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.step = 0
        self._epochs: list[list[list[int]]] = []

    def train(
        self,
        checkpoint: Path,
        log: Callable[[str], None] = print,
        progress: Callable[[int, int], None] | None = None,
    ) -> Net:
        """Learn to the end, going on from the checkpoint where there is one.

        `progress` is told the steps done and their number.
        """
        if checkpoint.exists():
            self._resume(checkpoint)
            log(f"goes on from step {self.step}")
        total = round(len(self._epoch(0)) * self.schedule.epochs)
        began, first = time.monotonic(), self.step
        while self.step < total:
            epoch, k = self._position()
            loss = self._learn(self._epoch(epoch)[k], self.step / total)
            self.step += 1
            if progress:
                progress(self.step, total)
            if self.step % 25 == 0:
                pace = (time.monotonic() - began) / (self.step - first)
                log(f"step {self.step} of {total}, loss {loss:.4f}, {pace * (total - self.step):.0f} s to go")
            if self.step % self.schedule.save_every == 0 or self.step == total:
                self._save(checkpoint)
        self.network.eval()
        return self.network

    def _epoch(self, number: int) -> list[list[int]]:
        while number >= len(self._epochs):
            self._epochs.append(self._shuffled(len(self._epochs)))
        return self._epochs[number]

    def _shuffled(self, number: int) -> list[list[int]]:
        chance = random.Random(f"{self.schedule.seed} {number}")  # noqa: S311 no secret
        order = list(range(len(self.items)))
        chance.shuffle(order)
        result = list(batches(self.lengths, self.schedule.batch, order))
        chance.shuffle(result)
        return result

    def _position(self) -> tuple[int, int]:
        """The epoch, and the batch in it, of the current step; epochs differ a little in batches."""
        epoch, left = 0, self.step
        while left >= (size := len(self._epoch(epoch))):
            epoch, left = epoch + 1, left - size
        return epoch, left

    def _learn(self, indexes: list[int], done: float) -> float:
        # Seeded by the step, so that dropout is the same when a run goes on.
        torch.manual_seed(self.schedule.seed * 1_000_003 + self.step)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * self.schedule.share_of_rate(done)
        batch, wanted = packed([self.items[i] for i in indexes], self.special)
        self.network.train()
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.network(batch)
        surprise = -(wanted * functional.log_softmax(scores.float(), dim=-1)).sum(-1)
        loss = surprise.sum() / wanted.sum().clamp(min=1)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        return float(loss.item())

    def _save(self, path: Path) -> None:
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "schedule": asdict(self.schedule),
            "matter": self.matter,
        }
        partial = path.with_suffix(".part")
        torch.save(state, partial)
        partial.replace(path)

    def _resume(self, path: Path) -> None:
        state: dict[str, Any] = torch.load(path, map_location="cpu")
        if state["schedule"] != asdict(self.schedule):
            raise ValueError(f"{path} is of a run with another schedule: {state['schedule']}")
        if state["matter"] != self.matter:
            raise ValueError(f"{path} is of a run on other text or from other weights: give another file")
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]


def packed(items: Sequence[Item], special: Mapping[str, int]) -> tuple[Batch, Tensor]:
    """Items as a padded batch, and what to learn (B, N, tags), zeros where there is nothing."""
    pieces = [[special[BEGIN], *item.encoded.pieces.tolist(), special[END]] for item in items]
    columns = ([item.encoded.at + 1 for item in items], [item.encoded.place for item in items])
    at, place = (_padded(column, 0) for column in columns)
    batch = Batch(
        pieces=_padded(pieces, special[PAD]),
        lengths=torch.tensor([len(one) for one in pieces]),
        written=torch.tensor([len(item.target) for item in items]),
        at=at,
        place=place,
        characters=_padded([item.encoded.characters for item in items], special[PAD]),
    )
    wanted = nn.utils.rnn.pad_sequence([item.probabilities() for item in items], batch_first=True)
    return batch, wanted


def _padded(rows: Sequence[Sequence[int] | NDArray[np.int64]], value: int) -> Tensor:
    width = max(map(len, rows))
    table = np.full((len(rows), width), value, dtype=np.int64)
    for line, row in zip(table, rows, strict=True):
        line[: len(row)] = row
    return torch.from_numpy(table)


def _optimizer(network: nn.Module, schedule: Schedule) -> torch.optim.Optimizer:
    head = [value for name, value in network.named_parameters() if name.split(".")[0] in HEAD]
    rest = [value for name, value in network.named_parameters() if name.split(".")[0] not in HEAD]
    groups = [
        {"params": head, "lr": schedule.rate * schedule.head},
        {"params": rest, "lr": schedule.rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01)
