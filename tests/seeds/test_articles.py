"""The sample corpus is what its table and its README say."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise


def test_the_table_lists_every_page(sample, listed):
    pages = {
        path.relative_to(sample).as_posix()
        for path in sample.rglob("*_*.*")
        if path.suffix in {".txt", ".md"}
    }
    assert len(pages) == 19
    assert {row.file for row in listed} == pages


def test_counts(listed):
    assert Counter(row.kind for row in listed) == {"article": 49, "caption": 6, "box": 4}


def test_months_and_papers(listed):
    assert {row.date[:7] for row in listed} == {f"2025-{month:02d}" for month in range(2, 12)}
    assert {row.file.split("/")[0] for row in listed} == {"沅川日报", "汉宁晚报", "海泰日报", "产业政策通报"}


def test_bodies_stand_apart(listed):
    for before, after in pairwise(listed):
        assert before.start < before.end
        assert before.file != after.file or before.end <= after.start


def test_articles_have_the_length_of_news(listed):
    assert [
        row.first for row in listed if row.kind == "article" and not 250 <= row.end - row.start <= 700
    ] == []


def test_headlines_and_authors_stand_on_the_page(sample, listed, contents):
    for row in listed:
        page = contents.squeeze((sample / row.file).read_text(encoding="utf-8"))
        assert row.headline is None or row.headline in page, row.file
        body = page[row.start : row.end]
        assert row.headline is None or row.headline not in body, row.file
        for author in row.authors:
            assert author in page, (row.file, author)


def test_displaced_headlines(sample, listed, contents):
    after = 0
    for row in listed:
        page = contents.squeeze((sample / row.file).read_text(encoding="utf-8"))
        after += row.headline is not None and row.headline not in page[: row.start]
    assert after == 33


def test_one_dispatch_in_three_papers(sample, listed, contents):
    printed = [row for row in listed if row.authors == ("阎晋", "卫若溪")]
    assert [row.file.split("/")[0] for row in printed] == ["沅川日报", "汉宁晚报", "海泰日报"]
    assert len({row.headline for row in printed}) == 3
    texts = [
        contents.squeeze((sample / row.file).read_text(encoding="utf-8"))[row.start : row.end]
        for row in printed
    ]
    assert texts[0] == texts[2]
    assert texts[1].removeprefix("据") in texts[0]


def test_jumps(sample, listed, contents):
    bodies = {
        (row.file, row.headline): contents.squeeze((sample / row.file).read_text(encoding="utf-8"))[
            row.start : row.end
        ]
        for row in listed
    }
    on = {key: m[1] for key, body in bodies.items() if (m := re.search(r"（下转第(\d)版）$", body))}
    back = {key: m[1] for key, body in bodies.items() if (m := re.match(r"（上接第(\d)版）", body))}
    assert on == {
        ("沅川日报/沅川日报_2025-02-17_01.txt", "新春第一会聚力建“钒谷”"): "3",
        ("沅川日报/沅川日报_2025-07-15_01.txt", "清水入江，先治一条石漕河"): "2",
    }
    assert back == {
        ("沅川日报/沅川日报_2025-02-17_03.txt", "新春第一会聚力建“钒谷”"): "1",
        ("沅川日报/沅川日报_2025-07-15_02.txt", "清水入江，先治一条石漕河"): "1",
    }


def test_two_people_of_one_name(sample, listed, contents):
    papers = Counter(
        row.file.split("/")[0]
        for row in listed
        if "王建平" in contents.squeeze((sample / row.file).read_text(encoding="utf-8"))[row.start : row.end]
    )
    assert papers == {"沅川日报": 6, "汉宁晚报": 3}


def test_plain_pages_are_wrapped_hard(sample):
    for path in sorted(sample.rglob("*_*.txt")):
        text = path.read_text(encoding="utf-8")
        assert max(len(line) for line in text.splitlines()) <= 32, path.name
        assert "\r" not in text
