"""The network: the pretrained encoder on pieces, and a convolutional head that tags characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from wenmai.graph.extract.pieces import LAST_PLACE
from wenmai.graph.extract.tags import TAGS

if TYPE_CHECKING:
    from wenmai.seeds.recipe.learning.base import BaseWeights

WIDTH, HEADS, POSITIONS, LAYERS = 384, 12, 512, 12
HEAD_WIDTH, REACH = 256, 5  # of the character head: channels, characters a convolution sees
EPSILON, DROPOUT = 1e-12, 0.1
HEAD = ("out", "mix", "place", "convs", "norms")  # parameters that start untrained


@dataclass(frozen=True, slots=True)
class Batch:
    """B texts, padded: pieces (B, P) and their `lengths` (B,), marks counted; by character (B, N)
    the index of its piece, its place in it, and its own row of the piece table; `written` (B,) characters."""

    pieces: Tensor
    lengths: Tensor
    written: Tensor
    at: Tensor
    place: Tensor
    characters: Tensor


class Layer(nn.Module):
    """One BERT layer: attention and feed-forward, each followed by its norm."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.f1, self.f2 = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.l1, self.l2 = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """States (B, P, width) to states; `mask` is true where a piece may be seen."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        y = self.o(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.l1(x + functional.dropout(y, DROPOUT, self.training))
        y = self.f2(functional.gelu(self.f1(x)))
        return self.l2(x + functional.dropout(y, DROPOUT, self.training))


class Network(nn.Module):
    """Tag scores (B, N, tags) of every character, from its piece's state and its own row."""

    def __init__(self, rows: int, layers: int = LAYERS) -> None:
        super().__init__()
        self.word, self.pos = nn.Embedding(rows, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.typ, self.ln = nn.Parameter(torch.zeros(WIDTH)), nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.out = nn.Linear(HEAD_WIDTH, len(TAGS))
        self.mix, self.place = nn.Linear(2 * WIDTH, HEAD_WIDTH), nn.Embedding(LAST_PLACE + 1, HEAD_WIDTH)
        self.convs = nn.ModuleList(
            nn.Conv1d(HEAD_WIDTH, HEAD_WIDTH, REACH, padding=REACH // 2) for _ in range(2)
        )
        self.norms = nn.ModuleList(nn.LayerNorm(HEAD_WIDTH) for _ in range(2))

    def forward(self, batch: Batch) -> Tensor:
        """Score a padded batch."""
        places = torch.arange(batch.pieces.shape[1])
        mask = (places[None] < batch.lengths[:, None])[:, None, None, :]
        return self.score(batch.pieces, batch.at, batch.place, batch.characters, mask)

    def score(
        self, pieces: Tensor, at: Tensor, place: Tensor, characters: Tensor, mask: Tensor | None = None
    ) -> Tensor:
        """Score texts; without a mask they are all of one length."""
        h = self.word(pieces) + self.pos(torch.arange(pieces.shape[1]))[None] + self.typ
        h = functional.dropout(self.ln(h), DROPOUT, self.training)
        for layer in self.layers:
            h = layer(h, mask)
        state = torch.gather(h, 1, at[:, :, None].expand(-1, -1, WIDTH))
        z = self.mix(torch.cat([state, self.word(characters)], -1)) + self.place(place)
        z = functional.gelu(z)
        for conv, norm in zip(self.convs, self.norms, strict=True):
            y = functional.gelu(conv(z.transpose(1, 2)).transpose(1, 2))
            z = norm(z + functional.dropout(y, DROPOUT, self.training))
        scores: Tensor = self.out(functional.dropout(z, DROPOUT, self.training))
        return scores


def pretrained(base: BaseWeights, layers: int = LAYERS) -> Network:
    """A network with the first `layers` layers of the base encoder and an untrained head."""
    rows = base.kept_rows()
    torch.manual_seed(0)  # networks are averaged, so all begin with one head
    network = Network(len(rows), layers)

    def fill(target: Tensor, *names: str) -> None:
        parts = [torch.from_numpy(base.tensors[name].copy()) for name in names]
        target.copy_(torch.cat(parts).view(target.shape))

    with torch.no_grad():
        words = torch.from_numpy(base.tensors["emb.word"].copy()).view(-1, WIDTH)
        network.word.weight.copy_(words[rows])
        fill(network.pos.weight, "emb.pos")
        network.typ.copy_(torch.from_numpy(base.tensors["emb.type"].copy()).view(-1, WIDTH)[0])
        fill(network.ln.weight, "emb.ln.w")
        fill(network.ln.bias, "emb.ln.b")
        for i, layer in enumerate(network.layers):
            fill(layer.qkv.weight, *(f"l{i}.{part}.w" for part in "qkv"))
            fill(layer.qkv.bias, *(f"l{i}.{part}.b" for part in "qkv"))
            for module, name in (
                (layer.o, "ao"),
                (layer.f1, "fi"),
                (layer.f2, "fo"),
                (layer.l1, "aln"),
                (layer.l2, "oln"),
            ):
                fill(module.weight, f"l{i}.{name}.w")
                fill(module.bias, f"l{i}.{name}.b")
    return network
