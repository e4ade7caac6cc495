"""wenmai extract PATH... -o FILE."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from wenmai.loaders.cli import options
from wenmai.loaders.cli.outlook import Outlook
from wenmai.loaders.words import say


@click.command(
    help=say(
        "识别提及并判明是谁，每行写出一个（JSON Lines）；不建语料库。",
        "Find mentions and who they are, a JSON line each; no corpus is made.",
    )
)
@options.paths
@click.option(
    "-o",
    "--output",
    default="-",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar=say("文件", "FILE"),
    help=say("写到哪里（缺省：标准输出）", "Where to write (else standard output)"),
)
@options.linking
@options.reading
@options.names
@options.model
@options.workers
@options.quiet
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **asked: Any) -> None:
    """Extract mentions and write them."""
    quietly = asked["quiet"]
    reading, linking, decisions = options.settings(asked)
    own = options.own_names(asked)

    from wenmai.loaders.corpus import find_files
    from wenmai.loaders.finding import extract
    from wenmai.loaders.write.whole_file import check_target, write_whole

    if str(asked["output"]) != "-":
        check_target(asked["output"])
    files, problems = find_files(paths, reading)
    options.report(own.problems)  # before a long run, which their remedy would ask for again
    with options.progress(len(files), say("读报与识别", "Reading"), quietly=quietly) as bar:
        outlook = Outlook(bar, model=reading.model, workers=asked["workers"], quietly=quietly)
        outlook.begin(files)
        found = extract(
            files,
            reading=reading,
            linking=linking,
            decisions=decisions,
            names=own.names,
            workers=asked["workers"],
            progress=outlook.advance,
        )
    if str(asked["output"]) == "-":
        options.emit(found.lines())
    else:
        write_whole(asked["output"], (line + "\n" for line in found.lines()))
    problems = [*problems, *found.problems]
    options.report(problems)
    options.tell(
        say(
            f"{len(found.mentions)} 处提及，{len(found.resolution.entities)} 个实体",
            f"{len(found.mentions)} mentions, {len(found.resolution.entities)} entities",
        ),
        quietly=quietly,
    )
    ctx.exit(1 if problems or own.problems else 0)
