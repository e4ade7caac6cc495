"""Two encoders of one piece table as one: both read a sentence, and their scores are averaged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import compose, helper, numpy_helper

from wenmai.seeds.recipe.shipping.describing import DESCRIPTION, ENCODER, TABLE, describe

if TYPE_CHECKING:
    from pathlib import Path

SCORES = "scores"


def blend(first: Path, second: Path, folder: Path, *, share: float) -> None:
    """Write the encoder whose scores are `share` times the first's plus the rest of the second's.

    Raises:
        ValueError: the two differ in pieces or tags, or the share is not between 0 and 1.
    """
    if not 0 < share < 1:
        raise ValueError(f"a share of {share} leaves nothing to blend")
    table = (first / TABLE).read_bytes()
    descriptions = [json.loads((one / DESCRIPTION).read_text(encoding="utf-8")) for one in (first, second)]
    if (second / TABLE).read_bytes() != table or descriptions[0]["tags"] != descriptions[1]["tags"]:
        raise ValueError(f"{first} and {second} differ in their pieces or tags")
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(_joined(onnx.load(first / ENCODER), onnx.load(second / ENCODER), share), folder / ENCODER)
    (folder / TABLE).write_bytes(table)
    describe(folder)


def _joined(first: onnx.ModelProto, second: onnx.ModelProto, share: float) -> onnx.ModelProto:
    parts = [
        compose.add_prefix(model, f"{name}/", rename_inputs=False)
        for name, model in (("first", first), ("second", second))
    ]
    shares = {"first/share": share, "second/share": 1 - share}
    nodes = [node for part in parts for node in part.graph.node]
    nodes += [
        helper.make_node("Mul", [f"{side}/{SCORES}", f"{side}/share"], [f"{side}/part"])
        for side in ("first", "second")
    ]
    nodes.append(helper.make_node("Add", ["first/part", "second/part"], [SCORES]))
    weights = [one for part in parts for one in part.graph.initializer]
    weights += [numpy_helper.from_array(np.float32(value), name) for name, value in shares.items()]
    graph = helper.make_graph(nodes, "blend", first.graph.input, first.graph.output, weights)
    model = helper.make_model(graph, opset_imports=_opsets(first, second))
    model.ir_version = first.ir_version
    return model


def _opsets(*models: onnx.ModelProto) -> list[onnx.OperatorSetIdProto]:
    versions = {(one.domain, one.version) for model in models for one in model.opset_import}
    return [helper.make_opsetid(domain, version) for domain, version in sorted(versions)]
