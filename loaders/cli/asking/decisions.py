"""wenmai merge, split, rename, retype, ignore: one decision each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from wenmai.loaders.cli import options
from wenmai.loaders.words import say


def _decision(name: str, help_text: str, second: str | None) -> click.Command:
    @click.command(name=name, help=help_text)
    @click.argument("entity", metavar=say("实体", "ENTITY"))
    @_maybe(second)
    @options.from_directory
    @options.decisions
    def command(entity: str, directory: Path, decisions: Path | None, other: str = "") -> None:
        from wenmai.graph.entity import Verb
        from wenmai.loaders.decide import FILE, decide

        verb = {"merge": Verb.SAME, "split": Verb.NOT_SAME}.get(name) or Verb(name)
        decide(directory, verb, entity, other, file=decisions)
        where = decisions or directory / FILE
        options.tell(say(f"已记入 {where} 并重新连线", f"noted in {where}; the corpus is linked anew"))

    return command


def _maybe(metavar: str | None) -> Callable[[Any], Any]:
    return click.argument("other", metavar=metavar) if metavar else lambda command: command


merge = _decision(
    "merge",
    say("两个实体是同一个；前一个的 id 留下", "Two entities are one; the id of the first stays"),
    say("实体", "ENTITY"),
)
split = _decision(
    "split",
    say(
        "两个不是同一个；可写 id@来源，只指某个来源里的",
        "Two are not one; ID@SOURCE means those of that source only",
    ),
    say("实体", "ENTITY"),
)
rename = _decision("rename", say("改一个实体的名称", "Give an entity another name"), say("新名称", "NAME"))
retype = _decision(
    "retype",
    say(
        "改一个实体的类型：PERSON ORG PLACE PROGRAM", "Give an entity another type: PERSON ORG PLACE PROGRAM"
    ),
    say("类型", "TYPE"),
)
ignore = _decision("ignore", say("这不是实体：不再收入", "This is no entity: leave it out"), None)
