"""The sample pages are read as their table says."""

from __future__ import annotations

import pytest

from wenmai.graph.page import read_page

NEAR = 5  # characters


@pytest.fixture(scope="module")
def found(sample, contents):
    """Every article read: file, bounds in text without white space, headline, authors."""
    rows = []
    for path in sorted(sample.rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(sample).as_posix()
        paper, date = path.stem.split("_")[:2]
        for article in read_page(text, source=name, date=date, publication=paper).articles:
            bounds = [len(contents.squeeze(text[:at])) for at in (article.span.start, article.span.end)]
            headline = contents.squeeze(article.headline or "") or None
            rows.append((name, *bounds, headline, article.authors, article.date))
    return rows


def matched(listed, found):
    """Pairs of a listed and a read article whose bounds agree."""
    return [
        (row, read)
        for row in listed
        for read in found
        if read[0] == row.file and abs(read[1] - row.start) <= NEAR and abs(read[2] - row.end) <= NEAR
    ]


def test_bounds(listed, found):
    right = len(matched(listed, found))
    assert 2 * right / (len(listed) + len(found)) >= 0.95


def test_headlines_authors_and_dates(listed, found):
    pairs = matched(listed, found)
    assert sum(row.headline == read[3] for row, read in pairs) >= 0.95 * len(pairs)
    assert sum(set(row.authors) == set(read[4]) for row, read in pairs) >= 0.93 * len(pairs)
    assert sum(row.date == read[5] for row, read in pairs) >= 0.95 * len(pairs)
