"""wenmai train GOLD... -o FOLDER."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wenmai.graph.score import ALL
from wenmai.loaders.cli import options
from wenmai.loaders.cli.learning import gold_options
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wenmai.graph.score import Score
    from wenmai.loaders.training.run import Trained

SMALL = "zh_wenmai_sm"


@click.command(
    help=say(
        "用自己的标注微调小管线，写成一个文件夹，供 --model 使用；需要 pip install 'wenmai[train]'。\n\n"
        "标注可用 wenmai evaluate 能读的各种格式。约五分之一的文件不参与训练，用来比较训练前后的得分。"
        "中断后再运行同一条命令即可继续。",
        "Fine-tune the small pipeline on annotations of one's own and write it as a folder, for --model; "
        "needs pip install 'wenmai[train]'.\n\n"
        "The annotations are in any format that wenmai evaluate reads. About one document in five is not "
        "learnt from: the scores before and after are on these. Interrupted, run the same again to go on.",
    )
)
@click.argument("paths", nargs=-1, required=True, metavar=say("标注...", "GOLD..."))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar=say("文件夹", "FOLDER"),
    help=say("写到哪里；已存在的不会覆盖", "Where to write; nothing that is there is overwritten"),
)
@click.option(
    "--model",
    default=SMALL,
    show_default=True,
    metavar=say("名称", "NAME"),
    help=say("从哪个管线开始", "The pipeline to begin with"),
)
@click.option(
    "--epochs",
    type=click.FloatRange(min=0, min_open=True),
    default=5.0,
    show_default=True,
    metavar=say("数", "N"),
    help=say("标注学几遍", "How often the annotations are gone through"),
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    metavar=say("数", "N"),
    help=say("随机种子；同样的种子，同样的结果", "The same seed, the same result"),
)
@gold_options.labels
@gold_options.encoding
@options.quiet
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **asked: Any) -> None:
    """Fine-tune and show scores."""
    from wenmai.loaders.training.learning import Settings, check_extra

    check_extra()

    from wenmai.loaders.annotated import Labels, read_annotated
    from wenmai.loaders.training.run import check_folder, train

    folder, quietly = asked["output"], asked["quiet"]
    check_folder(folder)
    gold = read_annotated(paths, labels=Labels.of(asked["pairs"]), encoding=asked["encoding"])
    options.report(gold.problems)
    with options.progress(1, say("训练", "Training"), quietly=quietly) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        settings = Settings(epochs=asked["epochs"], seed=asked["seed"])
        trained = train(gold.texts, folder, model=asked["model"], settings=settings, progress=show)
    options.emit(_table(trained))
    options.tell(
        say(
            f"学习了 {trained.learnt} 段文本，在另外 {trained.held_back} 段上评分；"
            f"已写入 {folder}，用 --model {folder} 使用",
            f"learnt from {trained.learnt} texts, scored on {trained.held_back} others; "
            f"written to {folder}, for --model {folder}",
        ),
        quietly=quietly,
    )
    if trained.after[ALL].f1 < trained.before[ALL].f1:
        options.tell(
            say(
                "注意：评分比训练前低；标注太少或与原有标法不一时会这样",
                "note: it scores lower than before, as happens with few annotations or another way to mark",
            ),
            quietly=quietly,
        )
    ctx.exit(1 if gold.problems else 0)


def _table(trained: Trained) -> Iterator[str]:
    """Precision, recall and F1 by type, before and after."""
    heads = (say("训练前", "before"), say("训练后", "after"))
    yield f"{'':8}  {heads[0]:<20}  {heads[1]:<20}".rstrip()
    yield f"{'':8}  {'P':<5}  {'R':<5}  {'F1':<5}   {'P':<5}  {'R':<5}  {'F1':<5}  {say('标注', 'of')}"
    for kind, before in trained.before.items():
        after = trained.after[kind]
        cells = [_shares(one) for one in (before, after)]
        yield f"{kind:8}  {cells[0]}   {cells[1]}  {before.right + before.missed}"


def _shares(score: Score) -> str:
    """Precision, recall, F1; a dash where there is nothing that they are shares of."""
    found, marked = score.right + score.wrong, score.right + score.missed
    cells = (
        f"{score.precision:.3f}" if found else "–",
        f"{score.recall:.3f}" if marked else "–",
        f"{score.f1:.3f}" if found or marked else "–",
    )
    return "  ".join(f"{cell:<5}" for cell in cells)
