"""The store: one SQLite file in the corpus directory is the truth, all else follows from it."""
