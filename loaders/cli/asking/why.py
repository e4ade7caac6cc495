"""wenmai why A B --from DIR."""

from __future__ import annotations

from pathlib import Path

import click

from wenmai.loaders.cli import options
from wenmai.loaders.words import say


@click.command(
    help=say(
        "两个实体为什么相连：指标，和每一句原文（来源、版面、日期）。",
        "Why two entities are linked: the scores, and every sentence with its source, page and date.",
    )
)
@click.argument("one", metavar=say("实体", "ENTITY"))
@click.argument("other", metavar=say("实体", "ENTITY"))
@options.from_directory
def command(one: str, other: str, directory: Path) -> None:
    """Print the evidence."""
    from wenmai.loaders import explain

    options.emit(explain.why(directory, one, other))
