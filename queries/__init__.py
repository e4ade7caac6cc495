"""Cypher queries, one a file, and the function that finds them by name."""
