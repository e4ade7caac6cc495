"""`-o FILE` of commands that write lines: a file, there whole or not at all, or standard output."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wenmai.loaders.cli import options
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

STANDARD = "-"

option = click.option(
    "-o",
    "--output",
    default=STANDARD,
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar=say("文件", "FILE"),
    help=say("写到哪里（缺省：标准输出）", "Where to write (else standard output)"),
)


def check(path: Path) -> None:
    """See before a long run that the lines can be written.

    Raises:
        InputError: they cannot.
    """
    from wenmai.loaders.write.whole_file import check_target

    if str(path) != STANDARD:
        check_target(path)


def write(path: Path, lines: Iterable[str]) -> None:
    """Write lines, which have no line ends of their own.

    Raises:
        InputError: the place cannot be written to.
    """
    from wenmai.loaders.write.whole_file import write_whole

    if str(path) == STANDARD:
        options.emit(lines)
    else:
        write_whole(path, (line + "\n" for line in lines))
