"""The CSV files go through Neo4j's own import tool and come out as an export leaves them."""

from __future__ import annotations

import os
import subprocess

import pytest
from hand_set_corpus import ARTICLES, ENTITIES, hand_set_corpus
from neo4j_server import Server

from wenmai.loaders.write.neo4j import export
from wenmai.loaders.write.rows import counts
from wenmai.loaders.write.tables import write_csv

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]


@pytest.mark.parametrize(
    ("headline", "alias"),
    [
        pytest.param('含 "引号"，逗号, 分号;', "科技;局", id="marks that the format uses"),
        pytest.param("两\n行", "=1+1", id="a line break"),
    ],
)
def test_imported_as_exported(neo4j_server, tmp_path, headline, alias):
    source, number, _, *details = ARTICLES[0]
    name, aliases, *scores = ENTITIES["ORG:北屿县科技局"]
    entities = ENTITIES | {"ORG:北屿县科技局": (name, (*aliases, alias), *scores)}
    corpus = hand_set_corpus([(source, number, headline, *details), *ARTICLES[1:]], entities)
    neo4j_server.wipe()
    export(corpus, neo4j_server.target)
    exported = neo4j_server.content()

    server = Server(tmp_path / "server", password="")
    settings = neo4j_server.settings
    home = server.directory / settings["VERSION"]
    home.mkdir(parents=True)
    tables = write_csv(corpus, tmp_path / "csv")
    java = [settings["JAVA"], "-Xmx256m", "-XX:+UseSerialGC", "--add-opens=java.base/java.nio=ALL-UNNAMED"]
    done = subprocess.run(
        [*java, "-cp", settings["CLASSPATH"], "org.neo4j.cli.AdminTool", *tables.command[1:]],
        cwd=tables.directory,
        env=os.environ | {"NEO4J_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    server.start()
    try:
        assert server.content() == exported
        assert export(corpus, server.target).found == counts(corpus)
        assert server.content() == exported
    finally:
        server.stop()
