"""What was found on pages, for a person to judge and for scripts to read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wenmai.graph.values import Article, Page
from wenmai.loaders.ingest import read_pages
from wenmai.loaders.problems import InputError
from wenmai.loaders.read import ReadOptions, SourceFile, find_sources
from wenmai.loaders.settings import Reading
from wenmai.loaders.words import say

FIRST_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Listing:
    """Pages in the order of their names, and what could not be read."""

    pages: tuple[Page, ...]
    problems: tuple[InputError, ...]


def read_listing(paths: Sequence[str], *, reading: Reading) -> Listing:
    """Read every source below the paths."""
    files, problems = find_sources(paths, options=ReadOptions(reading.encoding, reading.columns))

    def report(_: SourceFile, problem: InputError) -> None:
        problems.append(problem)

    pages = tuple(pending.page for pending in read_pages(files, reading=reading, report=report))
    return Listing(pages, tuple(problems))


def article_json(pages: Iterable[Page]) -> str:
    """One JSON list of all articles; `start`, `end` bound the body, in code points of the source."""
    rows = [_row(page, article) for page in pages for article in page.articles]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _row(page: Page, article: Article) -> dict[str, object]:
    return {
        "source": page.source,
        "number": article.number,
        "start": article.span.start,
        "end": article.span.end,
        "headline": article.headline,
        "authors": list(article.authors),
        "agency": article.agency,
        "publication": article.publication,
        "dateline": article.dateline,
        "date": article.date,
        "date_method": article.date_method.value,
        "continued": article.continued,
        "kind": article.kind.value,
        "page": article.page,
        "continued_from": article.continued_from,
        "continued_on": article.continued_on,
    }


def article_lines(pages: Iterable[Page]) -> str:
    """The same for a person: a block an article."""
    return "\n".join(line for page in pages for line in _page_lines(page))


def _page_lines(page: Page) -> Iterable[str]:
    yield say(f"{page.source}：{len(page.articles)} 篇", f"{page.source}: {len(page.articles)} articles")
    for article in page.articles:
        yield f"  {article.number}  {article.headline or say('（无标题）', '(no headline)')}"
        facts = [
            say("作者 ", "by ") + "、".join(article.authors) if article.authors else "",
            article.agency or "",
            article.publication or "",
            article.dateline or "",
            f"{article.date} ({_method(article)})" if article.date else say("日期不明", "date unknown"),
            _kind(article),
            say(f"上接第{article.continued_from}版", f"from page {article.continued_from}")
            if article.continued_from
            else (say("接他版", "continued") if article.continued else ""),
            say(f"下转第{article.continued_on}版", f"to page {article.continued_on}")
            if article.continued_on
            else "",
        ]
        yield "     " + " · ".join(fact for fact in facts if fact)
        yield "     " + _first_words(page, article)


def _method(article: Article) -> str:
    return {
        "given": say("已知", "given"),
        "inferred": say("推断", "inferred"),
        "unknown": say("不明", "unknown"),
    }[article.date_method.value]


def _kind(article: Article) -> str:
    return {"article": "", "caption": say("图片说明", "caption"), "box": say("资料框", "box")}[
        article.kind.value
    ]


def _first_words(page: Page, article: Article) -> str:
    begin = page.view.from_source(article.span.start)
    end = page.view.from_source(article.span.end)
    text = page.view.text[begin:end]
    return text if len(text) <= FIRST_CHARACTERS else text[:FIRST_CHARACTERS] + "…"
