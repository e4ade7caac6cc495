"""Commands that ask a corpus, or decide who is who in it."""
