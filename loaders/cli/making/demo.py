"""wenmai demo [DIR]."""

from __future__ import annotations

from pathlib import Path

import click

from wenmai.loaders.cli import options
from wenmai.loaders.words import say

QUESTION = "top-entities"


@click.command(
    help=say(
        "用自带的样报（虚构）建语料库、写网页、问一个问题；缺省目录 wenmai-demo。",
        "Build a corpus from the sample newspapers (invented), write the page, ask one question; "
        "into wenmai-demo unless you name a folder.",
    )
)
@click.argument(
    "directory",
    default="wenmai-demo",
    type=click.Path(path_type=Path, file_okay=False),
    metavar=say("[目录]", "[DIR]"),
)
@options.model
@options.quiet
@click.pass_context
def command(ctx: click.Context, /, directory: Path, *, model: str, quiet: bool) -> None:
    """Run it all on the sample corpus."""
    from wenmai.graph.entity import NO_DECISIONS
    from wenmai.loaders import ask
    from wenmai.loaders.cli.asking.show_table import as_text
    from wenmai.loaders.corpus import build, files_of, find_files, load_corpus
    from wenmai.loaders.sample import sample_articles
    from wenmai.loaders.settings import Linking, Reading
    from wenmai.loaders.write.html import write_page

    reading = Reading(model=model)
    corpus, page = directory / "corpus", directory / "graph.html"
    with sample_articles() as folder:
        files, problems = find_files([str(folder)], reading)
        if foreign := sorted(files_of(corpus) - {file.name for file in files}):
            raise click.UsageError(
                say(
                    f"{corpus} 是别的语料库（其中有 {foreign[0]}）；样报请放到另一个目录",
                    f"{corpus} is another corpus (it holds {foreign[0]}); "
                    "choose another folder for the sample",
                ),
                ctx,
            )
        with options.progress(len(files), say("读样报", "Reading"), quietly=quiet) as bar:
            built = build(
                files,
                corpus,
                reading=reading,
                linking=Linking(),
                decisions=NO_DECISIONS,
                prune=True,
                progress=bar.update,
            )
    options.report([*problems, *built.problems])
    write_page(load_corpus(corpus), page, title="样报图谱")
    text, parameters = ask.find_query(QUESTION, ["limit=8"])
    table = ask.open_index(corpus).run(text, parameters)
    click.echo(
        say(
            f"样报：{built.sources} 个版面，{built.articles} 篇文章，{built.entities} 个实体，"
            f"{built.edges} 条连线。\n",
            f"The sample: {built.sources} pages, {built.articles} articles, {built.entities} entities, "
            f"{built.edges} links.\n",
        )
    )
    click.echo(f"$ wenmai query {QUESTION} --param limit=8 --from {corpus}")
    click.echo(as_text(table.columns, table.rows))
    click.echo(_next(corpus, page))
    ctx.exit(1 if problems or built.problems else 0)


def _next(corpus: Path, page: Path) -> str:
    return say(
        f"""
接下来：
  用浏览器打开 {page}
  wenmai query partners --param name=沅川市 --from {corpus}
  wenmai query path --param name=贺启明 --param other=沈知远 --from {corpus}
  wenmai query --list
  wenmai export neo4j --from {corpus} --dry-run
  用你自己的报纸：wenmai build 报纸目录 --into 语料库""",
        f"""
Next:
  open {page} in a browser
  wenmai query partners --param name=沅川市 --from {corpus}
  wenmai query path --param name=贺启明 --param other=沈知远 --from {corpus}
  wenmai query --list
  wenmai export neo4j --from {corpus} --dry-run
  with your own papers: wenmai build PAPERS --into CORPUS""",
    )
