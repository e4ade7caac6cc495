"""The small network: narrow convolutions and attention over the same pieces, for text in bulk.

It reads and scores what `network.Network` does, so the same component runs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from wenmai.graph.extract.pieces import LAST_PLACE
from wenmai.graph.extract.tags import TAGS

if TYPE_CHECKING:
    from wenmai.seeds.recipe.learning.network import Batch

WIDTH, HEADS, HEAD_WIDTH = 192, 4, 128
REACH = 5  # pieces, or characters, that a convolution sees
BLOCKS = (1, 2, 4)  # how far apart they stand, block by block
DROPOUT = 0.1


class Convolution(nn.Module):
    """A residual convolution, written as a product, which runs faster in 8 bits."""

    def __init__(self, width: int, apart: int = 1) -> None:
        super().__init__()
        self.apart = apart
        self.weights, self.norm = nn.Linear(REACH * width, width), nn.LayerNorm(width)

    def forward(self, x: Tensor, real: Tensor | None) -> Tensor:
        """States (B, L, width) to states; `real` (B, L, 1) is 0 where there is only padding."""
        inner = x if real is None else x * real
        reach = (REACH - 1) * self.apart
        padded = functional.pad(inner, (0, 0, reach // 2, reach // 2))
        seen = [padded[:, at : at - reach if at < reach else None] for at in range(0, reach + 1, self.apart)]
        y = functional.gelu(self.weights(torch.cat(seen, dim=-1)))
        states: Tensor = self.norm(x + functional.dropout(y, DROPOUT, self.training))
        return states


class Attention(nn.Module):
    """Residual attention over the whole text."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.o, self.norm = (
            nn.Linear(WIDTH, 3 * WIDTH),
            nn.Linear(WIDTH, WIDTH),
            nn.LayerNorm(WIDTH),
        )

    def forward(self, x: Tensor, seen: Tensor | None) -> Tensor:
        """States (B, P, width) to states; `seen` (B, 1, 1, P) is true where a piece may be seen."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        y = functional.scaled_dot_product_attention(q, k, v, attn_mask=seen)
        y = self.o(y.transpose(1, 2).reshape(batch, length, WIDTH))
        states: Tensor = self.norm(x + functional.dropout(y, DROPOUT, self.training))
        return states


class Student(nn.Module):
    """Tag scores (B, N, tags) of every character, from its piece's state and its own row."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.word, self.character = nn.Embedding(rows, WIDTH), nn.Embedding(rows, HEAD_WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.convolutions = nn.ModuleList(Convolution(WIDTH, apart) for apart in BLOCKS)
        self.attentions = nn.ModuleList(Attention() for _ in BLOCKS[1:])
        self.mix, self.place = nn.Linear(WIDTH, HEAD_WIDTH), nn.Embedding(LAST_PLACE + 1, HEAD_WIDTH)
        self.head = nn.ModuleList(Convolution(HEAD_WIDTH) for _ in range(2))
        self.out = nn.Linear(HEAD_WIDTH, len(TAGS))

    def forward(self, batch: Batch) -> Tensor:
        """Score a padded batch."""
        places = torch.arange(batch.pieces.shape[1])
        real = places[None] < batch.lengths[:, None]
        characters = torch.arange(batch.at.shape[1])
        written = characters[None] < batch.written[:, None]
        return self.score(batch.pieces, batch.at, batch.place, batch.characters, real, written)

    def score(
        self,
        pieces: Tensor,
        at: Tensor,
        place: Tensor,
        characters: Tensor,
        real: Tensor | None = None,
        written: Tensor | None = None,
    ) -> Tensor:
        """Score texts; without `real` (B, P) and `written` (B, N) they are all of one length."""
        x = functional.dropout(self.norm(self.word(pieces)), DROPOUT, self.training)
        some = None if real is None else real[:, :, None].to(x.dtype)
        seen = None if real is None else real[:, None, None, :]
        x = self.convolutions[0](x, some)
        for attention, convolution in zip(self.attentions, self.convolutions[1:], strict=True):
            x = convolution(attention(x, seen), some)
        state = torch.gather(x, 1, at[:, :, None].expand(-1, -1, WIDTH))
        z = functional.gelu(self.mix(state) + self.character(characters) + self.place(place))
        z = functional.dropout(z, DROPOUT, self.training)
        letters = None if written is None else written[:, :, None].to(z.dtype)
        for convolution in self.head:
            z = convolution(z, letters)
        scores: Tensor = self.out(z)
        return scores


def from_teacher(words: Tensor) -> Student:
    """A student whose piece rows are the main directions of a teacher's (rows, width); the rest is new."""
    torch.manual_seed(0)
    student = Student(len(words))
    centred = words - words.mean(0)
    _, _, directions = torch.linalg.svd(centred, full_matrices=False)
    with torch.no_grad():
        turned = centred @ directions.T
        student.word.weight.copy_(turned[:, :WIDTH] / turned[:, :WIDTH].std())
        student.character.weight.copy_(turned[:, :HEAD_WIDTH] / turned[:, :HEAD_WIDTH].std())
    return student
