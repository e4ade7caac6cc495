"""The encoder on onnxruntime: from a sentence to tag scores, and the files it comes from."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from wenmai.graph.extract.pieces import BEGIN, END, Pieces
from wenmai.graph.extract.tags import TAGS
from wenmai.graph.extract.windows import windows
from wenmai.loaders.model.runtime import onnxruntime
from wenmai.loaders.problems import ModelError
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

DESCRIPTION, WEIGHTS, PIECES = "encoder.json", "encoder.onnx", "pieces.tsv"


@dataclass(frozen=True, slots=True)
class EncoderFiles:
    """What the encoder is made of, as bytes by file name, checked against its description."""

    contents: dict[str, bytes]
    where: str = field(default="", compare=False)
    temperature: float = field(init=False, default=1.0)

    def __post_init__(self) -> None:
        missing = [name for name in (DESCRIPTION, WEIGHTS, PIECES) if name not in self.contents]
        if missing:
            raise ModelError(_damaged(self.where, say(f"缺少 {missing[0]}", f"{missing[0]} is missing")))
        try:
            description = json.loads(self.contents[DESCRIPTION])
            tags, temperature = description["tags"], float(description.get("temperature", 1.0))
            hashes = {name: description["files"][name] for name in (WEIGHTS, PIECES)}
        except (ValueError, LookupError, TypeError) as problem:
            what = say(f"{DESCRIPTION} 内容有误", f"{DESCRIPTION} is not what it should be")
            raise ModelError(_damaged(self.where, what)) from problem
        if not 0 < temperature < math.inf:
            what = say(
                f"温度 {temperature} 不是大于 0 的数", f"its temperature, {temperature}, is no number above 0"
            )
            raise ModelError(_damaged(self.where, what))
        if tags != list(TAGS):
            raise ModelError(
                _damaged(self.where, say("标签与本版本不符", "its tags are not those of this version"))
            )
        object.__setattr__(self, "temperature", temperature)
        for name, digest in hashes.items():
            if hashlib.sha256(self.contents[name]).hexdigest() != digest:
                raise ModelError(
                    _damaged(self.where, say(f"{name} 的校验值不符", f"the hash of {name} is wrong"))
                )

    @classmethod
    def read(cls, folder: Path) -> EncoderFiles:
        """Read the three files of a folder.

        Raises:
            ModelError: one is missing or is not the one that was described.
        """
        names = [name for name in (DESCRIPTION, WEIGHTS, PIECES) if (folder / name).is_file()]
        return cls({name: (folder / name).read_bytes() for name in names}, str(folder))


def _damaged(where: str, what: str) -> str:
    return say(
        f"管线 {where} 已损坏：{what}；请重新安装 wenmai",
        f"the pipeline {where} is damaged: {what}; install wenmai again",
    )


class Encoder:
    """Scores a sentence, alone and on one thread, so that its scores depend on nothing else."""

    def __init__(self, files: EncoderFiles) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.files = files
        self._pieces = Pieces.parse(files.contents[PIECES].decode("utf-8"))
        self._session = onnxruntime.InferenceSession(
            files.contents[WEIGHTS], options, providers=["CPUExecutionProvider"]
        )

    def scores(self, text: str) -> NDArray[np.float32]:
        """The scores (N, tags) of each character of a text without line breaks.

        They are divided by the temperature that made them calibrated (Guo and others 2017).
        """
        read = self._pieces.encode(text)
        begin, end = self._pieces.special[BEGIN], self._pieces.special[END]
        scores = np.zeros((len(text), len(TAGS)), np.float32)
        for window in windows(len(read.pieces)):
            a, first, last, z = np.searchsorted(
                read.at, [window.start, window.first, window.last, window.end]
            )
            if first == last:
                continue
            inputs = {
                "pieces": np.array([[begin, *read.pieces[window.start : window.end], end]]),
                "at": read.at[None, a:z] - window.start + 1,
                "place": read.place[None, a:z],
                "characters": read.characters[None, a:z],
            }
            (result,) = self._session.run(None, inputs)
            scores[first:last] = result[0, first - a : last - a]
        return scores / np.float32(self.files.temperature)
