"""An evaluation for the terminal: a table of figures, and the errors in their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wenmai.graph.score import ErrorKind
from wenmai.graph.values import EntityType
from wenmai.loaders.cli.asking.show_table import as_text
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wenmai.graph.extract.found import Found
    from wenmai.graph.score import Score, Surroundings, Touching
    from wenmai.loaders.evaluating import Evaluation, Located


def figures_text(evaluation: Evaluation) -> str:
    """The table; a share of nothing is –."""
    every = evaluation.figures
    rows = [_row(_type(kind), one) for kind, one in every.by_type.items()]
    rows.append(_row(say("全部", "all"), every.all))
    rows.append(_row(say("不计类型", "untyped"), every.untyped))
    rows.append(_lenient(say("有重叠即可", "overlap"), every.overlap))
    columns = [
        "",
        *(say("精确率", "precision"), say("召回率", "recall"), "F1"),
        *(say("标注", "marked"), say("识别", "found"), say("正确", "right")),
    ]
    return "\n".join([as_text(columns, rows), "", *_counts(evaluation)])


def _counts(evaluation: Evaluation) -> Iterator[str]:
    every = evaluation.figures
    yield say(
        f"管线 {evaluation.pipeline}；{evaluation.texts} 段文本，{evaluation.characters} 字",
        f"pipeline {evaluation.pipeline}; {evaluation.texts} texts, {evaluation.characters} characters",
    )
    if every.optional:
        yield say(
            f"可标可不标的名称 {every.optional} 处，与之相触的识别 {every.neutral} 处，均不计入",
            f"optional names: {every.optional}; finds that touch one: {every.neutral}; neither is counted",
        )


def errors_text(evaluation: Evaluation, *, limit: int) -> Iterator[str]:
    """At most `limit` errors, in the order of the texts, a line about each and one with its sentence."""
    shown = evaluation.errors[:limit]
    if shown:
        yield ""
        yield say(
            "错误（【】标注的名称，⟨⟩识别的名称）：", "Errors (【】 what is marked, ⟨⟩ what was found):"
        )
    for one in shown:
        yield f"{one.text.where}  {_error(one)}"
        yield f"    {_marked(one.around)}"
    left = len(evaluation.errors) - len(shown)
    if left:
        yield say(
            f"还有 {left} 处错误；用 --errors N 多显示几处，或用 --html 看网页",
            f"{left} more errors; show more by --errors N, or a page of them by --html",
        )


def _error(one: Located) -> str:
    words = {
        ErrorKind.TYPE: say("类型不对", "wrong type"),
        ErrorKind.SPAN: say("起止不对", "wrong span"),
        ErrorKind.FALSE: say("多余", "false"),
        ErrorKind.MISSED: say("遗漏", "missed"),
    }
    names = [
        f"{word} {_type(name.type)} {_surface(one, name)}"
        for word, name in (
            (say("标注", "marked"), one.mistake.marked),
            (say("识别", "found"), one.mistake.found),
        )
        if name
    ]
    return f"{words[one.mistake.kind]}  {say('，', ', ').join(names)}"


def _surface(one: Located, name: Found) -> str:
    return " ".join(one.text.text[name.start : name.end].split())


def _marked(around: Surroundings) -> str:
    """The sentence with brackets around the two names, one inside the other where that can be."""
    pieces = around.pieces
    inside = {"【】": [piece.marked for piece in pieces], "⟨⟩": [piece.found for piece in pieces]}
    names = [
        (held.index(True), len(held) - held[::-1].index(True), order, brackets)
        for order, (brackets, held) in enumerate(inside.items())
        if any(held)
    ]
    outer_first = sorted(names, key=lambda one: (-one[1], one[2]))
    inner_first = sorted(names, key=lambda one: (-one[0], -one[2]))
    parts = ["…" if around.before else ""]
    for i, piece in enumerate(pieces):
        parts += [brackets[0] for first, _, _, brackets in outer_first if first == i]
        parts.append("".join(ch if ch.isprintable() else "�" for ch in piece.text))
        parts += [brackets[1] for _, end, _, brackets in inner_first if end == i + 1]
    return "".join([*parts, "…" if around.after else ""]).strip()


def _row(word: str, one: Score) -> list[object]:
    marked, found = one.right + one.missed, one.right + one.wrong
    return [word, *_shares(one, marked, found), marked, found, one.right]


def _lenient(word: str, one: Touching) -> list[object]:
    return [word, *_shares(one, one.marked, one.found), one.marked, one.found, one.touching]


def _shares(one: Score | Touching, marked: int, found: int) -> list[str]:
    return [
        f"{one.precision:.3f}" if found else "–",
        f"{one.recall:.3f}" if marked else "–",
        f"{one.f1:.3f}" if marked or found else "–",
    ]


def _type(kind: EntityType) -> str:
    words = {
        EntityType.PERSON: "人物",
        EntityType.ORG: "机构",
        EntityType.PLACE: "地点",
        EntityType.PROGRAM: "项目",
    }
    return say(words[kind], kind.value)
