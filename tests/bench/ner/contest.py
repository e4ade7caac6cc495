"""Runs the tools: each in its process, all on the same texts, one at a time, turn by turn."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import IO, Any

from adapters import Name, Tool

HERE = Path(__file__).parent
# The last since onnxruntime reports to its maker unless told not to.
SURROUNDINGS = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "ORT_DISABLE_TELEMETRY"), "1"
)


class NotThereError(Exception):
    """A tool that does not load; the text says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Names by text, and what they took."""

    names: list[list[Name]]
    cpu: float  # seconds of the processor


@dataclass(slots=True)
class Contestant:
    """A tool that runs and waits for texts."""

    tool: Tool
    process: subprocess.Popen[str]
    said: IO[bytes]  # what it writes on standard error; a file, since a pipe that nobody reads fills up
    imported: float = 0.0  # seconds of the processor
    loaded: float = 0.0  # the same, its libraries imported before
    peak: float = 0.0
    spent: list[float] = field(default_factory=list)  # seconds of the processor, a turn each
    why: str = ""  # it ended before it was told to

    @classmethod
    def start(cls, tool: Tool, python: Path, *, folder: Path | None = None) -> Contestant:
        """Start a tool and wait until it is loaded.

        Raises:
            NotThereError: it does not load.
        """
        said = tempfile.TemporaryFile()  # noqa: SIM115
        process = subprocess.Popen(
            [python, HERE / "contestant.py", tool.name, *([folder] if folder else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            encoding="utf-8",
            env=os.environ | SURROUNDINGS,
        )
        one = cls(tool, process, said)
        told = one._answer()
        one.imported, one.loaded = told["imported"]["cpu"], told["loaded"]["cpu"]
        return one

    def read(self, texts: list[str]) -> Answer:
        """Let it read.

        Raises:
            NotThereError: it died of it.
        """
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):  # it has died: the missing answer says so
            self.process.stdin.write(json.dumps(texts, ensure_ascii=False) + "\n")
            self.process.stdin.flush()
        told = self._answer()
        return Answer([[tuple(name) for name in names] for names in told["names"]], told["took"]["cpu"])

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            self.process.wait()
            self.said.seek(0)
            lines = self.said.read().decode("utf-8", "replace").strip().splitlines()
            self.stop()
            raise NotThereError(lines[-1] if lines else "it ended without a word")
        told: dict[str, Any] = json.loads(line)
        self.peak = told["peak"]
        return told

    def stop(self) -> None:
        """End it, if it has not ended by itself."""
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(BrokenPipeError):
                if pipe:
                    pipe.close()
        self.process.wait()
        self.said.close()


def take_turns(contestants: Iterable[Contestant], texts: list[str], *, turns: int) -> None:
    """Let each read the texts, turn by turn, so that what else the machine does hits all alike."""
    for _ in range(turns):
        for one in contestants:
            if one.why:
                continue
            try:
                one.spent.append(one.read(texts).cpu)
            except NotThereError as problem:
                one.why = str(problem)


def speed(one: Contestant, characters: int) -> float:
    """Characters in a second of the processor, by the median turn."""
    return characters / median(one.spent)
