"""What the page says, read back from the file that was written."""

from __future__ import annotations

import base64
import gzip
import json
import re
from dataclasses import dataclass, replace

import page_corpus
import pytest

from wenmai.graph.network.knowledge_graph import Corpus, KnowledgeGraph
from wenmai.graph.values import EntityType
from wenmai.loaders.problems import InputError
from wenmai.loaders.write.html import PageReport, write_page

EMPTY = Corpus("空", KnowledgeGraph((), ()))


@dataclass(frozen=True)
class Read:
    """A page's data, as its script reads them."""

    text: str

    def data(self, name: str):
        found = re.search(
            rf'<script type="application/json" id="page-{name}">(.*?)</script>', self.text, re.DOTALL
        )
        return json.loads(found[1])

    @property
    def evidence(self):
        packed = re.search(r'id="page-evidence">([^<]*)</script>', self.text)[1]
        return json.loads(gzip.decompress(base64.b64decode(packed)))

    def node(self, name: str):
        return next(row for row in self.data("nodes") if row["label"] == name)

    def edge(self, *names: str):
        ends = {self.node(name)["id"] for name in names}
        return next(row for row in self.data("edges") if {row["from"], row["to"]} == ends)

    def marks(self, row: int) -> list[tuple[str, str]]:
        """[(text marked, name of the entity)] of a sentence, cut as JavaScript cuts."""
        text, _, marks = self.evidence["sentences"][row]
        units, labels = text.encode("utf-16-le"), [node["label"] for node in self.data("nodes")]
        return [
            (units[2 * start : 2 * end].decode("utf-16-le"), labels[node])
            for start, end, node in zip(marks[::3], marks[1::3], marks[2::3], strict=True)
        ]


@pytest.fixture
def written(tmp_path):
    def write(corpus, **options) -> tuple[Read, PageReport]:
        path = tmp_path / "图谱.html"
        report = write_page(corpus, path, **options)
        assert report.bytes == path.stat().st_size
        return Read(path.read_text(encoding="utf-8")), report

    return write


def test_nodes_and_edges(written):
    page, report = written(page_corpus.small())
    assert replace(report, bytes=0) == PageReport(8, 8, 9, 0, 0, 0, 0)
    assert [(row["id"], row["label"], row["mentions"]) for row in page.data("nodes")] == [
        (0, "陈观澜", 6),
        (1, "青石市政府", 3),
        (2, "绿廊计划", 2),
        (3, "林小满", 2),
        (4, "云岭县", 2),
        (5, "青石市", 2),
        (6, "𠮷田重工", 2),
        (7, "孤山镇", 1),
    ]
    assert {key: value for key, value in page.node("青石市政府").items() if key not in {"x", "y"}} == {
        "id": 1,
        "key": "ORG:青石市政府",
        "label": "青石市政府",
        "mark": None,
        "shape": "square",
        "size": 18.4,
        "kind": 1,
        "aliases": ["市政府", "青石市人民政府"],
        "pinyin": ["qingshishizhengfu", "qsszf", "shizhengfu", "szf", "qingshishirenminzhengfu", "qssrmzf"],
        "community": 0,
        "mentions": 3,
        "articles": 3,
        "first": "2025-01-05",
        "last": "2025-05-20",
        "degree": 2,
        "strength": 3.0,
        "betweenness": 0.125,
        "pagerank": 0.0625,
        "months": [0, 1, 1, 1, 4, 1],
    }
    assert page.edge("青石市政府", "陈观澜") == {
        "id": 0,
        "from": 1,
        "to": 0,
        "width": 6.0,
        "count": 3,
        "articles": 3,
        "weight": 2.5,
        "npmi": 0.25,
        "g2": 3.5,
        "alpha": 0.25,
        "first": "2025-01-05",
        "last": "2025-05-20",
        "months": [0, 1, 1, 1, 4, 1],
    }


def test_meta(written):
    meta = written(page_corpus.small())[0].data("meta")
    assert [kind["word"] for kind in meta.pop("kinds")] == ["人物", "机构", "地点", "项目"]
    assert meta == {
        "communities": [
            {"community": 0, "size": 5, "name": "陈观澜、青石市政府、绿廊计划"},
            {"community": 1, "size": 2, "name": "云岭县、𠮷田重工"},
        ],
        "periods": ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"],
        "months": [0, 3, 1, 2, 4, 3],
        "undated": 1,
        "count": 1,
        "overview": False,
        "drawn": 8,
        "notes": [
            "连线表示两个实体在同一句中被一起提到，并不说明两者之间有何种关系。",
            "本页收录 8 个实体、8 条连线、9 个证据句。",
        ],
    }


def test_evidence_marks_and_articles(written):
    page, _ = written(page_corpus.small())
    evidence = page.evidence
    row = next(i for i, (text, *_) in enumerate(evidence["sentences"]) if text.startswith("😀"))
    assert page.marks(row) == [("𠮷田重工", "𠮷田重工"), ("𠮷田", "𠮷田重工"), ("云岭县", "云岭县")]
    assert evidence["articles"] == [
        ["绿廊开工", "2025-01-05", "山海晚报", "1", "01/头版.txt"],
        [None, "2025-02-14", "山海晚报", "1", "02/要闻.txt"],
        ["云岭见闻", "2025-05-20", "山海晚报", "1", "05/本地.txt"],
        ["旧稿", None, "山海晚报", "1", "无日期.txt"],
    ]
    shown = evidence["edges"][page.edge("青石市政府", "陈观澜")["id"]]
    assert [evidence["sentences"][i][0] for i in shown] == [
        "市政府表示，老陈将负责协调。",
        "陈观澜与青石市政府签约。",
        "陈观澜、青石市政府再谈绿廊计划。",
    ]


def test_wider_windows_show_both_names(written):
    """Evidence of a paragraph: one sentence with both, or the first of each side by side."""
    corpus = page_corpus.build(
        {"陈观澜": (EntityType.PERSON, 0, ()), "青石市": (EntityType.PLACE, 0, ())},
        [
            (
                "a.txt",
                None,
                "2025-01-05",
                ["{{陈观澜}}来了。", "天晴。{{青石市}}热闹。", "{{陈观澜}}在{{青石市}}。"],
            )
        ],
    )
    edge = replace(corpus.graph.edges[0], count=2, evidence=("a.txt#s0", "a.txt#s1", "a.txt#s2"))
    page, _ = written(replace(corpus, graph=KnowledgeGraph(corpus.graph.nodes, (edge,), window="paragraph")))
    assert page.evidence["edges"] == [[[0, 1], 2]]
    assert page.data("edges")[0]["months"] == [0, 2]
    assert page.data("meta")["notes"][0].startswith("连线表示两个实体在同一段中")


def test_most_mentioned_are_kept_and_the_rest_is_said(written):
    page, report = written(page_corpus.small(), max_nodes=3)
    assert (report.nodes, report.edges, report.left_nodes, report.left_edges) == (3, 3, 5, 5)
    assert [row["label"] for row in page.data("nodes")] == ["陈观澜", "青石市政府", "绿廊计划"]
    assert page.data("meta")["notes"][1:] == [
        "本页收录 3 个实体、3 条连线、6 个证据句。",
        "另有 5 个提及较少的实体未收录；生成时加 --max-nodes N 可以增加，或用 wenmai export csv 导出全部。",
        "另有 5 条连线未收录（优先保留显著性高的骨干）；用 wenmai export csv 或 graphml 可得到全部。",
    ]


def test_page_stays_below_its_size(written):
    corpus = page_corpus.many(40, repeats=30)
    whole, full = written(corpus)
    page, report = written(corpus, max_bytes=full.bytes - 1)
    assert report.bytes < full.bytes
    assert report.sentences + report.left_sentences == full.sentences == len(whole.evidence["sentences"])
    assert len(page.evidence["sentences"]) == report.sentences
    assert [edge for edge in page.evidence["edges"] if not edge] == []
    assert page.data("meta")["notes"][-1] == (
        f"为控制文件大小，另有 {report.left_sentences} 个证据句未收录（每条连线均匀抽取）；"
        "用 wenmai query edge-evidence 可查到全部。"
    )


def test_long_sentences_are_cut_around_names(written):
    """Marks are right behind what was left out and behind characters of two UTF-16 units."""
    words = "𠀀" * 1_000
    text = f"{words}{{{{𠮷田重工}}}}{words}{{{{云岭县}}}}、{{{{𠮷田重工}}}}{words}"
    names = {"𠮷田重工": (EntityType.ORG, 0, ()), "云岭县": (EntityType.PLACE, 0, ())}
    page, _ = written(page_corpus.build(names, [("a.txt", None, None, [text])]))
    near = "𠀀" * 120
    assert page.evidence["sentences"][0][0] == f"…{near}𠮷田重工{near}…{near}云岭县、𠮷田重工{near}…"
    assert page.marks(0) == [("𠮷田重工", "𠮷田重工"), ("云岭县", "云岭县"), ("𠮷田重工", "𠮷田重工")]


def test_namesakes_are_told_apart(written):
    rows = written(page_corpus.namesakes())[0].data("nodes")
    assert {row["key"]: row["mark"] for row in rows} == {
        "PERSON:贺启明（青石市）": "青石市",
        "PERSON:贺启明（<b>云岭</b>）": "<b>云岭</b>",
        "PERSON:贺启明": "PERSON:贺启明",
        "PLACE:青石市": None,
        "ORG:青石市政府": None,
    }


def test_relations(written):
    page, _ = written(page_corpus.namesakes())
    id_of = {row["key"]: row["id"] for row in page.data("nodes")}
    mayor, city = id_of["PERSON:贺启明（青石市）"], id_of["PLACE:青石市"]
    assert page.data("relations") == [
        ["市长", "市长", mayor, city, "2025-02-14"],
        ["副市长", "副市长", mayor, city, "2024-01-05 至 2024-06-30"],
        ["书记（曾任）", "书记（曾任）", mayor, "云岭县委", "2024 至 2025-02"],
        ["所属", "成员", id_of["PERSON:贺启明（<b>云岭</b>）"], "山海晚报社", ""],
        ["位于", "境内", id_of["ORG:青石市政府"], city, ""],
    ]


@pytest.mark.parametrize("name", ["small", "evil", "namesakes"])
def test_same_bytes_each_time(tmp_path, name):
    for path in (tmp_path / "一.html", tmp_path / "二.html"):
        write_page(getattr(page_corpus, name)(), path)
    assert (tmp_path / "一.html").read_bytes() == (tmp_path / "二.html").read_bytes()


def test_empty_corpus(written):
    page, report = written(EMPTY)
    assert replace(report, bytes=0) == PageReport(0, 0, 0, 0, 0, 0, 0)
    assert (page.data("nodes"), page.data("edges")) == ([], [])


def test_title(written):
    assert "<title>山海晚报</title>" in written(page_corpus.small())[0].text
    assert "<title>&lt;b&gt;</title>" in written(page_corpus.small(), title="<b>")[0].text
    untitled = written(replace(page_corpus.small(), title=""))[0].text
    assert "<title>新闻关系图谱 2025-01 至 2025-05</title>" in untitled
    assert ">新闻关系图谱 2025-01 至 2025-05</h1>" in untitled


def test_no_address_and_no_markup_of_others(written):
    """Nothing outside the page is named but in vis-network's own text; names are data, not tags."""
    text = written(page_corpus.evil())[0].text
    tags = re.sub(r"(<script[^>]*>).*?</script>", r"\1", text, flags=re.DOTALL)
    assert re.findall(r"(?:src|href)\s*=\s*[\"']?(?![\"']?#)[^\s>]*", tags) == []
    assert re.findall(r"<(?:img|iframe|svg|link|base|object)\b", tags) == []
    assert len(re.findall(r"<script", tags)) == 8


def test_half_a_surrogate_is_replaced(written):
    corpus = page_corpus.build(
        {"青\ud800石": (EntityType.PLACE, 0, ())}, [("a.txt", "题\udfff", None, ["{{青\ud800石}}。"])]
    )
    page, _ = written(corpus)
    assert page.node("青?石")["mentions"] == 1
    assert page.evidence["articles"][0][0] == "题?"


def test_place_that_cannot_be_written(tmp_path):
    with pytest.raises(InputError, match=r"graph\.html"):
        write_page(page_corpus.small(), tmp_path / "none" / "graph.html")
