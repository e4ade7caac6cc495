"""wenmai review --from DIR."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wenmai.loaders.cli import options
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from wenmai.graph.entity import Decision
    from wenmai.loaders.decide import Pair


@click.command(
    help=say(
        "逐对审看可能是同一个的实体，把决定写进 decisions.toml；不在终端时只列出。",
        "Look at pairs of entities that may be one, and write what you decide to decisions.toml; "
        "away from a terminal the pairs are listed.",
    )
)
@options.from_directory
@options.decisions
def command(directory: Path, decisions: Path | None) -> None:
    """Ask about each pair."""
    from wenmai.loaders.corpus import relink
    from wenmai.loaders.decide import FILE, pairs
    from wenmai.loaders.lists import load_decisions, save_decision

    file = decisions or directory / FILE
    if file.exists():
        relink(directory, load_decisions(file))  # what an earlier review left undone
    waiting = list(pairs(directory, file=file))
    if not waiting:
        options.tell(say("没有要审看的", "nothing to review"))
        return
    if not sys.stdin.isatty():
        for pair in waiting:
            click.echo(f"{pair.doubt.a}\t{pair.doubt.b}\t{pair.doubt.why}")
        return
    taken = 0
    try:
        for number, pair in enumerate(waiting, 1):
            answer = _ask(pair, number, len(waiting))
            if answer == "q":
                break
            if decision := _meant(pair, answer):
                save_decision(file, decision)
                taken += 1
    finally:
        if taken:
            for note in relink(directory, load_decisions(file)).refused:
                options.tell(f"wenmai: {note}")
    options.tell(say(f"{taken} 个决定写入 {file}", f"{taken} decisions written to {file}"))


def _ask(pair: Pair, number: int, of: int) -> str:
    click.echo(f"\n[{number}/{of}] " + "\n".join(pair.lines) + "\n")
    question = say("同一个 (s)，不是 (n)，跳过 (k)，结束 (q)", "the same (s), not (n), skip (k), quit (q)")
    answer: str = click.prompt(question, type=click.Choice(["s", "n", "k", "q"]), default="k")
    return answer


def _meant(pair: Pair, answer: str) -> Decision | None:
    from wenmai.graph.entity import Decision, Verb

    verb = {"s": Verb.SAME, "n": Verb.NOT_SAME}.get(answer)
    return Decision(verb, pair.doubt.a, pair.doubt.b) if verb else None
