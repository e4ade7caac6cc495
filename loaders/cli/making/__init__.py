"""Commands that make something of newspapers: a corpus, mentions, exports."""
