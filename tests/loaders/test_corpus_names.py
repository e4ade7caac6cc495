"""A corpus with names of the user's own: read again when they change, and only then."""

from pathlib import Path
from typing import Any

import pytest

from wenmai.graph.entity import NO_DECISIONS
from wenmai.graph.extract.own_names import OwnNames
from wenmai.loaders.corpus import Built, build, find_files, load_corpus
from wenmai.loaders.finding import extract
from wenmai.loaders.own_names import parse_own_names
from wenmai.loaders.settings import Linking, Reading
from wenmai.loaders.store.database import FILE

LIST = "林嘉禾汇报\t项目\n沈知远\t机构\n"


def listed(text: str) -> OwnNames:
    read = parse_own_names(text, "names.tsv")
    assert not text or read.problems == ()
    return read.names


def build_from(papers: Path, into: Path, model: str, names: str, **settings: Any) -> Built:
    files, problems = find_files([str(papers)], Reading(model=model))
    assert problems == []
    return build(
        files,
        into,
        reading=Reading(model=model),
        linking=Linking(),
        decisions=NO_DECISIONS,
        names=listed(names),
        **settings,
    )


def told(directory: Path) -> set[tuple[str, str]]:
    corpus = load_corpus(directory)
    kind = {node.id: node.kind.value for node in corpus.graph.nodes}
    return {(mention.surface, kind[mention.entity]) for mention in corpus.mentions}


def test_they_win_in_the_corpus(papers: Path, ruler: str, tmp_path: Path) -> None:
    build_from(papers, tmp_path / "plain", ruler, "")
    build_from(papers, tmp_path / "corpus", ruler, LIST)
    assert told(tmp_path / "corpus") - told(tmp_path / "plain") == {
        ("林嘉禾汇报", "PROGRAM"),
        ("沈知远", "ORG"),
    }
    assert told(tmp_path / "plain") - told(tmp_path / "corpus") == {("沈知远", "PERSON")}


@pytest.mark.parametrize(
    ("names", "read"),
    [
        pytest.param(LIST, 0, id="the same"),
        pytest.param(
            "# 另一个文件\n沈知远\tORG\t备注\n\n林嘉禾汇报\t项目\n", 0, id="the same, in other lines"
        ),
        pytest.param("林嘉禾汇报\t项目\n沈知远\t地点\n", 3, id="another type"),
        pytest.param(LIST + "双方\t机构\n", 3, id="one more"),
        pytest.param("", 3, id="none any more"),
    ],
)
def test_other_names_are_noticed(names: str, read: int, papers: Path, ruler: str, tmp_path: Path) -> None:
    build_from(papers, tmp_path / "corpus", ruler, LIST)
    before = (tmp_path / "corpus" / FILE).read_bytes()
    again = build_from(papers, tmp_path / "corpus", ruler, names)
    assert (len(again.ingested.changed), again.relinked) == (read, read > 0)
    assert ((tmp_path / "corpus" / FILE).read_bytes() == before) is (read == 0)
    build_from(papers, tmp_path / "fresh", ruler, names)
    assert load_corpus(tmp_path / "corpus") == load_corpus(tmp_path / "fresh")
    assert [note for note in again.notes if "--names" in note] == list(again.notes[: names == ""])


def test_workers_know_them(papers: Path, ruler: str, tmp_path: Path) -> None:
    build_from(papers, tmp_path / "one", ruler, LIST)
    build_from(papers, tmp_path / "two", ruler, LIST, workers=2)
    assert load_corpus(tmp_path / "one") == load_corpus(tmp_path / "two")


def test_extract_finds_what_build_finds(papers: Path, ruler: str, tmp_path: Path) -> None:
    files, _ = find_files([str(papers)], Reading(model=ruler))
    found = extract(
        files,
        reading=Reading(model=ruler),
        linking=Linking(),
        decisions=NO_DECISIONS,
        names=listed(LIST),
    )
    build_from(papers, tmp_path / "corpus", ruler, LIST)
    spans = sorted((m.source, m.start, m.end, m.text) for m in found.mentions)
    rows = [
        (row.sentence.partition("#")[0], row.begin_at, row.end_at, row.surface)
        for row in load_corpus(tmp_path / "corpus").mentions
    ]
    assert spans == sorted(rows)
