"""wenmai completion SHELL."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from wenmai.loaders.words import say


@click.command(
    help=say(
        '打印补全脚本。bash：把 eval "$(wenmai completion bash)" 加进 ~/.bashrc；zsh、fish 同理。',
        "Print a completion script. For bash, put this in ~/.bashrc, for zsh and fish alike: "
        'eval "$(wenmai completion bash)"',
    )
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that the shell evaluates."""
    from wenmai.loaders.cli import cli

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(say(f"不认识的 shell：{shell}", f"unknown shell: {shell}"))
    click.echo(made(cli, {}, "wenmai", "_WENMAI_COMPLETE").source())
