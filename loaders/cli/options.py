"""Options that several commands share, and how they speak to the person at the terminal."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wenmai.loaders.problems import WenmaiError
from wenmai.loaders.settings import DEFAULT_MODEL, Linking, Reading
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from wenmai.graph.entity import Decisions
    from wenmai.loaders.own_names import OwnNamesRead

F = TypeVar("F", bound=Callable[..., Any])

paths = click.argument("paths", nargs=-1, required=True, metavar=say("路径...", "PATH..."))

quiet = click.option(
    "--quiet", is_flag=True, help=say("不显示进度与摘要，只报问题", "No progress, no summary: problems only")
)

from_directory = click.option(
    "--from",
    "directory",
    required=True,
    type=click.Path(path_type=Path),
    metavar=say("目录", "DIR"),
    help=say("wenmai build 建好的语料库目录", "The corpus directory that wenmai build made"),
)


model = click.option(
    "--model",
    default=DEFAULT_MODEL,
    show_default=True,
    metavar=say("名称", "NAME"),
    help=say(
        "识别用的 spaCy 模型：zh_wenmai_lg（较准）、zh_wenmai_sm（快得多），或任何已安装的模型、模型文件夹",
        "The spaCy pipeline that finds the names: zh_wenmai_lg (better), zh_wenmai_sm (much faster), "
        "any installed one, or a folder",
    ),
)

workers = click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar=say("数", "N"),
    help=say(
        "并行识别的进程数；结果与之无关", "Processes that find names; the result is the same with any number"
    ),
)


window = click.option(
    "--window",
    type=click.Choice(["sentence", "paragraph", "article"]),
    help=say(
        "两个实体在多大范围内同时出现才连线（缺省：同上次，起初为 sentence）",
        "What two entities must share to be linked (else as before; sentence at first)",
    ),
)


def reading(command: F) -> F:
    """Options that say how sources are read."""
    for option in (
        click.option(
            "--simplify",
            is_flag=True,
            help=say(
                "把繁体字按简体读（名称与证据句为简体，位置不变）",
                "Read traditional characters as simplified ones (names and evidence; offsets stay)",
            ),
        ),
        click.option(
            "--publication",
            metavar=say("报名", "NAME"),
            help=say("这些版面的报名", "The paper of these pages"),
        ),
        click.option(
            "--date",
            metavar="YYYY-MM-DD",
            callback=_date,
            help=say(
                "这些版面的日期（缺省：取自路径或版面）", "The date of these pages (else from path or page)"
            ),
        ),
        click.option(
            "--encoding",
            metavar=say("编码", "NAME"),
            help=say("文件编码（缺省：自动识别）", "The files' encoding (else found out)"),
        ),
        click.option(
            "--columns",
            callback=_columns,
            metavar=say("角色=列名,...", "ROLE=NAME,..."),
            help=say(
                "表格各列的含义，如 text=正文,date=日期",
                "What a table's columns hold, such as text=正文,date=日期",
            ),
        ),
    ):
        command = option(command)
    return command


decisions = click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=say("文件", "FILE"),
    help=say(
        "谁是谁的人工决定（缺省：语料库目录下的 decisions.toml）",
        "Your decisions on who is who (else decisions.toml in the corpus directory)",
    ),
)


names = click.option(
    "--names",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=say("文件", "FILE"),
    help=say(
        "你自己的名单，每行：名称<制表符>类型（人物、机构、地点、项目）；优先于模型"
        "（缺省：语料库目录下的 names.tsv，如有）",
        "Your own names, NAME<tab>TYPE a line (PERSON, ORG, PLACE, PROGRAM); they win over the pipeline "
        "(else names.tsv in the corpus directory, if any)",
    ),
)


def linking(command: F) -> F:
    """Options that say how mentions become entities and a graph."""
    for option in (
        click.option(
            "--bylines",
            type=click.Choice(["exclude", "include"]),
            help=say(
                "记者署名是否参与连线（缺省：exclude；已有的语料库同上次）",
                "Whether by-lines make links (else exclude; in a corpus that is there, as before)",
            ),
        ),
        click.option(
            "--min-score",
            type=click.FloatRange(0, 1),
            callback=_number,
            metavar="X",
            help=say(
                "把握低于它的提及不计（0 到 1；缺省：0，即全部计入；已有的语料库同上次）",
                "Leave out mentions that are less sure, 0 to 1 "
                "(else 0, which is all; in a corpus that is there, as before)",
            ),
        ),
        click.option(
            "--place",
            metavar=say("地名", "PLACE"),
            help=say(
                "市委、县政府等所属的地方（版面上看不出时用）",
                "Whose 市委 or 县政府 it is when the page does not say",
            ),
        ),
        decisions,
    ):
        command = option(command)
    return command


def settings(asked: dict[str, Any]) -> tuple[Reading, Linking, Decisions]:
    """The settings of a run from its options."""
    from wenmai.graph.entity import NO_DECISIONS
    from wenmai.loaders.decide import decisions_file
    from wenmai.loaders.lists import load_decisions

    reading = reading_of(asked)
    bylines = {"include": True, "exclude": False}.get(asked["bylines"])
    linking = Linking(
        window=asked.get("window"), bylines=bylines, place=asked["place"], min_score=asked["min_score"]
    )
    file = decisions_file(asked.get("directory"), asked["decisions"])
    return reading, linking, load_decisions(file) if file else NO_DECISIONS


def reading_of(asked: dict[str, Any]) -> Reading:
    """How sources are read, from a command's options."""
    return Reading(
        model=asked["model"],
        encoding=asked["encoding"],
        columns=asked["columns"],
        date=asked["date"],
        publication=asked["publication"],
        simplify=asked["simplify"],
    )


def own_names(asked: dict[str, Any]) -> OwnNamesRead:
    """The user's own names, of the file given or the corpus's."""
    from wenmai.loaders.own_names import OwnNamesRead, load_own_names, names_file

    file = names_file(asked.get("directory"), asked["names"])
    return load_own_names(file, simplify=asked["simplify"]) if file else OwnNamesRead()


def _number(ctx: click.Context, param: click.Parameter, value: float | None) -> float | None:
    if value is not None and math.isnan(value):  # which lies in every range
        raise click.BadParameter(say("应为 0 到 1 之间的数", "write a number from 0 to 1"))
    return value


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from wenmai.loaders.read.details import date_of_field

    if value is None or (found := date_of_field(value)):
        return value and found
    raise click.BadParameter(
        say(
            f"{value} 不是日期；写成 2025-02-14、2025-02 或 2025",
            f"{value} is no date; write 2025-02-14, 2025-02 or 2025",
        )
    )


def _columns(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[tuple[str, str], ...]:
    pairs = [part.partition("=") for part in (value or "").split(",") if part.strip()]
    for role, equals, name in pairs:
        if not (role and equals and name):
            raise click.BadParameter(
                say(f"{value} 应写成 角色=列名，如 text=正文", f"{value}: write ROLE=NAME, such as text=正文")
            )
    return tuple((role.strip(), name.strip()) for role, _, name in pairs)


def emit(lines: Iterable[str]) -> None:
    """Results on standard output; a reader that has gone (head, less) ends it quietly."""
    try:
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def report(problems: Iterable[WenmaiError]) -> None:
    """Each problem as one line on stderr."""
    for problem in problems:
        click.echo(f"wenmai: {problem}", err=True)


def tell(text: str, *, quietly: bool = False) -> None:
    """A line about the run, on stderr, so that stdout holds results only."""
    if not quietly:
        click.echo(text, err=True)


def progress(length: int, label: str, *, quietly: bool = False) -> Any:
    """A progress bar on stderr where a person watches, else nothing."""
    hidden = quietly or not sys.stderr.isatty()
    return click.progressbar(length=length, label=label, file=sys.stderr, hidden=hidden)
