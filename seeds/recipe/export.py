"""From a trained network to what the spaCy component reads: int8 ONNX, piece table, description."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from wenmai.graph.extract.tags import TAGS
from wenmai.seeds.recipe.network import LAYERS, Network

if TYPE_CHECKING:
    from wenmai.seeds.recipe.base import BaseWeights

INPUTS = ("pieces", "at", "place", "characters")
OPSET = 17


class RowQuantised(nn.Module):
    """An embedding in 8 bits with one scale a row."""

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        weight = embedding.weight.detach()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-12) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))

    def forward(self, index: Tensor) -> Tensor:
        """The rows at `index`, widened."""
        rows: Tensor = self.rows[index].float() * self.scale[index]
        return rows


class _Alone(nn.Module):
    """The network as it runs: one text at a time, nothing padded, so nothing masked."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, at: Tensor, place: Tensor, characters: Tensor) -> Tensor:
        return self.network.score(pieces, at, place, characters)


def restored(state: dict[str, Tensor]) -> Network:
    """The network that a state dict describes: its rows and layers are read off it."""
    layers = len({name.split(".")[1] for name in state if name.startswith("layers.")})
    network = Network(len(state["word.weight"]), layers or LAYERS)
    network.load_state_dict(state)
    return network.eval()


def write_onnx(network: Network, path: Path, *, int8_rows: bool) -> None:
    """Write the network in float32, the piece table in 8 bits where asked."""
    if int8_rows:
        network.word = RowQuantised(network.word)
    example = (torch.tensor([[0, 5, 2]]), *(torch.ones((1, 2), dtype=torch.int64) for _ in INPUTS[1:]))
    torch.onnx.export(
        _Alone(network).eval(),
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=["scores"],
        dynamic_axes={"pieces": {1: "P"}} | {name: {1: "N"} for name in (*INPUTS[1:], "scores")},
        opset_version=OPSET,
        dynamo=False,
    )


def export(state: dict[str, Tensor], base: BaseWeights, folder: Path, *, int8: bool = True) -> None:
    """Write encoder.onnx, pieces.tsv and encoder.json into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    encoder, table = folder / "encoder.onnx", folder / "pieces.tsv"
    with tempfile.TemporaryDirectory() as scratch:
        wide = Path(scratch) / "wide.onnx"
        write_onnx(restored(state), wide if int8 else encoder, int8_rows=int8)
        if int8:
            quantize_dynamic(
                wide, encoder, op_types_to_quantize=["MatMul"], weight_type=QuantType.QInt8, per_channel=True
            )
    table.write_text(base.piece_table(), encoding="utf-8", newline="\n")
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (encoder, table)}
    description = {"files": files, "tags": TAGS}
    text = json.dumps(description, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    (folder / "encoder.json").write_text(text, encoding="utf-8", newline="\n")
