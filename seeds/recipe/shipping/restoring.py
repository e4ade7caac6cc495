"""From the files of a component back to a network that can learn on: the small one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from wenmai.seeds.recipe.learning.student import Student

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

_PREFIX = "network."
_MIDDLE = 128  # the byte that stands for 0 in blocks of 8 bits


def restored_from(folder: Path) -> Student:
    """The network in a folder that `export.write` wrote, its 8-bit weights widened.

    Raises:
        ValueError: the network there is not a small one.
    """
    graph = onnx.load(folder / "encoder.onnx").graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {name.removeprefix(_PREFIX): value for name, value in stored.items() if _is_plain(name)}
    for name in [name for name in stored if name.endswith(".rows")]:
        scale = stored[name.removesuffix("rows") + "scale"]
        weights[f"{name.removeprefix(_PREFIX).removesuffix('rows')}weight"] = stored[name] * scale
    for node in graph.node:
        if node.op_type == "MatMulNBits":
            # Its name is the module's path: /convolutions.0/weights/MatMul_Q8.
            path = node.name.strip("/").rpartition("/")[0].replace("/", ".")
            weights[f"{path}.weight"] = _widened(node, stored)
    if "word.weight" not in weights or "character.weight" not in weights:
        raise ValueError(f"{folder} does not hold a small network")
    student = Student(len(weights["word.weight"]))
    missing = sorted(student.state_dict().keys() - weights.keys())
    if missing:
        raise ValueError(f"{folder}: the network lacks {missing[0]}")
    student.load_state_dict({name: torch.tensor(np.asarray(value)) for name, value in weights.items()})
    return student


def _is_plain(name: str) -> bool:
    return name.startswith(_PREFIX) and name.rpartition(".")[2] in ("weight", "bias")


def _widened(node: onnx.NodeProto, stored: dict[str, NDArray[Any]]) -> NDArray[np.float32]:
    """The weights (N, K) of a product in 8-bit blocks with a scale each."""
    sizes = {one.name: one.i for one in node.attribute}
    blocks, scales = stored[node.input[1]], stored[node.input[2]]
    wide = (blocks.astype(np.float32) - _MIDDLE) * scales.reshape(*blocks.shape[:2], 1)
    result: NDArray[np.float32] = wide.reshape(sizes["N"], -1)[:, : sizes["K"]]
    return result
