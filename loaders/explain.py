"""Why the graph says what it says: an entity with all that is known, a link with all its sentences."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from wenmai.loaders.problems import UsageError
from wenmai.loaders.store.database import open_linked
from wenmai.loaders.words import say

MOST = 20  # rows of a list, unless all are asked for
_NAMES_OF_KINDS = {
    "PERSON": say("人物", "person"),
    "ORG": say("机构", "organisation"),
    "PLACE": say("地点", "place"),
    "PROGRAM": say("项目", "programme"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the store."""

    number: int
    id: str
    kind: str
    name: str


def find(connection: sqlite3.Connection, text: str) -> Known:
    """The one entity that a user means: by its id, its name, or another form of it.

    Raises:
        UsageError: there is none, or there are several.
    """
    rows = connection.execute("SELECT number, id, kind, name, aliases FROM entity ORDER BY id").fetchall()
    by_id = [row for row in rows if row[1] == text]
    by_name = [row for row in rows if row[3] == text]
    by_alias = [row for row in rows if any(alias[0] == text for alias in json.loads(row[4]))]
    # An id that a decision has joined to another is told by its kind and name.
    kind, colon, name = text.partition(":")
    merged = [
        row for row in rows if colon and row[2] == kind and any(a[0] == name for a in json.loads(row[4]))
    ]
    found = by_id or by_name or by_alias or merged
    if len(found) == 1:
        return Known(*found[0][:4])
    if found:
        ids = "、".join(row[1] for row in found)
        raise UsageError(
            say(f"{text} 可能是：{ids}；请写出其中一个", f"{text} may be any of {ids}: write one of them")
        )
    near = [row[1] for row in rows if text and text in row[3]]
    some = "、".join(near[:8]) + ("…" if len(near) > 8 else "")
    hint = say(f"；名称含有它的：{some}", f"; names that hold it: {some}") if near else ""
    raise UsageError(say(f"没有名为 {text} 的实体{hint}", f"no entity is called {text}{hint}"))


def show(directory: Path, text: str, *, everything: bool = False) -> Iterator[str]:
    """Lines on an entity: numbers, other forms and why, partners, articles.

    Raises:
        StoreError: there is no corpus. UsageError: there is no such entity.
    """
    with closing(open_linked(directory)) as connection:
        entity = find(connection, text)
        yield from _head(connection, entity)
        yield from _aliases(connection, entity)
        yield from _list(say("关系", "relations"), _relations(connection, entity), everything=everything)
        yield from _list(
            say("一同提到", "named together with"), _partners(connection, entity), everything=everything
        )
        yield from _list(say("文章", "articles"), _articles(connection, entity), everything=everything)


def _head(connection: sqlite3.Connection, entity: Known) -> Iterator[str]:
    mentions, articles, first, last, facts = connection.execute(
        "SELECT mentions, articles, first_seen, last_seen, facts FROM entity WHERE number = ?",
        (entity.number,),
    ).fetchone()
    yield f"{entity.name}  {_NAMES_OF_KINDS[entity.kind]}  {entity.id}"
    when = f"{first} – {last}" if first else say("日期不明", "no date known")
    yield say(
        f"{mentions} 处提及，{articles} 篇文章，{when}",
        f"{mentions} {_s('mention', mentions)} in {articles} {_s('article', articles)}, {when}",
    )
    known = json.loads(facts)
    told = {
        "adcode": say("区划代码", "division code"),
        "iso": say("国家代码", "country code"),
        "parent": say("属于", "part of"),
    }
    for key, label in told.items():
        if key in known:
            yield f"{label} {known[key]}"
    if "unresolved" in known.get("flags", ()):
        yield say(
            "不知道是哪里的；可用 --place 或 decisions.toml 说明",
            "nobody says whose it is; --place or a decision can",
        )


def _aliases(connection: sqlite3.Connection, entity: Known) -> Iterator[str]:
    [aliases] = connection.execute("SELECT aliases FROM entity WHERE number = ?", (entity.number,)).fetchone()
    forms = json.loads(aliases)
    if forms:
        yield ""
        yield say("其他写法，及其依据", "other forms, and why")
    for form, method, reason, confidence in forms:
        sure = "" if confidence >= 1 else f"  {confidence:.2f}"
        yield f"  {form}  {method}{f'  {reason}' if reason else ''}{sure}"


def _relations(connection: sqlite3.Connection, entity: Known) -> list[str]:
    words = {
        "HOLDS_POSITION": say("职务", "position"),
        "AFFILIATED_WITH": say("属于", "belongs to"),
        "LOCATED_IN": say("位于", "lies in"),
        "RUNS": say("实施", "runs"),
        "ISSUED": say("印发", "issued"),
    }
    rows = connection.execute(
        "SELECT relation.kind, title, former, one.name, other.name, a, first, last FROM relation"
        " JOIN entity one ON one.number = a LEFT JOIN entity other ON other.number = b"
        " WHERE a = :n OR b = :n ORDER BY relation.kind, first IS NULL, first, title, one.id, other.id",
        {"n": entity.number},
    )
    lines = []
    for kind, title, former, one, other, a, first, last in rows:
        parts = [
            words[kind],
            say("（原）", "(former)") if former else "",
            title or "",
            "" if a == entity.number else one,
        ]
        parts += [other or "" if a == entity.number else "", f"{first} – {last}" if first else ""]
        lines.append("  ".join(part for part in parts if part))
    return lines


def _partners(connection: sqlite3.Connection, entity: Known) -> list[str]:
    rows = connection.execute(
        "SELECT entity.name, entity.id, count, edge.articles, npmi FROM edge JOIN entity"
        " ON entity.number = CASE WHEN a = :n THEN b ELSE a END WHERE a = :n OR b = :n"
        " ORDER BY count DESC, weight DESC, entity.id",
        {"n": entity.number},
    )
    return [
        say(
            f"{name}  {count} 次，{articles} 篇，NPMI {npmi:.2f}  {id_}",
            f"{name}  {_times(count, articles)}, NPMI {npmi:.2f}  {id_}",
        )
        for name, id_, count, articles, npmi in rows
    ]


def _articles(connection: sqlite3.Connection, entity: Known) -> list[str]:
    rows = connection.execute(
        "SELECT DISTINCT article.date, article.headline, source.name, article.number FROM naming"
        ' JOIN mention USING (source, start, "end") JOIN article ON article.source = mention.source'
        " AND article.number = mention.article JOIN source ON source.id = mention.source"
        " WHERE naming.entity = ? ORDER BY article.date IS NULL, article.date, source.name, article.number",
        (entity.number,),
    )
    nameless = say("（无标题）", "(no headline)")
    return [
        f"{date or '?'}  {headline or nameless}  {source}#a{number}"
        for date, headline, source, number in rows
    ]


def _times(count: int, articles: int) -> str:
    return f"{count} {_s('time', count)} in {articles} {_s('article', articles)}"


def _s(word: str, number: int) -> str:
    """An English noun in the right number."""
    return word if number == 1 else f"{word}s"


def _list(title: str, rows: list[str], *, everything: bool) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield f"{title} ({len(rows)})"
    kept = rows if everything else rows[:MOST]
    yield from (f"  {row}" for row in kept)
    if len(kept) < len(rows):
        left = len(rows) - len(kept)
        yield say(f"  … 还有 {left} 条，加 --all 全部列出", f"  … {left} more; --all shows them")


def why(directory: Path, one: str, other: str) -> Iterator[str]:
    """Lines on a link: its scores, and every sentence behind it with both names marked.

    Raises:
        StoreError: there is no corpus. UsageError: there is no such entity, or the two are one.
    """
    with closing(open_linked(directory)) as connection:
        a, b = find(connection, one), find(connection, other)
        if a.number == b.number:
            raise UsageError(
                say(f"{one} 与 {other} 是同一个实体：{a.id}", f"{one} and {other} are one entity: {a.id}")
            )
        row = connection.execute(
            "SELECT count, articles, weight, npmi, g2, significance, first, last, evidence FROM edge"
            " WHERE a = ? AND b = ?",
            sorted((a.number, b.number)),
        ).fetchone()
        yield f"{a.name}（{a.id}） — {b.name}（{b.id}）"
        if row is None:
            yield say("没有一同被提到", "never named together")
            return
        count, articles, weight, npmi, g2, significance, first, last, evidence = row
        yield say(
            f"{count} 次，{articles} 篇；权重 {weight:.3g}，NPMI {npmi:.2f}，G² {g2:.1f}，"
            f"显著性 {significance:.2g}；{first or '?'} – {last or '?'}",
            f"{_times(count, articles)}; weight {weight:.3g}, NPMI {npmi:.2f}, G² {g2:.1f}, "
            f"significance {significance:.2g}; {first or '?'} – {last or '?'}",
        )
        for sentence in json.loads(evidence):
            yield ""
            yield from _sentence(connection, sentence, {a.number, b.number})


def _sentence(connection: sqlite3.Connection, identity: str, entities: set[int]) -> Iterator[str]:
    source, _, number = identity.rpartition("#s")
    key, article, text, page_starts, begin_at = connection.execute(
        "SELECT source.id, article, sentence.text, page_starts, begin_at FROM sentence"
        " JOIN source ON source.id = source WHERE name = ? AND number = ?",
        (source, int(number)),
    ).fetchone()
    headline, date, page = connection.execute(
        "SELECT headline, date, page FROM article WHERE source = ? AND number = ?", (key, article)
    ).fetchone()
    starts = json.loads(page_starts)
    leaf = sum(start <= begin_at for start in starts)
    where = [source, say(f"第{page}版", f"page {page}") if page else "", f"pdf {leaf}" if leaf else ""]
    title = headline or say("（无标题）", "(no headline)")
    yield f"  {date or '?'}  {title}  {' '.join(part for part in where if part)}"
    spans = connection.execute(
        'SELECT at, length(mention.text), entity FROM mention JOIN naming USING (source, start, "end")'
        " WHERE mention.source = ? AND sentence = ? ORDER BY at DESC",
        (key, int(number)),
    )
    for at, length, entity in spans:
        if entity in entities:
            text = f"{text[:at]}【{text[at : at + length]}】{text[at + length :]}"
    yield f"  {text}"
