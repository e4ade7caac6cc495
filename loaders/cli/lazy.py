"""Commands that are imported when they are run, so that help answers at once."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

import click

from wenmai.loaders.words import say


@dataclass(frozen=True, slots=True)
class Entry:
    """A command by the module that holds it, its line in the overview, its name in the module."""

    module: str
    summary: str
    name: str = "command"


class LazyGroup(click.Group):
    """A group that knows its commands' summaries without importing them."""

    def __init__(self, *, entries: dict[str, Entry], **settings: object) -> None:
        super().__init__(**settings)  # type: ignore[arg-type]
        self.entries = entries

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order in which one meets them."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        command: click.Command = getattr(import_module(entry.module), entry.name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List names and summaries."""
        with formatter.section(say("命令", "Commands")):
            formatter.write_dl([(name, entry.summary) for name, entry in self.entries.items()])
