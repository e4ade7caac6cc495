"""wenmai build PATH... --into DIR."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wenmai.loaders.cli import options
from wenmai.loaders.cli.outlook import Outlook
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from wenmai.loaders.corpus import Built


@click.command(
    help=say(
        "读报、识别人名机构地名项目、连线，存进语料库目录。再次运行只处理新增和改动的文件；"
        "中断后再运行即可继续。路径可以是文件、目录、通配符或 -（标准输入）。",
        "Read papers, find people, organisations, places and programmes, link them, and store all in a "
        "corpus directory. A second run reads only what is new or changed; an interrupted one goes on. "
        "A path is a file, a folder, a glob or - (standard input).",
    )
)
@options.paths
@click.option(
    "--into",
    "directory",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar=say("目录", "DIR"),
    help=say("语料库目录（没有就新建）", "The corpus directory (made if need be)"),
)
@click.option(
    "--prune",
    is_flag=True,
    help=say("移除语料库里这次路径中没有的来源", "Remove sources that are no longer below the paths"),
)
@options.window
@options.linking
@options.reading
@options.names
@options.model
@options.workers
@options.quiet
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **asked: Any) -> None:
    """Build a corpus and say what was done."""
    directory, quietly = asked["directory"], asked["quiet"]
    reading, linking, decisions = options.settings(asked)
    own = options.own_names(asked)

    from wenmai.loaders.corpus import build, find_files

    if any(Path(path).resolve() == directory.resolve() for path in paths if path != "-"):
        raise click.UsageError(
            say(
                f"语料库目录不能就是报纸所在的目录（{directory}）；--into 请另选一个",
                f"the corpus cannot be the papers' own folder ({directory}); choose another --into",
            ),
            ctx,
        )
    files, problems = find_files(paths, reading)
    if not files and problems and not directory.exists():
        options.report(problems)
        ctx.exit(1)
    options.report(own.problems)  # before a long run, which their remedy would ask for again
    with options.progress(len(files), say("读报与识别", "Reading"), quietly=quietly) as bar:
        outlook = Outlook(bar, model=reading.model, workers=asked["workers"], quietly=quietly)
        built = build(
            files,
            directory,
            reading=reading,
            linking=linking,
            decisions=decisions,
            names=own.names,
            workers=asked["workers"],
            prune=asked["prune"] and not problems,
            begin=outlook.begin,
            progress=outlook.advance,
        )
    problems = [*problems, *built.problems]
    if asked["prune"] and any(problem not in built.problems for problem in problems):
        options.tell(
            say(
                "wenmai: 有路径读不到，这次没有移除任何来源",
                "wenmai: some paths could not be reached, so no source was removed",
            )
        )
    options.report(problems)
    for note in built.notes:
        options.tell(f"wenmai: {note}")
    for line in _summary(built, directory, failed=len(problems)):
        options.tell(line, quietly=quietly)
    ctx.exit(1 if problems or own.problems else 0)


def _summary(built: Built, directory: Path, *, failed: int) -> list[str]:
    done = built.ingested
    lines = [
        say(
            f"新读 {len(done.new)}，更新 {len(done.changed)}，未变 {len(done.unchanged)}"
            + (f"，移除 {len(done.removed)}" if done.removed else "")
            + (f"，失败 {failed}" if failed else ""),
            f"{len(done.new)} new, {len(done.changed)} changed, {len(done.unchanged)} unchanged"
            + (f", {len(done.removed)} removed" if done.removed else "")
            + (f", {failed} failed" if failed else ""),
        ),
        say(
            f"{directory}：{built.sources} 个来源，{built.articles} 篇文章，{built.mentions} 处提及，"
            f"{built.entities} 个实体，{built.edges} 条连线"
            + (f"；另有 {built.unsure} 处把握低于 --min-score，不计" if built.unsure else ""),
            f"{directory}: sources {built.sources}, articles {built.articles}, mentions {built.mentions}, "
            f"entities {built.entities}, links {built.edges}"
            + (f"; mentions below --min-score, not counted: {built.unsure}" if built.unsure else ""),
        ),
    ]
    if done.gone:
        some = "、".join(done.gone[:3]) + ("…" if len(done.gone) > 3 else "")
        lines.append(
            say(
                f"语料库里有 {len(done.gone)} 个来源不在这次的路径中（{some}）；要移除就加 --prune",
                f"{len(done.gone)} sources of the corpus are not below these paths ({some}); "
                "--prune removes them",
            )
        )
    return lines
