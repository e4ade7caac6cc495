"""wenmai evaluate GOLD..."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from wenmai.loaders.cli import options
from wenmai.loaders.cli.learning import gold_options
from wenmai.loaders.problems import InputError
from wenmai.loaders.words import say


@click.command(
    help=say(
        "在标注好的文本上给模型打分：按类型的精确率、召回率、F1，以及每处错误的上下文。"
        "标注可以是 JSON Lines、doccano、spaCy、CoNLL 或 Label Studio 的导出，按内容识别。",
        "Score a pipeline on annotated text: precision, recall and F1 by type, and each error in its "
        "sentence. The text may be JSON lines, exports of doccano or Label Studio, spaCy's or CoNLL; "
        "its content tells which.",
    )
)
@click.argument("gold", nargs=-1, required=True, metavar=say("标注...", "GOLD..."))
@click.option(
    "--errors",
    "limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    metavar=say("数", "N"),
    help=say("最多显示几处错误", "At most so many errors are shown"),
)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=say("文件", "FILE"),
    help=say("把全部错误写成一个网页（不联网）", "Write a page of all errors (Chinese, offline)"),
)
@click.option(
    "--json",
    "report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=say("文件", "FILE"),
    help=say("把得分和全部错误写成 JSON", "Write figures and all errors as JSON"),
)
@gold_options.labels
@gold_options.encoding
@options.model
@options.quiet
@click.pass_context
def command(ctx: click.Context, /, gold: tuple[str, ...], **asked: Any) -> None:
    """Read the annotated text, run the pipeline over it, and show how it did."""
    quietly = asked["quiet"]

    from wenmai.loaders.annotated import Labels, read_annotated
    from wenmai.loaders.cli.learning.evaluation_text import errors_text, figures_text
    from wenmai.loaders.cli.outlook import Outlook
    from wenmai.loaders.evaluating import evaluate
    from wenmai.loaders.forecast import Forecast
    from wenmai.loaders.model import load_pipeline
    from wenmai.loaders.write.errors import errors_page, evaluation_json
    from wenmai.loaders.write.whole_file import write_whole

    read = read_annotated(gold, labels=Labels.of(asked["pairs"]), encoding=asked["encoding"])
    problems = list(read.problems)
    if read.texts:
        nlp = load_pipeline(asked["model"])
        with options.progress(len(read.texts), say("识别", "Finding names"), quietly=quietly) as bar:
            outlook = Outlook(bar, model=asked["model"], workers=1, quietly=quietly)
            outlook.expect(Forecast(tuple(float(len(text.text)) for text in read.texts)))
            evaluation = evaluate(read.texts, nlp, progress=outlook.advance)
        options.emit([figures_text(evaluation), *errors_text(evaluation, limit=asked["limit"])])
        for path, written in ((asked["page"], errors_page), (asked["report"], evaluation_json)):
            try:
                if path:
                    write_whole(path, [written(evaluation)])
            except InputError as problem:
                problems.append(problem)
    options.report(problems)
    ctx.exit(1 if problems else 0)
