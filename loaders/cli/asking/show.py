"""wenmai show ENTITY --from DIR."""

from __future__ import annotations

from pathlib import Path

import click

from wenmai.loaders.cli import options
from wenmai.loaders.words import say


@click.command(
    help=say(
        "一个实体的一切：其他写法及其依据、一同提到的、所在文章。写名称、别名或 id。",
        "All about an entity: its other forms and why, whom it is named with, where. "
        "Say a name, an alias or an id.",
    )
)
@click.argument("entity", metavar=say("实体", "ENTITY"))
@options.from_directory
@click.option("--all", "everything", is_flag=True, help=say("列出全部", "Leave nothing out"))
def command(entity: str, directory: Path, *, everything: bool) -> None:
    """Print what is known."""
    from wenmai.loaders import explain

    options.emit(explain.show(directory, entity, everything=everything))
