"""Decisions that last, and lines that say why."""

from __future__ import annotations

from pathlib import Path

import pytest

from wenmai.graph.entity import Verb
from wenmai.loaders import explain
from wenmai.loaders.corpus import build, find_files, load_graph
from wenmai.loaders.decide import FILE, decide, pairs
from wenmai.loaders.lists import load_decisions
from wenmai.loaders.problems import UsageError
from wenmai.loaders.settings import Linking, Reading


@pytest.fixture
def corpus(papers: Path, ruler: str, tmp_path: Path) -> Path:
    rebuild(papers, ruler, tmp_path / "corpus")
    return tmp_path / "corpus"


def rebuild(papers: Path, ruler: str, into: Path) -> None:
    files, _ = find_files([str(papers)], Reading(ruler))
    build(files, into, reading=Reading(ruler), linking=Linking(), decisions=load_decisions(into / FILE))


def names(corpus: Path) -> set[str]:
    return {name for _, name in load_graph(corpus).nodes(data="name")}


def test_merge_joins_and_survives_a_rebuild(corpus: Path, papers: Path, ruler: str) -> None:
    assert {"钒谷科技", "汉宁新材料"} <= names(corpus)
    decide(corpus, Verb.SAME, "钒谷科技", "汉宁新材料")
    assert "ORG:汉宁新材料" not in load_graph(corpus)
    (papers / "又一.txt").write_text("汉宁新材料与贺启明座谈。\n", encoding="utf-8")
    rebuild(papers, ruler, corpus)
    assert load_graph(corpus).has_edge("ORG:钒谷科技", "PERSON:贺启明")


def test_rename_retype_ignore(corpus: Path) -> None:
    decide(corpus, Verb.RENAME, "林嘉禾", "林嘉禾（钒谷）")
    decide(corpus, Verb.RETYPE, "汉宁", "ORG")
    decide(corpus, Verb.IGNORE, "沈知远")
    graph = load_graph(corpus)
    assert "林嘉禾（钒谷）" in names(corpus)
    assert graph.nodes["ORG:汉宁"]["kind"] == "ORG"
    assert "沈知远" not in names(corpus)


def test_the_last_word_on_a_pair_counts(corpus: Path) -> None:
    before = load_graph(corpus)
    decide(corpus, Verb.SAME, "ORG:钒谷科技", "ORG:汉宁新材料")
    decide(corpus, Verb.NOT_SAME, "ORG:钒谷科技", "ORG:汉宁新材料")
    assert load_decisions(corpus / FILE).same == ()
    assert set(load_graph(corpus)) == set(before)


def test_what_contradicts_other_decisions_is_not_taken(corpus: Path) -> None:
    decide(corpus, Verb.SAME, "PLACE:沅川", "PLACE:汉宁")
    decide(corpus, Verb.SAME, "PLACE:汉宁", "PLACE:青石县")
    kept = (corpus / FILE).read_bytes()
    graph = load_graph(corpus)
    with pytest.raises(UsageError, match="not taken: decisions contradict"):
        decide(corpus, Verb.NOT_SAME, "PLACE:沅川", "PLACE:青石县")
    assert (corpus / FILE).read_bytes() == kept
    assert set(load_graph(corpus)) == set(graph)


def test_a_merged_id_is_still_found(corpus: Path) -> None:
    decide(corpus, Verb.SAME, "ORG:钒谷科技", "ORG:汉宁新材料")
    assert next(explain.show(corpus, "ORG:汉宁新材料")).endswith("ORG:钒谷科技")


@pytest.mark.parametrize(
    ("verb", "entity", "other", "says"),
    [
        pytest.param(Verb.SAME, "乌有", "林嘉禾", "no entity is called 乌有", id="unknown"),
        pytest.param(Verb.RETYPE, "林嘉禾", "HERO", "HERO is no type", id="no type"),
        pytest.param(Verb.RENAME, "PERSON:没有", "甲", "no entity is called PERSON:没有", id="no one's id"),
        pytest.param(Verb.RENAME, "林嘉禾", "", "a name cannot be empty", id="no name"),
        pytest.param(Verb.RENAME, "林嘉禾", "甲\n乙", "or hold line breaks", id="a line break"),
        pytest.param(Verb.SAME, "嘉禾", "林嘉禾", "names that hold it: PERSON:林嘉禾", id="a part of a name"),
    ],
)
def test_what_cannot_be_decided(corpus: Path, verb: Verb, entity: str, other: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        decide(corpus, verb, entity, other)
    assert not (corpus / FILE).exists()


def test_decided_pairs_are_not_asked_again(papers: Path, ruler: str, tmp_path: Path) -> None:
    """Two namesakes in two cities' papers are told apart by a person once."""
    for name, text in {
        "晋中日报_2025-01-02_01.txt": "晋中市教育局局长王伟说。\n",
        "吉林日报_2025-01-02_01.txt": "延边州水利局局长王伟说。\n",
    }.items():
        (papers / name).write_text(text, encoding="utf-8")
    nlp = tmp_path / "with_wang"
    import spacy

    pipeline = spacy.load(ruler)
    pipeline.get_pipe("entity_ruler").add_patterns(
        [
            {"label": "PERSON", "pattern": "王伟"},
            {"label": "ORG", "pattern": "晋中市教育局"},
            {"label": "ORG", "pattern": "延边州水利局"},
        ]
    )
    pipeline.to_disk(nlp)
    rebuild(papers, str(nlp), tmp_path / "c")
    waiting = [pair.doubt for pair in pairs(tmp_path / "c")]
    assert len(waiting) == 1
    decide(tmp_path / "c", Verb.NOT_SAME, waiting[0].a, waiting[0].b)
    assert list(pairs(tmp_path / "c")) == []


def test_show(corpus: Path) -> None:
    lines = list(explain.show(corpus, "贺启明"))
    assert lines[0] == "贺启明  person  PERSON:贺启明"
    assert lines[1] == "2 mentions in 2 articles, 2025-02-17 – 2025-03-01"
    assert any(line.startswith("  林嘉禾  1 time in 1 article") for line in lines)
    assert "  2025-03-01  签约  沅川日报_2025-03-01_01.txt#a0" in lines


def test_why(corpus: Path) -> None:
    lines = list(explain.why(corpus, "贺启明", "林嘉禾"))
    assert lines[0] == "贺启明（PERSON:贺启明） — 林嘉禾（PERSON:林嘉禾）"
    assert lines[1].startswith("1 time in 1 article; weight 0.5, NPMI ")
    assert lines[3:] == [
        "  2025-03-01  签约  沅川日报_2025-03-01_01.txt page 1",
        "  【贺启明】会见【林嘉禾】，双方在沅川签约。",
    ]


def test_why_not(corpus: Path) -> None:
    assert list(explain.why(corpus, "贺启明", "汉宁新材料"))[1] == "never named together"
    with pytest.raises(UsageError, match="are one entity"):
        list(explain.why(corpus, "贺启明", "PERSON:贺启明"))
