"""The errors of a pipeline as one HTML file: no network, every text escaped, filters by kind and type."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from wenmai.graph.score import ErrorKind
from wenmai.loaders.write.html.kinds import KINDS, STYLE_OF
from wenmai.loaders.write.html.policy import inline, policy

if TYPE_CHECKING:
    from wenmai.graph.extract.found import Found
    from wenmai.graph.score import Score, Touching
    from wenmai.loaders.evaluating import Evaluation, Located

TEMPLATE = files("wenmai.loaders.write.errors") / "template"
THEME = files("wenmai.loaders.write.html") / "template" / "theme.css"
KIND_WORDS = {
    ErrorKind.TYPE: "类型不对",
    ErrorKind.SPAN: "起止不对",
    ErrorKind.FALSE: "多余",
    ErrorKind.MISSED: "遗漏",
}

Row = dict[str, object]


def errors_page(evaluation: Evaluation, *, title: str = "") -> str:
    """The page as text; the title names the pipeline where none is given."""
    environment = Environment(
        loader=DictLoader({"page.html": _part("page.html")}),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    script = inline(f"(() => {{\n'use strict';\n{_part('filter.js')}}})();\n")
    style = Markup(THEME.read_text(encoding="utf-8") + _part("errors.css"))  # noqa: S704 our own file
    html = environment.get_template("page.html").render(
        title=title or f"识别错误 · {evaluation.pipeline}",
        policy=policy(scripts=(script,), style=style),
        style=style,
        script=script,
        evaluation=evaluation,
        scores=_scores(evaluation),
        kinds=_kinds(evaluation),
        types=_types(evaluation),
        errors=[_error(one) for one in evaluation.errors],
    )
    # Half a surrogate pair cannot be written as UTF-8.
    return html.encode("utf-8", errors="replace").decode("utf-8")


def _part(name: str) -> str:
    return TEMPLATE.joinpath(name).read_text(encoding="utf-8")


def _scores(evaluation: Evaluation) -> list[Row]:
    every = evaluation.figures
    rows = [(style.word, every.by_type[style.kind]) for style in KINDS]
    rows += [("全部", every.all), ("不计类型", every.untyped)]
    overlap = every.overlap
    return [
        *(
            _row(word, one, (one.right + one.missed, one.right + one.wrong, one.right, one.wrong, one.missed))
            for word, one in rows
        ),
        _row("有重叠即可", overlap, (overlap.marked, overlap.found)),
    ]


def _row(word: str, one: Score | Touching, counts: tuple[int, ...]) -> Row:
    """A line of the table; `counts` begin with how many are marked and found, a share of none is –."""
    marked, found = counts[:2]
    shares = ((one.precision, found), (one.recall, marked), (one.f1, marked + found))
    return {
        "word": word,
        "shares": [f"{share:.3f}" if of else "–" for share, of in shares],
        "counts": counts,
    }


def _kinds(evaluation: Evaluation) -> list[Row]:
    many = Counter(one.mistake.kind for one in evaluation.errors)
    return [{"key": kind.value, "word": word, "count": many[kind]} for kind, word in KIND_WORDS.items()]


def _types(evaluation: Evaluation) -> list[Row]:
    many = Counter(kind for one in evaluation.errors for kind in _types_of(one))
    return [{"key": style.kind.value, "word": style.word, "count": many[style.kind.value]} for style in KINDS]


def _types_of(one: Located) -> list[str]:
    """The types that an error is about, sorted."""
    return sorted({name.type.value for name in (one.mistake.marked, one.mistake.found) if name})


def _error(one: Located) -> Row:
    return {
        "kind": one.mistake.kind.value,
        "word": KIND_WORDS[one.mistake.kind],
        "types": " ".join(_types_of(one)),
        "marked": _name(one, one.mistake.marked),
        "found": _name(one, one.mistake.found),
        "where": one.text.where or one.text.id,
        "around": one.around,
    }


def _name(one: Located, name: Found | None) -> Row | None:
    if name is None:
        return None
    text = " ".join(one.text.text[name.start : name.end].split())
    return {"text": text, "type": name.type.value, "word": STYLE_OF[name.type].word, "score": name.score}
