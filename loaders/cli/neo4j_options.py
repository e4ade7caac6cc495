"""Where the Neo4j server is and who asks: from flags, the environment or a prompt, never echoed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wenmai.loaders.words import say

if TYPE_CHECKING:
    from wenmai.loaders.write.neo4j import Neo4jTarget

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_URI = "neo4j://localhost:7687"


def connection(command: F) -> F:
    """The options of a connection; each has its variable in the environment."""
    for option in (
        click.option(
            "--database",
            envvar="NEO4J_DATABASE",
            default="neo4j",
            show_default=True,
            show_envvar=True,
            help=say("Neo4j 数据库名", "The Neo4j database"),
        ),
        click.option(
            "--password",
            envvar="NEO4J_PASSWORD",
            show_envvar=True,
            help=say(
                "Neo4j 密码；宁用环境变量或提示输入，命令行参数别人看得到",
                "The password; better by the environment or the prompt: others can see the command line",
            ),
        ),
        click.option(
            "--username",
            envvar="NEO4J_USERNAME",
            default="neo4j",
            show_default=True,
            show_envvar=True,
            help=say("Neo4j 用户名", "The Neo4j user"),
        ),
        click.option(
            "--uri",
            envvar="NEO4J_URI",
            default=DEFAULT_URI,
            show_default=True,
            show_envvar=True,
            help=say("Neo4j 地址", "The address of the Neo4j server"),
        ),
    ):
        command = option(command)
    return command


def target(asked: Mapping[str, Any]) -> Neo4jTarget:
    """The server that was asked for; a missing password is prompted for at a terminal."""
    from wenmai.loaders.write.neo4j import Neo4jTarget

    password = asked["password"]
    if password is None and sys.stdin.isatty():
        password = click.prompt(
            say("Neo4j 密码", "Neo4j password"), hide_input=True, default="", show_default=False, err=True
        )
    return Neo4jTarget(asked["uri"], asked["username"], password or "", asked["database"])
