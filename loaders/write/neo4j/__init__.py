"""A Neo4j server: written to by `export`, read from by `run`."""

from wenmai.loaders.write.neo4j.export import Exported, Progress, export
from wenmai.loaders.write.neo4j.read import run
from wenmai.loaders.write.neo4j.target import Neo4jTarget

__all__ = ["Exported", "Neo4jTarget", "Progress", "export", "run"]
