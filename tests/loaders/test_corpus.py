"""The store: read once, changed in part, gone, killed, locked, damaged; always that of a fresh build."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from wenmai.graph.entity import NO_DECISIONS
from wenmai.loaders import explain
from wenmai.loaders.corpus import Built, build, find_files, load_corpus, load_graph
from wenmai.loaders.finding import extract
from wenmai.loaders.problems import StoreError
from wenmai.loaders.settings import Linking, Reading
from wenmai.loaders.store.database import FILE, is_being_written, open_for_writing
from wenmai.loaders.store.sources import remove_files


def build_from(papers: Path, into: Path, model: str, **settings: Any) -> Built:
    linking = Linking(**{k: settings.pop(k) for k in ("window", "bylines", "place") if k in settings})
    reading = Reading(model=model)
    files, problems = find_files([str(papers)], reading)
    assert problems == []
    return build(files, into, reading=reading, linking=linking, decisions=NO_DECISIONS, **settings)


def test_counts(papers: Path, ruler: str, tmp_path: Path) -> None:
    built = build_from(papers, tmp_path / "corpus", ruler)
    assert (built.sources, len(built.ingested.new), built.problems) == (3, 3, ())
    graph = load_graph(tmp_path / "corpus")
    names = nx_names(graph)
    assert ("贺启明", "林嘉禾") in names
    assert ("沈知远", "贺启明") not in names  # another sentence
    assert graph.number_of_edges() == built.edges == len(names) // 2


def nx_names(graph: Any) -> set[tuple[str, str]]:
    name = graph.nodes(data="name")
    return {pair for a, b in graph.edges for pair in ((name[a], name[b]), (name[b], name[a]))}


def test_second_run_changes_nothing(papers: Path, ruler: str, tmp_path: Path) -> None:
    build_from(papers, tmp_path / "corpus", ruler)
    before = (tmp_path / "corpus" / FILE).read_bytes()
    again = build_from(papers, tmp_path / "corpus", ruler)
    assert (len(again.ingested.unchanged), again.ingested.new, again.relinked) == (3, [], False)
    assert (tmp_path / "corpus" / FILE).read_bytes() == before


def test_a_file_that_cannot_be_read_any_more_keeps_what_was_read(
    papers: Path, ruler: str, tmp_path: Path
) -> None:
    build_from(papers, tmp_path / "corpus", ruler)
    (papers / "汉宁日报_2025-03-02_01.txt").write_bytes(bytes(range(256)) * 9)
    again = build_from(papers, tmp_path / "corpus", ruler, prune=True)
    assert [problem.source for problem in again.problems] == ["汉宁日报_2025-03-02_01.txt"]
    assert (again.sources, again.ingested.removed, again.ingested.gone) == (3, [], [])


@pytest.mark.parametrize("what", [load_graph, load_corpus, lambda c: list(explain.show(c, "贺启明"))])
def test_half_a_build_is_not_shown(what: Any, papers: Path, ruler: str, tmp_path: Path) -> None:
    """What was linked before a file went holds no longer: a reader is told, and sees no mixture."""
    build_from(papers, tmp_path / "corpus", ruler)
    with open_for_writing(tmp_path / "corpus") as connection:
        remove_files(connection, ["汉宁日报_2025-03-02_01.txt"])
        with pytest.raises(StoreError, match="is being built"):
            what(tmp_path / "corpus")
    with pytest.raises(StoreError, match="run wenmai build once more"):
        what(tmp_path / "corpus")
    build_from(papers, tmp_path / "corpus", ruler)
    what(tmp_path / "corpus")


def test_settings_of_linking_are_kept(papers: Path, ruler: str, tmp_path: Path) -> None:
    build_from(papers, tmp_path / "corpus", ruler, window="article")
    kept = build_from(papers, tmp_path / "corpus", ruler)
    assert (kept.relinked, kept.notes) == (False, ("as this corpus was linked before: --window article",))
    changed = build_from(papers, tmp_path / "corpus", ruler, window="sentence")
    assert (changed.relinked, changed.notes) == (True, ())


def test_a_corpus_that_cannot_be_written_can_be_read(
    papers: Path, ruler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_from(papers, tmp_path / "corpus", ruler)
    before = sorted(path.name for path in (tmp_path / "corpus").iterdir())
    monkeypatch.setattr(os, "access", lambda *_: False)  # tests run as root, who may write anywhere
    assert load_graph(tmp_path / "corpus").number_of_edges() > 0
    assert sorted(path.name for path in (tmp_path / "corpus").iterdir()) == before


def test_what_a_file_lacks_is_said_each_time(papers: Path, ruler: str, tmp_path: Path) -> None:
    rows = ['{"text": "贺启明在沅川。"}', "not json", '{"text": "林嘉禾在汉宁。"}']
    (papers / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    first = build_from(papers, tmp_path / "corpus", ruler)
    again = build_from(papers, tmp_path / "corpus", ruler)
    assert [problem.source for problem in first.problems] == ["rows.jsonl#2"]
    assert [str(problem) for problem in again.problems] == [str(problem) for problem in first.problems]
    assert (again.sources, len(again.ingested.unchanged), again.relinked) == (5, 4, False)


def test_same_folder_from_elsewhere_adds_nothing(papers: Path, ruler: str, tmp_path: Path) -> None:
    build_from(papers, tmp_path / "corpus", ruler)
    moved = shutil.copytree(papers, tmp_path / "far" / "away")
    again = build_from(moved, tmp_path / "corpus", ruler)
    assert (len(again.ingested.unchanged), again.relinked) == (3, False)


def test_changed_and_gone_equal_a_fresh_build(papers: Path, ruler: str, tmp_path: Path) -> None:
    build_from(papers, tmp_path / "corpus", ruler)
    (papers / "沅川日报_2025-03-01_01.txt").write_text("改版\n\n沈知远会见贺启明。\n", encoding="utf-8")
    (papers / "汉宁日报_2025-03-02_01.txt").unlink()
    reported = build_from(papers, tmp_path / "corpus", ruler)
    assert (reported.ingested.changed, reported.ingested.gone) == (
        ["沅川日报_2025-03-01_01.txt"],
        ["汉宁日报_2025-03-02_01.txt"],
    )
    assert reported.sources == 3  # reported, kept
    pruned = build_from(papers, tmp_path / "corpus", ruler, prune=True)
    assert (pruned.ingested.removed, pruned.sources) == (["汉宁日报_2025-03-02_01.txt"], 2)
    build_from(papers, tmp_path / "fresh", ruler)
    assert load_corpus(tmp_path / "corpus") == load_corpus(tmp_path / "fresh")
    assert dump(tmp_path / "corpus") == dump(tmp_path / "fresh")


def dump(directory: Path) -> dict[str, list[Any]]:
    """Every row, surrogate keys written as names."""
    with sqlite3.connect(directory / FILE) as connection:
        tables = {
            table: connection.execute(
                f"SELECT source.name, t.* FROM {table} t JOIN source ON source.id = t.source"  # noqa: S608
            ).fetchall()
            for table in ("article", "sentence", "mention", "naming", "writer", "story")
        }
        tables = {t: sorted(repr((row[0], *row[2:])) for row in rows) for t, rows in tables.items()}
        for table in ("entity", "edge"):
            tables[table] = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608
        tables["file"] = connection.execute("SELECT name, digest, made_by FROM file ORDER BY name").fetchall()
        tables["meta"] = connection.execute("SELECT * FROM meta ORDER BY key").fetchall()
    connection.close()
    return tables


def test_workers_and_order_change_nothing(papers: Path, ruler: str, tmp_path: Path) -> None:
    build_from(papers, tmp_path / "one", ruler)
    reading = Reading(model=ruler)
    files, _ = find_files([str(papers)], reading)
    build(
        files[::-1], tmp_path / "two", reading=reading, linking=Linking(), decisions=NO_DECISIONS, workers=2
    )
    assert dump(tmp_path / "one") == dump(tmp_path / "two")


def test_extract_resolves_as_build_does(papers: Path, ruler: str, tmp_path: Path) -> None:
    build_from(papers, tmp_path / "corpus", ruler)
    reading = Reading(model=ruler)
    files, _ = find_files([str(papers)], reading)
    found = extract(files, reading=reading, linking=Linking(), decisions=NO_DECISIONS)
    lines = [json.loads(line) for line in found.lines()]
    stored = {
        (m.sentence.partition("#")[0], m.begin_at, m.end_at): m.entity
        for m in load_corpus(tmp_path / "corpus").mentions
    }
    assert {(line["source"], line["start"], line["end"]): line["entity"] for line in lines} == stored


@pytest.mark.parametrize("window", ["sentence", "paragraph", "article"])
def test_graph_follows_from_mention_lines(papers: Path, ruler: str, tmp_path: Path, window: str) -> None:
    """Count every edge anew from nothing but the lines and the sentences."""
    build_from(papers, tmp_path / "corpus", ruler, window=window)
    corpus = load_corpus(tmp_path / "corpus")
    article = {s.id: s.article for s in corpus.sentences}
    with sqlite3.connect(tmp_path / "corpus" / FILE) as connection:
        paragraph = {
            f"{name}#s{number}": p
            for name, number, p in connection.execute(
                "SELECT name, number, paragraph FROM sentence JOIN source ON source.id = source"
            )
        }
    connection.close()
    key = {
        "sentence": lambda s: s,
        "paragraph": lambda s: (article[s], paragraph[s]),
        "article": lambda s: article[s],
    }[window]
    windows: dict[Any, set[str]] = {}
    for mention in corpus.mentions:
        if mention.role in ("body", "headline", "caption"):
            windows.setdefault(key(mention.sentence), set()).add(mention.entity)
    counts: dict[tuple[str, str], int] = {}
    weights: dict[tuple[str, str], float] = {}
    for named in windows.values():
        for a in named:
            for b in named:
                if a < b:
                    counts[a, b] = counts.get((a, b), 0) + 1
                    weights[a, b] = weights.get((a, b), 0) + 1 / (len(named) - 1)
    assert {(e.a, e.b): e.count for e in corpus.graph.edges} == counts
    assert {(e.a, e.b): e.weight for e in corpus.graph.edges} == pytest.approx(weights, rel=1e-5)


def test_a_second_writer_is_told(papers: Path, ruler: str, tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "corpus"):
        assert is_being_written(tmp_path / "corpus")
        with pytest.raises(StoreError, match="another wenmai is writing"):
            build_from(papers, tmp_path / "corpus", ruler)
    assert not is_being_written(tmp_path / "corpus")
    assert build_from(papers, tmp_path / "corpus", ruler).sources == 3


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"this is not sqlite, it is a text" * 99, "not a wenmai corpus", id="another file"),
        pytest.param(None, "of version 0", id="another version"),
    ],
)
def test_what_is_no_corpus_of_ours(
    content: bytes | None, says: str, papers: Path, ruler: str, tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    if content is None:
        build_from(papers, corpus, ruler)
        with sqlite3.connect(corpus / FILE) as connection:
            connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
        connection.close()
    else:
        corpus.mkdir()
        (corpus / FILE).write_bytes(content)
    for attempt in (lambda: build_from(papers, corpus, ruler), lambda: load_graph(corpus)):
        with pytest.raises(StoreError, match=says):
            attempt()


def test_no_corpus_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no corpus here; first run wenmai build"):
        load_graph(tmp_path)


KILLED = """
import os, signal, sys
from wenmai.loaders.store import database
from wenmai.graph.entity import NO_DECISIONS
from wenmai.loaders.corpus import build, find_files
from wenmai.loaders.settings import Linking, Reading

papers, into, model, after = *sys.argv[1:4], int(sys.argv[4])
statements = 0
connect = database._connect

def counted(path, **how):
    connection = connect(path, **how)
    def count(_):
        global statements
        statements += 1
        if statements == after:
            os.kill(os.getpid(), signal.SIGKILL)
    connection.set_trace_callback(count)
    return connection

database._connect = counted
files, _ = find_files([papers], Reading(model))
build(files, database.Path(into), reading=Reading(model), linking=Linking(), decisions=NO_DECISIONS)
print(statements)
"""


def test_killed_anywhere_the_next_build_ends_the_same(papers: Path, ruler: str, tmp_path: Path) -> None:
    """SIGKILL at twelve statements spread over the whole run, from the schema to the last row."""

    def run(into: Path, after: int) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-c", KILLED, str(papers), str(into), ruler, str(after)]
        return subprocess.run(words, capture_output=True, text=True, check=False, env=dict(os.environ))

    whole = run(tmp_path / "whole", 0)
    assert whole.returncode == 0, whole.stderr
    statements = int(whole.stdout)
    expected = dump(tmp_path / "whole")
    for point in range(12):
        after = 2 + point * (statements - 2) // 11
        corpus = tmp_path / f"killed-{point}"
        assert run(corpus, after).returncode == -signal.SIGKILL
        build_from(papers, corpus, ruler)
        assert dump(corpus) == expected, f"killed at statement {after} of {statements}"


def test_relations_of_one_kind_ends_and_title_are_one(papers: Path, ruler: str, tmp_path: Path) -> None:
    """Worded once as former and once as present: present, with all evidence and the widest dates."""
    build_from(papers, tmp_path / "corpus", ruler)
    with open_for_writing(tmp_path / "corpus") as connection:
        a, b = (row[0] for row in connection.execute("SELECT number FROM entity ORDER BY number LIMIT 2"))
        connection.execute("DELETE FROM relation")
        connection.executemany(
            "INSERT INTO relation (kind, a, b, title, first, last, former, evidence)"
            " VALUES ('HOLDS_POSITION', ?, ?, ?, ?, ?, ?, ?)",
            [
                (a, b, "主任", "2025-03", "2025-04", 1, '["x#s2", "x#s1"]'),
                (a, b, "主任", "2025-01", None, 0, '["x#s1"]'),
                (a, b, "局长", None, None, 1, '["x#s3"]'),
                (a, None, "院长", None, None, 0, "[]"),  # at no body that the text names
            ],
        )
    rows = load_corpus(tmp_path / "corpus").relations
    assert [(r.title, r.first, r.last, r.former, sorted(r.evidence)) for r in rows] == [
        ("主任", "2025-01", "2025-04", False, ["x#s1", "x#s2"]),
        ("局长", None, None, True, ["x#s3"]),
    ]
