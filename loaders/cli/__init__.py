"""The command line: each command parses, calls one function, prints."""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path

import click

from wenmai.loaders.cli.lazy import Entry, LazyGroup
from wenmai.loaders.problems import WenmaiError
from wenmai.loaders.words import say, speaks_chinese

__all__ = ["cli", "main"]

# click asks gettext for its own words.
if speaks_chinese():
    os.environ["LANGUAGE"] = "zh"
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))

INTERRUPTED = 130
UNEXPECTED = 70

_DECISIONS = "wenmai.loaders.cli.asking.decisions"

_COMMANDS = {
    "build": Entry(
        "wenmai.loaders.cli.making.build",
        say("读报、识别、连线，存成一个语料库", "Read, extract, link and store: makes a corpus"),
    ),
    "query": Entry(
        "wenmai.loaders.cli.asking.query",
        say("用现成的查询或 Cypher 问图谱", "Ask the graph: a shipped query or your own Cypher"),
    ),
    "export": Entry(
        "wenmai.loaders.cli.making.export",
        say("导出网页、Neo4j、GraphML、GEXF、CSV、JSON", "Write HTML, Neo4j, GraphML, GEXF, CSV or JSON"),
    ),
    "extract": Entry(
        "wenmai.loaders.cli.making.extract",
        say("只识别，每行写出一个提及", "Extract only: a mention a line"),
    ),
    "annotate": Entry(
        "wenmai.loaders.cli.learning.annotate",
        say("写出带预标注的句子，供标注工具用", "Write pre-annotated sentences for annotation tools"),
    ),
    "evaluate": Entry(
        "wenmai.loaders.cli.learning.evaluate",
        say("在标注好的文本上给模型打分", "Score a pipeline on annotated text"),
    ),
    "train": Entry(
        "wenmai.loaders.cli.learning.train",
        say("用自己的标注微调小管线", "Fine-tune the small pipeline on your own annotations"),
    ),
    "articles": Entry(
        "wenmai.loaders.cli.making.articles",
        say("看一个版面被读成了哪些文章", "Show the articles found on a page"),
    ),
    "show": Entry(
        "wenmai.loaders.cli.asking.show",
        say("一个实体的一切及其依据", "All about an entity, and why"),
    ),
    "why": Entry(
        "wenmai.loaders.cli.asking.why",
        say("两个实体为什么相连：逐句原文", "Why two entities are linked: every sentence"),
    ),
    "review": Entry(
        "wenmai.loaders.cli.asking.review",
        say("逐对审看可能是同一个的实体", "Look at pairs of entities that may be one"),
    ),
    "merge": Entry(_DECISIONS, say("两个实体是同一个", "Two entities are one"), "merge"),
    "split": Entry(_DECISIONS, say("两个不是同一个", "Two are not one"), "split"),
    "rename": Entry(_DECISIONS, say("改名称", "Give an entity another name"), "rename"),
    "retype": Entry(_DECISIONS, say("改类型", "Give an entity another type"), "retype"),
    "ignore": Entry(_DECISIONS, say("这不是实体", "This is no entity"), "ignore"),
    "demo": Entry(
        "wenmai.loaders.cli.making.demo",
        say("用自带的样报走一遍全程", "Run it all on the sample newspapers"),
    ),
    "completion": Entry(
        "wenmai.loaders.cli.completion",
        say("打印 bash、zsh 或 fish 的补全脚本", "Print the completion script for bash, zsh or fish"),
    ),
}

_BEGIN = say(
    """文脉：从中文报纸到人物、机构、地点、项目的关系图谱。

从这五条命令开始：

  wenmai demo                           用自带的样报走一遍全程
  wenmai build 报纸目录 --into 语料库    读报、识别、连线
  wenmai export html --from 语料库       打开图谱网页
  wenmai query top-entities --from 语料库  问图谱（wenmai query --list 列出全部）
  wenmai articles 版面文件               看一个版面被读成了哪些文章

全部命令：wenmai --help""",
    """wenmai: from Chinese newspapers to a graph of people, organisations, places and programmes.

Five commands to begin with:

  wenmai demo                             run it all on the sample newspapers
  wenmai build PAPERS --into CORPUS       read, extract, link
  wenmai export html --from CORPUS        write the page to open
  wenmai query top-entities --from CORPUS ask the graph (wenmai query --list shows all)
  wenmai articles PAGE                    show the articles found on a page

All commands: wenmai --help""",
)


@click.group(
    cls=LazyGroup,
    entries=_COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "文脉：从中文报纸到人物、机构、地点、项目的关系图谱。\n\n"
        "退出码：0 完成；1 部分输入失败（其余已完成）；2 用法错误；3 语料库；4 模型；5 查询；6 Neo4j。",
        "wenmai: from Chinese newspapers to a graph of people, organisations, places and programmes.\n\n"
        "Exit codes: 0 done; 1 some input failed (the rest is done); 2 usage; 3 corpus; 4 model; "
        "5 query; 6 Neo4j.",
    ),
)
@click.version_option(
    package_name="wenmai", message="wenmai %(version)s", help=say("版本号", "Show the version")
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Show where to begin when no command is given."""
    if ctx.invoked_subcommand is None:
        click.echo(_BEGIN)


def main() -> None:
    """Run the command line; the one place that exits. Problems are one line each on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = cli(standalone_mode=False, prog_name="wenmai")
    except WenmaiError as error:
        click.echo(f"wenmai: {error}", err=True)
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(
            say(
                "wenmai: 已中断；再运行同一条命令即可继续", "wenmai: interrupted; run the same again to go on"
            ),
            err=True,
        )
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has gone: nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:  # the last resort: a person gets one line, a developer the trace
        if os.environ.get("WENMAI_DEBUG"):
            raise
        click.echo(
            say(
                f"wenmai: 程序内部出错（{type(error).__name__}: {error}）；"
                "设 WENMAI_DEBUG=1 再运行可见详情，请告诉我们",
                f"wenmai: internal error ({type(error).__name__}: {error}); "
                "set WENMAI_DEBUG=1 and run again for details, and please tell us",
            ),
            err=True,
        )
        code = UNEXPECTED
    sys.exit(code or 0)
