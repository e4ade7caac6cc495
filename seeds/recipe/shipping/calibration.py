"""The temperature that makes a pipeline's scores mean what they say, and the plot that shows it."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from wenmai.graph.extract.tags import decode
from wenmai.graph.extract.units import units
from wenmai.graph.score import Bin, Outcome, outcomes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from spacy.language import Language

    from wenmai.seeds.recipe.text.data import Example

TEMPERATURES = tuple(float(k) / 20 for k in range(16, 61))  # 0.8 to 3
_DESCRIPTION = "wenmai_encoder/encoder.json"
_SIDE, _EDGE = 320, 44  # pixels of the plot


def fit(nlp: Language, examples: Iterable[Example]) -> float:
    """The temperature under which the outcomes of the finds are most probable (Guo and others 2017)."""
    encoder = nlp.get_pipe("wenmai_encoder")
    read = [
        (example, [(unit, encoder.scores(unit.text)) for unit in units(example.text)])  # type: ignore[attr-defined]
        for example in examples
    ]

    def surprise(temperature: float) -> float:
        pairs = (
            (
                example,
                [
                    unit.place(name)
                    for unit, scores in parts
                    for name in decode(_cooler(scores, temperature)).names
                ],
            )
            for example, parts in read
        )
        return log_loss(outcomes(pairs))

    return min(TEMPERATURES, key=surprise)


def _cooler(scores: NDArray[np.float32], temperature: float) -> NDArray[np.float32]:
    return scores / np.float32(temperature)


def log_loss(finds: Sequence[Outcome]) -> float:
    """The mean surprise at the outcomes; scores are kept to three decimals, so none is quite 0 or 1."""
    return -sum(
        math.log(min(0.9995, max(0.0005, one.score if one.right else 1 - one.score))) for one in finds
    ) / max(1, len(finds))


def set_temperature(folder: Path, temperature: float) -> None:
    """Write it into the pipeline folder, times the one that is there."""
    description = _description(folder)
    description["temperature"] = round(description.get("temperature", 1.0) * temperature, 3)
    _describe(folder, description)


def copy_temperature(source: Path, folder: Path) -> None:
    """Give a pipeline the temperature of another, trained alike but for the held-out text."""
    _describe(folder, _description(folder) | {"temperature": _description(source).get("temperature", 1.0)})


def _description(folder: Path) -> dict[str, Any]:
    text = (folder / _DESCRIPTION).read_text(encoding="utf-8")
    description: dict[str, Any] = json.loads(text)
    return description


def _describe(folder: Path, description: dict[str, Any]) -> None:
    text = json.dumps(description, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / _DESCRIPTION).write_text(text + "\n", encoding="utf-8", newline="\n")


def plot(bins: Sequence[Bin], title: str) -> str:
    """A reliability diagram as SVG: share of right names over mean score, the diagonal beside."""
    whole = _SIDE + 2 * _EDGE

    def x(value: float) -> str:
        return f"{_EDGE + _SIDE * value:.1f}"

    def y(value: float) -> str:
        return f"{_EDGE + _SIDE * (1 - value):.1f}"

    base, middle = _EDGE + _SIDE, whole / 2
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif">',
        f'<g font-size="12" text-anchor="middle"><rect width="{whole}" height="{whole}" fill="white"/>',
        f'<text x="{middle}" y="22" font-size="14">{title}</text>',
    ]
    for one in bins:
        left, top, tall = x(one.low), y(one.right), f"{_SIDE * one.right:.1f}"
        lines += [
            f'<rect x="{left}" y="{top}" width="{_SIDE / 10:.1f}" height="{tall}" fill="#9ab8d8"/>',
            f'<circle cx="{x(one.score)}" cy="{top}" r="4" fill="#1f4e79"/>',
            f'<text x="{x(one.low + 0.05)}" y="{base - 6}">{one.count}</text>',
        ]
    for mark in (k / 5 for k in range(6)):
        lines += [
            f'<text x="{x(mark)}" y="{base + 18}">{mark:.1f}</text>',
            f'<text x="{_EDGE - 16}" y="{y(mark)}" dominant-baseline="middle">{mark:.1f}</text>',
        ]
    lines += [
        f'<rect x="{_EDGE}" y="{_EDGE}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#444"/>',
        f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="#888" stroke-dasharray="4"/>',
        f'<text x="{middle}" y="{whole - 8}">score (number of names above)</text>',
        f'<text transform="translate(12 {middle}) rotate(-90)">share of right names</text>',
        "</g></svg>",
    ]
    return "\n".join(lines) + "\n"
