"""The CSV files, cell by cell; that the import tool reads them is tried where the server is."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import replace

import pytest
from hand_set_corpus import hand_set_corpus
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.network.knowledge_graph import ArticleRow, Corpus, KnowledgeGraph, Node
from wenmai.graph.values import EntityType
from wenmai.loaders.problems import InputError
from wenmai.loaders.write.layout import Part
from wenmai.loaders.write.rows import snapshot
from wenmai.loaders.write.tables import _line, write_csv


def test_every_file_in_full(tmp_path):
    corpus = hand_set_corpus()
    tables = write_csv(corpus, tmp_path)
    mark = snapshot(corpus)
    heads = {part: path.read_text(encoding="utf-8").splitlines()[:2] for part, path in tables.files.items()}
    assert heads == {
        Part.ENTITIES: [
            (
                "\ufeffid:ID(Entity),name:string,kind:string,aliases:string[],mentions:int,articles:int,"
                "first_seen:string,last_seen:string,community:int,degree:int,weighted_degree:double,"
                "betweenness:double,pagerank:double,search_text:string,wenmai:string,:LABEL"
            ),
            (
                "ORG:云州市科技局,云州市科技局,ORG,市科技局;科技局,1,1,2025-01-10,2025-01-10,0,3,1.0,0.125,0.125,"
                f"云州市科技局 市科技局 科技局 云州 州市 市科 科技 技局,{mark},Entity;Organization"
            ),
        ],
        Part.ARTICLES: [
            (
                "\ufeffid:ID(Article),headline:string,date:string,month:string,publication:string,page:string,"
                "source:string,wenmai:string,:LABEL"
            ),
            f"yu/undated.txt#a0,,,,,,yu/undated.txt,{mark},Article",
        ],
        Part.SENTENCES: [
            "\ufeffid:ID(Sentence),text:string,begin_at:int,end_at:int,number:int,wenmai:string,:LABEL",
            f"yu/undated.txt#s0,何望山（原北屿岛管委会主任）看蓝湾工程。,0,20,0,{mark},Sentence",
        ],
        Part.CO_MENTIONS: [
            (
                "\ufeff:START_ID(Entity),:END_ID(Entity),count:int,articles:int,weight:double,npmi:double,"
                "g2:double,significance:double,first:string,last:string,evidence:string[],wenmai:string,:TYPE"
            ),
            (
                "ORG:云州市科技局,PERSON:林知远,1,1,0.3333333333333333,0.5,2.0,0.25,2025-01-10,2025-01-10,"
                f"yun/2025-01-10.txt#s0,{mark},CO_MENTIONED_WITH"
            ),
        ],
        Part.MENTIONS: [
            (
                "\ufeff:START_ID(Entity),:END_ID(Sentence),begin_at:int,end_at:int,surface:string,role:string,"
                "wenmai:string,:TYPE"
            ),
            f"PERSON:何望山,yu/undated.txt#s0,0,3,何望山,body,{mark},MENTIONED_IN",
        ],
        Part.PARTS: [
            "\ufeff:START_ID(Sentence),:END_ID(Article),wenmai:string,:TYPE",
            f"yu/undated.txt#s0,yu/undated.txt#a0,{mark},PART_OF",
        ],
        Part.AUTHORS: [
            "\ufeff:START_ID(Article),:END_ID(Entity),wenmai:string,:TYPE",
            f"yun/2025-01-10.txt#a0,PERSON:赵采薇,{mark},WRITTEN_BY",
        ],
        Part.LOCATIONS: [
            "\ufeff:START_ID(Entity),:END_ID(Entity),wenmai:string,:TYPE",
            f"ORG:云州市科技局,PLACE:云州,{mark},LOCATED_IN",
        ],
        Part.POSITIONS: [
            (
                "\ufeff:START_ID(Entity),:END_ID(Entity),title:string,first:string,last:string,former:boolean,"
                "evidence:string[],wenmai:string,:TYPE"
            ),
            f"PERSON:何望山,PLACE:北屿岛,管委会主任,,,true,yu/undated.txt#s0,{mark},HOLDS_POSITION",
        ],
        Part.AFFILIATIONS: [
            "\ufeff:START_ID(Entity),:END_ID(Entity),first:string,last:string,evidence:string[],wenmai:string,:TYPE",
            (
                "PERSON:苏绣文,ORG:岚江大学,2025-01-10,2025-01-10,"
                f"yun/2025-01-10.txt#s1,{mark},AFFILIATED_WITH"
            ),
        ],
        Part.RUNS: [
            "\ufeff:START_ID(Entity),:END_ID(Entity),first:string,last:string,evidence:string[],wenmai:string,:TYPE",
            f"ORG:云州市科技局,PROGRAM:星火计划,2025-01-10,2025-01-10,yun/2025-01-10.txt#s0,{mark},RUNS",
        ],
        Part.ISSUED: [
            "\ufeff:START_ID(Entity),:END_ID(Entity),first:string,last:string,evidence:string[],wenmai:string,:TYPE",
            f"ORG:北屿县科技局,PROGRAM:蓝湾工程,2025,2025,yu/year.txt#s0,{mark},ISSUED",
        ],
        Part.REPRINTS: [
            "\ufeff:START_ID(Article),:END_ID(Article),wenmai:string,:TYPE",
            f"zao/2025-01-12.txt#a0,yun/2025-01-10.txt#a0,{mark},REPRINT_OF",
        ],
        Part.CONTINUATIONS: [
            "\ufeff:START_ID(Article),:END_ID(Article),wenmai:string,:TYPE",
            f"yun/2025-03-05.md#a1,yun/2025-03-05.md#a0,{mark},CONTINUES",
        ],
    }
    lines = {part: path.read_text(encoding="utf-8").count("\n") - 1 for part, path in tables.files.items()}
    assert lines == tables.rows


def test_the_same_bytes_again(tmp_path):
    first = write_csv(hand_set_corpus(), tmp_path / "a")
    second = write_csv(hand_set_corpus(), tmp_path / "b")
    assert [p.read_bytes() for p in first.files.values()] == [p.read_bytes() for p in second.files.values()]
    assert sorted(p.name for p in (tmp_path / "a").iterdir()) == sorted(f"{part}.csv" for part in Part)


def test_the_command(tmp_path):
    tables = write_csv(hand_set_corpus(), tmp_path / "with, a comma", database="news")
    assert tables.command_line == (
        f"cd '{tmp_path}/with, a comma' && neo4j-admin database import full news --overwrite-destination=true"
        " '--array-delimiter=;' --report-file=import.report --nodes=entities.csv --nodes=articles.csv"
        " --nodes=sentences.csv --relationships=co-mentions.csv --relationships=mentions.csv"
        " --relationships=parts.csv --relationships=authors.csv --relationships=locations.csv"
        " --relationships=positions.csv --relationships=affiliations.csv --relationships=runs.csv"
        " --relationships=issued.csv --relationships=reprints.csv --relationships=continuations.csv"
    )


def corpus_with(aliases=(), headline=None):
    node = Node("ORG:甲", "甲", EntityType.ORG, aliases)
    return Corpus("", KnowledgeGraph((node,), ()), (ArticleRow("a#a0", "a", 0, headline, None, None, None),))


@pytest.mark.parametrize(
    ("aliases", "delimiter", "cell"),
    [
        pytest.param(("乙", "丙"), ";", "乙;丙", id="a semicolon"),
        pytest.param(("乙;", "丙"), "|", "乙;|丙", id="in an alias"),
        pytest.param(("乙;", "|丙"), "^", "乙;^|丙", id="both"),
        pytest.param(("乙;|^~", "丙"), "TAB", "乙;|^~\t丙", id="a tab"),
        pytest.param(("乙;|^~\t", "丙"), "U+001F", "乙;|^~\t\x1f丙", id="all"),
        pytest.param((), ";", "", id="no alias"),
    ],
)
def test_what_stands_between_items_stands_in_none(tmp_path, aliases, delimiter, cell):
    tables = write_csv(corpus_with(aliases), tmp_path)
    assert f"--array-delimiter={delimiter}" in tables.command
    text = tables.files[Part.ENTITIES].read_text(encoding="utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    between = {"TAB": "\t", "U+001F": "\x1f"}.get(delimiter, delimiter)
    assert (row["aliases:string[]"], row[":LABEL"]) == (cell, f"Entity{between}Organization")


def test_what_stands_between_items_stands_in_no_evidence(tmp_path):
    corpus = hand_set_corpus(
        [("a;b.txt", 0, None, None, None, None, (), ["【甲】队员【乙】。", "【甲】与【乙】。"])],
        {"ORG:甲": ("甲", (), 0, 0.0, 0.0), "PERSON:乙": ("乙", (), 0, 0.0, 0.0)},
        relations=[("AFFILIATED_WITH", "PERSON:乙", "ORG:甲", None, False, ("a;b.txt#s0", "a;b.txt#s1"))],
    )
    tables = write_csv(replace(corpus, graph=replace(corpus.graph, edges=())), tmp_path)
    assert "--array-delimiter=|" in tables.command
    [row] = csv.DictReader(
        io.StringIO(tables.files[Part.AFFILIATIONS].read_text(encoding="utf-8-sig"), newline="")
    )
    assert row["evidence:string[]"] == "a;b.txt#s0|a;b.txt#s1"


@pytest.mark.parametrize(
    ("headline", "option"),
    [
        pytest.param("一行", False, id="one line"),
        pytest.param("两\n行", True, id="two lines"),
        pytest.param("两\r行", True, id="an old line end"),
    ],
)
def test_cells_over_several_lines(tmp_path, headline, option):
    tables = write_csv(corpus_with(headline=headline), tmp_path)
    assert ("--multiline-fields=true" in tables.command) is option


@given(st.lists(st.one_of(st.none(), st.text(min_size=1), st.integers()), min_size=2))
def test_cells_come_back(cells):
    [row] = csv.reader(io.StringIO(_line(cells), newline=""))
    assert row == ["" if cell is None else str(cell) for cell in cells]


def test_a_folder_that_cannot_be_made(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match=r"cannot be made .*; choose another place"):
        write_csv(hand_set_corpus(), tmp_path / "file" / "csv")


def test_a_broken_corpus_writes_nothing(tmp_path):
    corpus = hand_set_corpus()
    with pytest.raises(ValueError, match="a mention"):
        write_csv(replace(corpus, sentences=(), graph=replace(corpus.graph, edges=())), tmp_path / "csv")
    assert not os.path.lexists(tmp_path / "csv")
