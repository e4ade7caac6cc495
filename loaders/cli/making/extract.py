"""wenmai extract PATH... -o FILE."""

from __future__ import annotations

from typing import Any

import click

from wenmai.loaders.cli import options, output
from wenmai.loaders.cli.outlook import Outlook
from wenmai.loaders.words import say


@click.command(
    help=say(
        "识别提及并判明是谁，每行写出一个（JSON Lines）；不建语料库。",
        "Find mentions and who they are, a JSON line each; no corpus is made.",
    )
)
@options.paths
@output.option
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

    output.check(asked["output"])
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
    output.write(asked["output"], found.lines())
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
