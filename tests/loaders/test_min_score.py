"""Mentions that are not sure enough: out of the graph and of all that is written, still in the store."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from wenmai.graph.entity import NO_DECISIONS, Verb
from wenmai.graph.extract.own_names import NO_NAMES, OwnName, OwnNames
from wenmai.graph.values import EntityType
from wenmai.loaders import explain
from wenmai.loaders.corpus import Built, build, find_files, load_corpus
from wenmai.loaders.decide import decide
from wenmai.loaders.problems import UsageError
from wenmai.loaders.settings import Linking, Reading
from wenmai.loaders.store.database import FILE
from wenmai.loaders.write.html import write_page
from wenmai.loaders.write.node_link import write_node_link
from wenmai.loaders.write.tables import write_csv

SCORES = {"林嘉禾": 0.4, "沅川": 0.7, "汉宁新材料": 0.699}


def build_from(papers: Path, into: Path, model: str, names: OwnNames = NO_NAMES, **linking: Any) -> Built:
    reading = Reading(model=model)
    files, _ = find_files([str(papers)], reading)
    return build(
        files, into, reading=reading, linking=Linking(**linking), decisions=NO_DECISIONS, names=names
    )


@pytest.fixture
def scored(papers: Path, ruler: str, tmp_path: Path) -> Path:
    """A corpus in which some names are doubtful; it is linked as it was before they were."""
    build_from(papers, tmp_path / "corpus", ruler)
    with closing(sqlite3.connect(tmp_path / "corpus" / FILE)) as connection, connection:
        for name, score in SCORES.items():
            connection.execute("UPDATE mention SET score = ? WHERE text = ?", (score, name))
    return tmp_path / "corpus"


def names(directory: Path) -> set[str]:
    return {mention.surface for mention in load_corpus(directory).mentions}


@pytest.mark.parametrize(
    ("least", "gone"),
    [
        (0.0, set()),
        (0.4, set()),
        (0.401, {"林嘉禾"}),
        (0.7, {"林嘉禾", "汉宁新材料"}),
        (1.0, {"林嘉禾", "汉宁新材料", "沅川"}),
    ],
)
def test_what_counts(
    least: float, gone: set[str], scored: Path, papers: Path, ruler: str, tmp_path: Path
) -> None:
    everything = load_corpus(scored)
    built = build_from(papers, scored, ruler, min_score=least)
    assert (built.ingested.changed, built.ingested.new, built.relinked) == ([], [], least > 0)
    assert names(scored) == {m.surface for m in everything.mentions} - gone
    left = sum(mention.surface in gone for mention in everything.mentions)
    assert (built.unsure, built.mentions) == (left, len(everything.mentions) - left)
    # As if they had never been found.
    bare = shutil.copytree(scored, tmp_path / "bare")
    with closing(sqlite3.connect(bare / FILE)) as connection, connection:
        connection.executemany("DELETE FROM mention WHERE text = ?", [(name,) for name in sorted(gone)])
    build_from(papers, bare, ruler, min_score=0.0)
    assert load_corpus(bare) == load_corpus(scored)


def written(directory: Path, out: Path) -> dict[str, bytes]:
    corpus = load_corpus(directory)
    out.mkdir()
    write_page(corpus, out / "graph.html")
    write_node_link(corpus.graph, out / "graph.json")
    write_csv(corpus, out / "csv")
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_nought_changes_no_byte(scored: Path, papers: Path, ruler: str, tmp_path: Path) -> None:
    before = written(scored, tmp_path / "before")
    store = (scored / FILE).read_bytes()
    build_from(papers, scored, ruler, min_score=0.0)
    assert (scored / FILE).read_bytes() == store
    build_from(papers, scored, ruler, min_score=0.5)
    assert written(scored, tmp_path / "between") != before
    build_from(papers, scored, ruler, min_score=0)
    assert written(scored, tmp_path / "after") == before


def test_it_is_kept_until_another_is_asked_for(scored: Path, papers: Path, ruler: str) -> None:
    build_from(papers, scored, ruler, min_score=0.5)
    with closing(sqlite3.connect(scored / FILE)) as connection:
        [[kept]] = connection.execute("SELECT value FROM meta WHERE key = 'linking'")
    assert json.loads(kept)["min_score"] == 0.5
    again = build_from(papers, scored, ruler)
    assert (again.relinked, [note for note in again.notes if "--min-score 0.5" in note]) == (
        False,
        list(again.notes),
    )
    decide(scored, Verb.RENAME, "PERSON:贺启明", "贺市长")
    assert "林嘉禾" not in names(scored)


def test_show_and_why_know_nothing_of_them(scored: Path, papers: Path, ruler: str) -> None:
    assert any("【林嘉禾】" in line for line in explain.why(scored, "贺启明", "林嘉禾"))
    build_from(papers, scored, ruler, min_score=0.5)
    with pytest.raises(UsageError):
        list(explain.why(scored, "贺启明", "林嘉禾"))
    said = [*explain.show(scored, "贺启明"), *explain.why(scored, "贺启明", "沅川市委")]
    assert not any("PERSON:林嘉禾" in line or "【林嘉禾】" in line for line in said)


def test_listed_names_are_sure(papers: Path, ruler: str, tmp_path: Path) -> None:
    listed = OwnNames((OwnName("在场", EntityType.PLACE),))
    build_from(papers, tmp_path / "corpus", ruler, listed, min_score=1.0)
    assert "在场" in names(tmp_path / "corpus")
