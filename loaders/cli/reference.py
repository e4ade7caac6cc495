"""The reference of the command line, as Markdown: `python -m wenmai.loaders.cli.reference > docs/cli.md`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from wenmai.loaders.cli import cli

_HEAD = """# The command line

Written by `LANG=C python -m wenmai.loaders.cli.reference > docs/cli.md`; a test holds it to the code.
In a Chinese locale the same help is in Chinese.

Results go to standard output, progress and problems to standard error, a problem a line. Exit codes:

| code | what |
|---|---|
| 0 | done |
| 1 | some input failed; the rest is done |
| 2 | usage: an unknown command, option, query or parameter |
| 3 | the corpus: none there, in use, damaged, of another version |
| 4 | the pipeline: not installed or damaged |
| 5 | the query: it does not parse, writes, or fails |
| 6 | Neo4j: not reached, refused, failed |
| 70 | an error of the program itself: please report it (`WENMAI_DEBUG=1` shows the trace) |
| 130 | interrupted; run the same again to go on |

Environment: `NEO4J_URI`, `NEO4J_USERNAME`, `NEO4J_PASSWORD`, `NEO4J_DATABASE`; `WENMAI_DEBUG`. Completion:
`eval "$(wenmai completion bash)"`, likewise zsh and fish.
"""


def reference() -> str:
    """Every command with its arguments and options, in the order of the overview."""
    return "\n".join([_HEAD, *_commands(cli, "wenmai")])


def _commands(group: click.Group, path: str) -> Iterator[str]:
    context = click.Context(group, info_name=path)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            raise LookupError(f"{path} lists {name} and does not have it")
        yield from _command(command, f"{path} {name}")
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")


def _command(command: click.Command, path: str) -> Iterator[str]:
    context = click.Context(command, info_name=path, max_content_width=100)
    usage = command.get_usage(context).removeprefix("Usage: ")
    yield f"## {path}\n\n```\n{' '.join(usage.split())}\n```\n\n{command.help or ''}\n"
    records = [record for p in command.get_params(context) if (record := p.get_help_record(context))]
    rows = [f"| `{_cell(form)}` | {_cell(text)} |" for form, text in records if text and "--help" not in form]
    if rows:
        yield "\n".join(["| option | |", "|---|---|", *rows]) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    print(reference())
