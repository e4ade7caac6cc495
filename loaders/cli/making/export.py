"""wenmai export FORMAT --from DIR."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wenmai.loaders.cli import neo4j_options, options
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from wenmai.loaders.write.neo4j import Exported
    from wenmai.loaders.write.written import Written


@click.group(
    help=say(
        "把语料库导出成网页、Neo4j、GraphML、GEXF、CSV 或 JSON。同一语料库总是导出同样的字节。",
        "Write a corpus as HTML, to Neo4j, or as GraphML, GEXF, CSV or JSON. The same corpus always gives "
        "the same bytes.",
    )
)
def command() -> None:
    """Hold the formats."""


def _output(default: str) -> Callable[[Any], Any]:
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar=say("路径", "OUT"),
        help=say(
            f"写到哪里（缺省：语料库目录下的 {default}）",
            f"Where to write (else {default} in the corpus directory)",
        ),
    )


@command.command(
    help=say(
        "写出一个可离线打开的图谱网页：搜索、筛选、看证据句。",
        "Write the page: one file that opens offline, to search, filter and read the evidence.",
    )
)
@options.from_directory
@_output("graph.html")
@click.option("--title", metavar=say("标题", "TEXT"), help=say("网页标题", "The title of the page"))
@click.option(
    "--max-nodes",
    type=click.IntRange(min=1),
    default=5000,
    show_default=True,
    metavar=say("数", "N"),
    help=say("网页上最多放多少实体（取提及最多的）", "At most so many entities, the most mentioned ones"),
)
@options.quiet
def html(directory: Path, output: Path | None, title: str | None, max_nodes: int, *, quiet: bool) -> None:
    """Write the page."""
    from wenmai.loaders.corpus import load_corpus
    from wenmai.loaders.write.html import write_page

    path = output or directory / "graph.html"
    report = write_page(load_corpus(directory), path, title=title, max_nodes=max_nodes)
    options.tell(
        say(
            f"{path}：{report.nodes} 个实体，{report.edges} 条连线；用浏览器打开即可",
            f"{path}: {report.nodes} entities, {report.edges} links; open it in a browser",
        ),
        quietly=quiet,
    )
    nodes, edges, sentences = report.left_nodes, report.left_edges, report.left_sentences
    if nodes or edges or sentences:
        options.tell(
            say(
                f"为了网页轻便，略去 {nodes} 个实体、{edges} 条连线、{sentences} 个句子；网页上也写明了",
                f"left out to keep the page light: {nodes} entities, {edges} links, {sentences} sentences; "
                "the page says so",
            ),
            quietly=quiet,
        )


def _graph_file(name: str, suffix: str, help_text: str) -> None:
    @command.command(name=name, help=help_text)
    @options.from_directory
    @_output(f"graph.{suffix}")
    @options.quiet
    def write(directory: Path, output: Path | None, *, quiet: bool) -> None:
        from wenmai.loaders.corpus import load_knowledge_graph

        path = output or directory / f"graph.{suffix}"
        _tell(_writer(name)(load_knowledge_graph(directory), path), quietly=quiet)


def _writer(name: str) -> Callable[[Any, Path], Written]:
    from wenmai.loaders.write.gexf import write_gexf
    from wenmai.loaders.write.graphml import write_graphml
    from wenmai.loaders.write.node_link import write_node_link

    return {"graphml": write_graphml, "gexf": write_gexf, "json": write_node_link}[name]


def _tell(written: Written, *, quietly: bool) -> None:
    options.tell(
        say(
            f"{written.path}：{written.nodes} 个实体，{written.edges} 条连线",
            f"{written.path}: {written.nodes} entities, {written.edges} links",
        ),
        quietly=quietly,
    )
    if written.replaced:
        options.tell(
            say(
                f"wenmai: {written.replaced} 个字符不能写进这种文件，已换成 U+FFFD",
                f"wenmai: {written.replaced} characters cannot stand in such a file and are U+FFFD there",
            )
        )


_graph_file(
    "graphml", "graphml", say("写出 GraphML（Gephi、yEd、networkx）", "Write GraphML (Gephi, yEd, networkx)")
)
_graph_file("gexf", "gexf", say("写出 GEXF（Gephi）", "Write GEXF (Gephi)"))
_graph_file("json", "json", say("写出 networkx 的 node-link JSON", "Write networkx's node-link JSON"))


@command.command(
    help=say(
        "写出 CSV：既给人看，也可用 neo4j-admin 离线导入；最后打印导入命令。",
        "Write CSV files, for people and for neo4j-admin's offline import; prints the command to run.",
    )
)
@options.from_directory
@_output("csv")
@options.quiet
def csv(directory: Path, output: Path | None, *, quiet: bool) -> None:
    """Write the CSV files."""
    from wenmai.loaders.corpus import load_corpus
    from wenmai.loaders.write.tables import write_csv

    path = output or directory / "csv"
    tables = write_csv(load_corpus(directory), path)
    options.tell(
        say(f"已写到 {path}；离线导入 Neo4j：", f"Written to {path}; to import into Neo4j offline:"),
        quietly=quiet,
    )
    click.echo(tables.command_line)


@command.command(
    help=say(
        "把语料库装进 Neo4j 服务器；可重复运行，结果与语料库一致。",
        "Load the corpus into a Neo4j server; safe to repeat, the database then equals the corpus.",
    )
)
@options.from_directory
@neo4j_options.connection
@click.option(
    "--dry-run",
    is_flag=True,
    help=say("只看会写什么，不改动数据库", "Only look what would be written; change nothing"),
)
@click.option(
    "--batch",
    type=click.IntRange(min=1),
    default=5000,
    show_default=True,
    metavar=say("行数", "ROWS"),
    help=say("每个事务写多少行", "Rows a transaction"),
)
@options.quiet
def neo4j(directory: Path, **asked: Any) -> None:
    """Load into Neo4j."""
    from wenmai.loaders.corpus import load_corpus
    from wenmai.loaders.write import neo4j as server
    from wenmai.loaders.write.rows import counts

    corpus = load_corpus(directory)
    target = neo4j_options.target(asked)
    total = sum(counts(corpus).values())
    with options.progress(
        total, say("写入 Neo4j", "Loading"), quietly=asked["quiet"] or asked["dry_run"]
    ) as bar:
        done_of: dict[str, int] = {}

        def moved(part: str, done: int, _: int) -> None:
            bar.update(done - done_of.get(part, 0))
            done_of[part] = done

        exported = server.export(
            corpus, target, batch=asked["batch"], progress=moved, dry_run=asked["dry_run"]
        )
    _tell_export(exported, dry_run=asked["dry_run"], quietly=asked["quiet"])


def _tell_export(exported: Exported, *, dry_run: bool, quietly: bool) -> None:
    head = say("将写入", "would write") if dry_run else say("已写入", "written")
    for part, count in exported.written.items():
        removed = exported.removed.get(part, 0)
        more = say(f"，移除旧的 {removed}", f", {removed} old ones removed") if removed else ""
        options.tell(f"{head} {part} {count}{more}", quietly=quietly and not dry_run)
    if exported.released:
        options.tell(
            say(
                f"wenmai: {exported.released} 个旧节点带有别人的关系，已去掉我们的标记，予以保留",
                f"wenmai: {exported.released} old nodes have relationships of others: "
                "they stay, without our mark",
            )
        )
