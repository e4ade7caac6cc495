"""A real Neo4j Community server for the tests: started, killed, wiped; its jars come from Maven Central."""

from __future__ import annotations

import os
import shlex
import signal
import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from neo4j import GraphDatabase

from wenmai.loaders.write.neo4j import Neo4jTarget

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "tests" / "neo4j"
JARS = ROOT / "build" / "neo4j" / "jars"  # shared by all runs
PASSWORD = "correct horse 电池"  # noqa: S105 - of a server that lives as long as the tests


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class Server:
    """A server whose data lie in `directory`; without a password it asks for none."""

    directory: Path
    password: str = PASSWORD
    port: int = field(default_factory=free_port)

    @property
    def target(self) -> Neo4jTarget:
        return Neo4jTarget(f"bolt://127.0.0.1:{self.port}", "neo4j", self.password, "neo4j")

    @property
    def settings(self) -> dict[str, str]:
        """What start.sh left: BOLT, VERSION, NEO4J_HOME, CLASSPATH, JAVA."""
        words = shlex.split((self.directory / "env").read_text(encoding="utf-8"))
        return dict(word.split("=", 1) for word in words)

    def start(self) -> None:
        environ = os.environ | {"NEO4J_PASSWORD": self.password, "NEO4J_LIB": str(JARS), "NEO4J_WAIT": "300"}
        subprocess.run(
            [SCRIPTS / "start.sh", self.directory, str(self.port)], env=environ, check=True, timeout=900
        )

    def stop(self) -> None:
        subprocess.run([SCRIPTS / "stop.sh", self.directory], check=True, timeout=60)

    def kill(self) -> None:
        os.kill(int((self.directory / "pid").read_text(encoding="utf-8")), signal.SIGKILL)

    def ask(self, query: str, **parameters: object) -> list[list[object]]:
        """Run anything, writing too, past all that is under test."""
        target = self.target
        with GraphDatabase.driver(target.uri, auth=(target.username, target.password)) as driver:
            records, _, _ = driver.execute_query(query, parameters, database_="neo4j")
            return [list(record.values()) for record in records]

    def wipe(self) -> None:
        """Empty the database: data, constraints and indexes."""
        self.ask("MATCH ()-[r]->() DELETE r")
        self.ask("MATCH (n) DELETE n")
        for (name,) in self.ask("SHOW CONSTRAINTS YIELD name RETURN name"):
            self.ask(f"DROP CONSTRAINT `{name}`")
        for (name,) in self.ask("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
            self.ask(f"DROP INDEX `{name}`")

    def content(self) -> tuple[list[list[object]], list[list[object]]]:
        """All nodes and all relationships, our mark left out, in an order that is always the same."""
        nodes = self.ask(
            "MATCH (n) RETURN labels(n) AS labels, n{.*, wenmai: n.wenmai IS NOT NULL} AS properties"
            " ORDER BY labels[0], properties.id"
        )
        relationships = self.ask(
            "MATCH (a)-[r]->(b)"
            " RETURN a.id AS a, type(r) AS type, b.id AS b, r{.*, wenmai: r.wenmai IS NOT NULL} AS properties"
            " ORDER BY type, a, b, properties.begin_at, properties.title"
        )
        return nodes, relationships
