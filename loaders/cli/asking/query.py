"""wenmai query NAME|CYPHER --from DIR."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from wenmai.loaders.cli import neo4j_options, options
from wenmai.loaders.words import say


@click.command(
    help=say(
        "问图谱：现成查询的名字，或任何只读的 Cypher（含空格即视为 Cypher）。"
        "例：wenmai query partners --param name=工信部 --from 语料库",
        "Ask the graph: the name of a shipped query, or any Cypher that reads (a text with a blank is "
        "taken for Cypher). Example: wenmai query partners --param name=工信部 --from CORPUS",
    )
)
@click.argument("question", required=False, metavar=say("查询名|CYPHER", "NAME|CYPHER"))
@click.option("--list", "listing", is_flag=True, help=say("列出现成的查询", "List the shipped queries"))
@click.option(
    "--param",
    "parameters",
    multiple=True,
    metavar=say("名=值", "NAME=VALUE"),
    help=say("查询参数，可多次给出", "A parameter; may be given several times"),
)
@click.option(
    "--from",
    "directory",
    type=click.Path(path_type=Path),
    metavar=say("目录", "DIR"),
    help=say("语料库目录（用 --neo4j 时不需要）", "The corpus directory (not needed with --neo4j)"),
)
@click.option(
    "--neo4j", "server", is_flag=True, help=say("问 Neo4j 服务器而不是语料库", "Ask the Neo4j server instead")
)
@click.option("--json", "form", flag_value="json", help=say("输出 JSON", "Print JSON"))
@click.option("--csv", "form", flag_value="csv", help=say("输出 CSV", "Print CSV"))
@neo4j_options.connection
@click.pass_context
def command(ctx: click.Context, /, question: str | None, **asked: Any) -> None:
    """Answer a question with a table."""
    if asked["listing"]:
        click.echo(_catalogue())
        return
    if question is None:
        raise click.UsageError(
            say(
                "说出查询的名字或写 Cypher；--list 列出现成的查询",
                "name a query or write Cypher; --list shows them",
            ),
            ctx,
        )
    if not asked["server"] and asked["directory"] is None:
        raise click.UsageError(
            say(
                "用 --from 指出语料库目录，或用 --neo4j",
                "say --from DIR for a corpus, or --neo4j for the server",
            ),
            ctx,
        )
    from wenmai.loaders import ask
    from wenmai.loaders.cli.asking import show_table

    text, parameters = ask.find_query(question, asked["parameters"])
    if asked["server"]:
        from wenmai.loaders.write import neo4j

        table = neo4j.run(text, parameters, neo4j_options.target(asked))
    else:
        table = ask.open_index(asked["directory"]).run(text, parameters)
    show = {"json": show_table.as_json, "csv": show_table.as_csv, None: show_table.as_text}[asked["form"]]
    options.emit([show(table.columns, table.rows)])
    if not table.rows:
        lacks = [] if asked["server"] else ask.unknown_names(asked["directory"], parameters)
        for line in lacks or [say("没有结果", "no rows")]:
            options.tell(line)


def _catalogue() -> str:
    from wenmai.queries import cypher, names

    lines = []
    for name in names():
        query = cypher(name)
        lines.append(f"{name}\n    {say(query.summary_zh, query.summary_en)}")
        for parameter in query.parameters:
            default = "" if parameter.required or parameter.default is None else f" = {parameter.default}"
            lines.append(f"    --param {parameter.name}{default}  {say(parameter.zh, parameter.en)}")
    return "\n".join(lines)
