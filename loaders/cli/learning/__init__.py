"""Commands around annotated text: suggest it, score on it, learn from it."""
