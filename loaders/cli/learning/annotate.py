"""wenmai annotate PATH... -o FILE --format FORMAT."""

from __future__ import annotations

from typing import Any

import click

from wenmai.loaders.cli import options, output
from wenmai.loaders.cli.outlook import Outlook
from wenmai.loaders.words import say

FORMATS = ("jsonl", "doccano", "label-studio", "conll")


@click.command(
    help=say(
        "把句子连同识别出的名称写成标注工具可导入的文件，最没把握的排在前面。",
        "Write sentences with the names found in them for annotation tools, the most doubtful first.",
    )
)
@options.paths
@output.option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="jsonl",
    show_default=True,
    help=say("文件格式：由哪种工具导入", "The format of the file: of the tool that is to import it"),
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar=say("数", "N"),
    help=say("只写最没把握的若干句（缺省：全部）", "Only the most doubtful so many (else all)"),
)
@options.reading
@options.names
@options.model
@options.quiet
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **asked: Any) -> None:
    """Suggest annotations and write them."""
    quietly = asked["quiet"]
    reading = options.reading_of(asked)
    own = options.own_names(asked)

    from wenmai.loaders.annotated.suggesting import suggest
    from wenmai.loaders.annotated.writing import AnnotationFormat, written
    from wenmai.loaders.corpus import find_files
    from wenmai.loaders.model import load_pipeline

    output.check(asked["output"])
    files, problems = find_files(paths, reading)
    options.report(own.problems)  # before a long run, which their remedy would ask for again
    nlp = load_pipeline(reading.model, names=own.names)
    with options.progress(len(files), say("读报与识别", "Reading"), quietly=quietly) as bar:
        outlook = Outlook(bar, model=reading.model, workers=1, quietly=quietly)
        outlook.begin(files)
        found = suggest(files, reading=reading, nlp=nlp, limit=asked["limit"], progress=outlook.advance)
    pipeline = f"{nlp.lang}_{nlp.meta['name']} {nlp.meta['version']}"
    lines = written(found.suggestions, AnnotationFormat(asked["form"]), pipeline=pipeline)
    output.write(asked["output"], lines)
    problems = [*problems, *found.problems]
    options.report(problems)
    options.tell(
        say(
            f"写出 {len(found.suggestions)} 句（不同的句子共 {found.sentences} 句）",
            f"{len(found.suggestions)} sentences written, of {found.sentences} different ones",
        ),
        quietly=quietly,
    )
    ctx.exit(1 if problems or own.problems else 0)
