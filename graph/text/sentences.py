"""Where sentences end: at 。！？!? with the closing quotes and brackets behind them."""

from __future__ import annotations

import re

from wenmai.graph.values import Span

# A white-space character never ends a sentence: a page breaks its lines anywhere.
_SENTENCE = re.compile(r"[^\s。！？!?][^。！？!?]*(?:[。！？!?]+[”’」』）)]*)?|[。！？!?]+[”’」』）)]*")


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Split a stretch of text, one paragraph or many run together, into sentences.

    What stands behind the last full stop is a sentence too. Spans are in order, do not
    overlap, and hold every character but white space; a sentence neither begins nor ends
    with white space. Offsets count from the beginning of `text`.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    for match in _SENTENCE.finditer(text, start, stop):
        begin, finish = match.span()
        while text[finish - 1].isspace():
            finish -= 1
        spans.append(Span(begin, finish))
    return spans
