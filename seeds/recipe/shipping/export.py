"""From a trained network to the files of the spaCy component: 8-bit ONNX, piece table, description.

Products run in 8 bits with a scale for every block of 128 channels of weights and of activations
alike (`MatMulNBits`, accuracy level 4). One scale for a whole text, as `quantize_dynamic` takes,
lost 3 to 4 of 100 names against float32; this loses fewer than one.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime reports to its maker unless told not to

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn

from wenmai.seeds.recipe.learning.network import LAYERS, Network
from wenmai.seeds.recipe.learning.student import Student
from wenmai.seeds.recipe.shipping.describing import ENCODER, TABLE, describe

if TYPE_CHECKING:
    from wenmai.seeds.recipe.learning.base import BaseWeights

INPUTS = ("pieces", "at", "place", "characters")
OPSET = 17
BLOCK = 128


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
        return self.rows[index].float() * self.scale[index]


class _Alone(nn.Module):
    """The network as it runs: one text at a time, nothing padded, so nothing masked."""

    def __init__(self, network: Network | Student) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, at: Tensor, place: Tensor, characters: Tensor) -> Tensor:
        return self.network.score(pieces, at, place, characters)


def restored(state: dict[str, Tensor]) -> Network | Student:
    """The network that a state dict describes: its kind, rows and layers are read off it."""
    network: Network | Student
    if "character.weight" in state:
        network = Student(len(state["word.weight"]))
        network.load_state_dict(state)
        return network.eval()
    layers = len({name.split(".")[1] for name in state if name.startswith("layers.")})
    network = Network(len(state["word.weight"]), layers or LAYERS)
    network.load_state_dict(state)
    return network.eval()


def export(state: dict[str, Tensor], base: BaseWeights, folder: Path, *, eight_bits: bool = True) -> None:
    """Write encoder.onnx, pieces.tsv and encoder.json into `folder`.

    The state of a large network has the base's kept rows; those that do not ship are left out.
    """
    rows = base.shipped_rows()
    if "character.weight" not in state:
        place = {row: k for k, row in enumerate(base.kept_rows())}
        state = state | {"word.weight": state["word.weight"][[place[row] for row in rows]]}
    write(restored(state), base.piece_table(rows), folder, eight_bits=eight_bits)


def write(network: Network | Student, table: str, folder: Path, *, eight_bits: bool = True) -> None:
    """Write a network whose rows are those of the piece table, with the table and the description."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_encoder(network, folder / ENCODER, eight_bits=eight_bits)
    (folder / TABLE).write_text(table, encoding="utf-8", newline="\n")
    describe(folder)


def _write_encoder(network: Network | Student, path: Path, *, eight_bits: bool) -> None:
    if not eight_bits:
        _write_onnx(network, path)
        return
    for name, module in list(network.named_children()):
        if isinstance(module, nn.Embedding) and module.num_embeddings > BLOCK:
            setattr(network, name, RowQuantised(module))
    with tempfile.TemporaryDirectory() as scratch:
        wide = Path(scratch) / "wide.onnx"
        _write_onnx(network, wide)
        quantizer = MatMulNBitsQuantizer(
            onnx.load(wide), bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=4
        )
    quantizer.process()
    model = quantizer.model.model
    _store_convolutions_in_bytes(model)
    onnx.save(model, path)


def _write_onnx(network: Network | Student, path: Path) -> None:
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


def _store_convolutions_in_bytes(model: onnx.ModelProto) -> None:
    """Keep the weights of convolutions as bytes with a scale a channel; they run widened."""
    graph = model.graph
    weights = {node.input[1] for node in graph.node if node.op_type == "Conv"}
    for tensor in [one for one in graph.initializer if one.name in weights]:
        name = tensor.name
        wide = numpy_helper.to_array(tensor)
        scale = np.abs(wide).max(axis=(1, 2), keepdims=True).clip(1e-12) / np.float32(127)
        narrow = np.rint(wide / scale).astype(np.int8)
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(narrow, f"{name}.bytes"))
        graph.initializer.append(numpy_helper.from_array(scale.astype(np.float32), f"{name}.scale"))
        widen = onnx.helper.make_node("Cast", [f"{name}.bytes"], [f"{name}.wide"], to=onnx.TensorProto.FLOAT)
        graph.node.insert(0, onnx.helper.make_node("Mul", [f"{name}.wide", f"{name}.scale"], [name]))
        graph.node.insert(0, widen)
