"""wenmai articles PATH."""

from __future__ import annotations

from typing import Any

import click

from wenmai.loaders.cli import options
from wenmai.loaders.words import say


@click.command(
    help=say(
        "看一个版面（或一个目录）被读成了哪些文章：标题、作者、日期、开头。",
        "Show the articles found on a page or in a folder: headline, authors, date, first words.",
    )
)
@options.paths
@click.option("--json", "as_json", is_flag=True, help=say("输出 JSON", "Print JSON"))
@options.reading
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    *,
    as_json: bool,
    **reading: Any,
) -> None:
    """Read pages and print their articles."""
    from wenmai.loaders.listing import article_json, article_lines, read_listing
    from wenmai.loaders.settings import Reading

    listing = read_listing(paths, reading=Reading(**reading))
    options.emit([article_json(listing.pages) if as_json else article_lines(listing.pages)])
    options.report(listing.problems)
    ctx.exit(1 if listing.problems else 0)
