"""What several rooms' tests need: a real browser, a real Neo4j server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from neo4j_server import Server

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing(what: str, remedy: str) -> None:
    """Skip a test for want of a program; where all must run, fail."""
    say = pytest.fail if os.environ.get("WENMAI_REQUIRE_ALL") == "1" else pytest.skip
    say(f"{what} not found: {remedy}")


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where Chromium is: WENMAI_CHROMIUM, or the first of the usual names on the PATH."""
    found = os.environ.get("WENMAI_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        missing("Chromium", "apt-get install chromium fonts-noto-cjk, or set WENMAI_CHROMIUM to its path")
    return str(found)


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which judges how accessible a page is."""
    path = Path(__file__).parents[1] / ".ci/node_modules/axe-core/axe.min.js"
    if not path.exists():
        missing("axe-core", "npm ci --prefix .ci")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real Neo4j Community server on a free port; whoever writes to it wipes it first."""
    from neo4j_server import Server  # here, since not every run needs the driver

    if not (shutil.which("java") and shutil.which("mvn")):
        missing("A JDK or Maven", "apt-get install openjdk-17-jre-headless maven")
    server = Server(tmp_path_factory.mktemp("neo4j"))
    server.start()
    yield server
    server.stop()
