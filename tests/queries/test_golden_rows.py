"""Every shipped query gives the same, hand-checked rows on the embedded engine and on a real server."""

from __future__ import annotations

import datetime as dt

import pytest
from hand_set_corpus import hand_set_corpus

from wenmai.loaders.write.embedded import EmbeddedGraph
from wenmai.queries import cypher, names

JAN, FEB, MAR = "yun/2025-01-10.txt", "yun/2025-02.md", "yun/2025-03-05.md"
SPARK, CITY = "PROGRAM:星火计划", "ORG:云州市科技局"
DAY = "2025-01-10"
EVENING = "云州晚报"
THIRD = 1 / 3


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def run(request, tmp_path_factory):
    corpus = hand_set_corpus()
    if request.param == "embedded":
        return EmbeddedGraph.build(corpus, tmp_path_factory.mktemp("index") / "graph.kgl").run
    from wenmai.loaders.write import neo4j

    server = request.getfixturevalue("neo4j_server")
    server.wipe()
    neo4j.export(corpus, server.target)
    return lambda query, parameters: neo4j.run(query, parameters, server.target)


CASES = [
    pytest.param(
        "top-entities", {"limit": "5"},
        [
            (SPARK, "星火计划", "PROGRAM", 4, 3, 6, 0.125),
            ("ORG:北屿集团", "北屿集团", "ORG", 3, 3, 5, 0.125),
            ("ORG:岚江大学", "岚江大学", "ORG", 3, 3, 3, 0.125),
            ("PERSON:林知远", "林知远", "PERSON", 3, 2, 4, 0.125),
            ("PERSON:苏绣文", "苏绣文", "PERSON", 2, 2, 3, 0.125),
        ],
        id="top-entities: ties by id",
    ),
    pytest.param(
        "top-entities", {"kind": "place"},
        [
            ("PLACE:北屿岛", "北屿岛", "PLACE", 2, 2, 4, 0.0625),
            ("PLACE:云州", "云州", "PLACE", 1, 1, 3, 0.0625),
        ],
        id="top-entities: of one kind",
    ),
    pytest.param(
        "partners", {"name": "星火计划"},
        [
            (SPARK, "ORG:岚江大学", "岚江大学", "ORG", 2, 2, 1.0, 0.5, DAY, "2025-03-05"),
            (SPARK, "PERSON:苏绣文", "苏绣文", "PERSON", 2, 2, 1.0, 0.5, DAY, "2025-02"),
            (SPARK, "PERSON:林知远", "林知远", "PERSON", 2, 2, THIRD + 0.5, 0.5, DAY, "2025-02"),
            (SPARK, "ORG:北屿集团", "北屿集团", "ORG", 1, 1, 0.5, 0.5, "2025-03-05", "2025-03-05"),
            (SPARK, CITY, "云州市科技局", "ORG", 1, 1, THIRD, 0.5, DAY, DAY),
            (SPARK, "PLACE:云州", "云州", "PLACE", 1, 1, THIRD, 0.5, DAY, DAY),
        ],
        id="partners: by count, weight, id",
    ),
    pytest.param(
        "partners", {"name": "科技局", "kind": "PROGRAM"},
        [
            (CITY, SPARK, "星火计划", "PROGRAM", 1, 1, THIRD, 0.5, DAY, DAY),
            ("ORG:北屿县科技局", "PROGRAM:蓝湾工程", "蓝湾工程", "PROGRAM", 1, 1, THIRD, 0.5, "2025", "2025"),
        ],
        id="partners: an alias of two entities",
    ),
    pytest.param(
        "partners", {"name": "PERSON:何望山"},
        [
            ("PERSON:何望山", "PLACE:北屿岛", "北屿岛", "PLACE", 1, 1, 0.5, 0.5, None, None),
            ("PERSON:何望山", "PROGRAM:蓝湾工程", "蓝湾工程", "PROGRAM", 1, 1, 0.5, 0.5, None, None),
        ],
        id="partners: by id, without a date",
    ),
    pytest.param("partners", {"name": "孤行客"}, [], id="partners: of someone named alone"),
    pytest.param("partners", {"name": "无此人"}, [], id="partners: of no one"),
    pytest.param(
        "common-neighbours", {"name": "林知远", "other": "岚大"},
        [
            ("PERSON:林知远", "ORG:岚江大学", SPARK, "星火计划", "PROGRAM", 2, 2),
            ("PERSON:林知远", "ORG:岚江大学", "PERSON:苏绣文", "苏绣文", "PERSON", 1, 1),
        ],
        id="common-neighbours: the firmer first",
    ),
    pytest.param(
        "common-neighbours", {"name": "林知远", "other": "岚大", "kind": "PERSON"},
        [("PERSON:林知远", "ORG:岚江大学", "PERSON:苏绣文", "苏绣文", "PERSON", 1, 1)],
        id="common-neighbours: of one kind",
    ),
    pytest.param(
        "path", {"name": "林知远", "other": "北屿集团"},
        [(2, ["林知远", "星火计划", "北屿集团"], [2, 1], 1)],
        id="path: the shortest only",
    ),
    pytest.param(
        "path", {"name": "苏绣文", "other": "北屿集团"},
        [
            (2, ["苏绣文", "岚江大学", "北屿集团"], [1, 2], 1),
            (2, ["苏绣文", "星火计划", "北屿集团"], [2, 1], 1),
        ],
        id="path: ties by id, counts in the order of the steps",
    ),
    pytest.param(
        "path", {"name": "云州市", "other": "何望山"},
        [
            (4, ["云州", "星火计划", "北屿集团", "北屿岛", "何望山"], [1, 1, 1, 1], 1),
            (4, ["云州", "星火计划", "北屿集团", "蓝湾工程", "何望山"], [1, 1, 1, 1], 1),
        ],
        id="path: four steps",
    ),
    pytest.param(
        "path", {"name": "林知远", "other": "岚大"},
        [
            (2, ["林知远", "星火计划", "岚江大学"], [2, 2], 2),
            (2, ["林知远", "苏绣文", "岚江大学"], [1, 1], 1),
        ],
        id="path: the firmest of the shortest first",
    ),
    pytest.param("path", {"name": "林知远", "other": "孤行客"}, [], id="path: none"),
    pytest.param("path", {"name": "林知远", "other": "林知远"}, [], id="path: to itself"),
    pytest.param(
        "edge-evidence", {"name": "星火计划", "other": "林知远"},
        [
            (
                SPARK, "PERSON:林知远", DAY, "星火计划启动",
                "云州市长林知远宣布，科技局启动星火计划。", JAN, f"{JAN}#a0", f"{JAN}#s0",
            ),
            (
                SPARK, "PERSON:林知远", "2025-02", "校企合作",
                "苏绣文与市长林知远谈星火计划，林知远说：“好”。", FEB, f"{FEB}#a0", f"{FEB}#s0",
            ),
        ],
        id="edge-evidence: by date",
    ),
    pytest.param(
        "edge-evidence", {"name": "北屿岛", "other": "蓝湾工程"},
        [
            (
                "PLACE:北屿岛", "PROGRAM:蓝湾工程", "2025", "蓝湾工程开工",
                "北屿集团在北屿岛建蓝湾工程，科技局发布。", "yu/year.txt", "yu/year.txt#a0", "yu/year.txt#s0",
            ),
            (
                "PLACE:北屿岛", "PROGRAM:蓝湾工程", None, None,
                "何望山（原北屿岛管委会主任）看蓝湾工程。", "yu/undated.txt", "yu/undated.txt#a0",
                "yu/undated.txt#s0",
            ),
        ],
        id="edge-evidence: undated last",
    ),
    pytest.param("edge-evidence", {"name": "赵采薇", "other": "林知远"}, [], id="edge-evidence: by-line"),
    pytest.param(
        "bridges", {},
        [
            ("ORG:北屿集团", "北屿集团", "ORG", 1, 1, 2, 0.25),
            ("ORG:岚江大学", "岚江大学", "ORG", 0, 1, 1, 0.25),
            (SPARK, "星火计划", "PROGRAM", 0, 1, 1, 0.0625),
        ],
        id="bridges",
    ),
    pytest.param(
        "bridges", {"kind": "PROGRAM"},
        [(SPARK, "星火计划", "PROGRAM", 0, 1, 1, 0.0625)],
        id="bridges: of one kind",
    ),
    pytest.param(
        "people-with-organisation", {"name": "岚大"},
        [("ORG:岚江大学", "PERSON:苏绣文", "苏绣文", 1, 1, DAY, DAY)],
        id="people-with-organisation",
    ),
    pytest.param("people-with-organisation", {"name": "云州"}, [], id="people-with-organisation: of a place"),
    pytest.param(
        "programmes-by-organisation", {},
        [
            ("ORG:岚江大学", "岚江大学", SPARK, "星火计划", 2, 2),
            (CITY, "云州市科技局", SPARK, "星火计划", 1, 1),
            ("ORG:北屿县科技局", "北屿县科技局", "PROGRAM:蓝湾工程", "蓝湾工程", 1, 1),
            ("ORG:北屿集团", "北屿集团", SPARK, "星火计划", 1, 1),
            ("ORG:北屿集团", "北屿集团", "PROGRAM:蓝湾工程", "蓝湾工程", 1, 1),
        ],
        id="programmes-by-organisation: of all",
    ),
    pytest.param(
        "programmes-by-organisation", {"name": "科技局"},
        [
            (CITY, "云州市科技局", SPARK, "星火计划", 1, 1),
            ("ORG:北屿县科技局", "北屿县科技局", "PROGRAM:蓝湾工程", "蓝湾工程", 1, 1),
        ],
        id="programmes-by-organisation: by alias",
    ),
    pytest.param(
        "growth-by-month", {},
        [("2025-01", 8, 9, 8, 9), ("2025-02", 0, 2, 8, 11), ("2025-03", 0, 1, 8, 12)],
        id="growth-by-month: what is dated to the month",
    ),
    pytest.param(
        "by-month", {},
        [("2025-01", 2, 9, 8), ("2025-02", 1, 6, 5), ("2025-03", 1, 3, 3)],
        id="by-month: of all",
    ),
    pytest.param(
        "by-month", {"name": "林知远"}, [("2025-01", 1, 1, 1), ("2025-02", 1, 2, 1)], id="by-month: of one"
    ),
    pytest.param(
        "alias", {"name": "科技局"},
        [
            (CITY, "云州市科技局", "ORG", "alias", ["市科技局", "科技局"], 1),
            ("ORG:北屿县科技局", "北屿县科技局", "ORG", "alias", ["科技局"], 1),
        ],
        id="alias: of two",
    ),
    pytest.param(
        "alias", {"name": "云州"},
        [
            ("PLACE:云州", "云州", "PLACE", "name", ["云州市"], 1),
            (CITY, "云州市科技局", "ORG", "part", ["市科技局", "科技局"], 1),
        ],
        id="alias: the name before a part",
    ),
    pytest.param(
        "alias", {"name": "O'Ha"},
        [("PERSON:孤行客", "孤行客", "PERSON", "part", ["Lone, O'Hara"], 1)],
        id="alias: a part in any case",
    ),
    pytest.param(
        "alias", {"name": "ORG:北屿集团"},
        [("ORG:北屿集团", "北屿集团", "ORG", "id", [], 3)],
        id="alias: an id"
    ),
    pytest.param(
        "articles-of", {"name": "林知远"},
        [
            ("PERSON:林知远", DAY, "星火计划启动", EVENING, JAN, f"{JAN}#a0", 1),
            ("PERSON:林知远", "2025-02", "校企合作", EVENING, FEB, f"{FEB}#a0", 2),
        ],
        id="articles-of: a name twice in a sentence",
    ),
    pytest.param(
        "articles-of", {"name": "北屿岛"},
        [
            ("PLACE:北屿岛", "2025", "蓝湾工程开工", "北屿日报", "yu/year.txt", "yu/year.txt#a0", 1),
            ("PLACE:北屿岛", None, None, None, "yu/undated.txt", "yu/undated.txt#a0", 1),
        ],
        id="articles-of: undated last",
    ),
    pytest.param(
        "written-by", {"name": "赵采薇", "limit": 2},
        [
            ("PERSON:赵采薇", DAY, "星火计划启动", EVENING, JAN, f"{JAN}#a0"),
            ("PERSON:赵采薇", "2025-02", "校企合作", EVENING, FEB, f"{FEB}#a0"),
        ],
        id="written-by: the first two of three",
    ),
    pytest.param(
        "written-by", {"name": "苏绣文"},
        [("PERSON:苏绣文", "2025-02", "校企合作", EVENING, FEB, f"{FEB}#a0")],
        id="written-by: the second author",
    ),
    pytest.param(
        "communities", {"leading": "3"},
        [(0, 6, ["云州市科技局", "岚江大学", "林知远"]), (1, 5, ["北屿集团", "北屿县科技局", "何望山"])],
        id="communities: by size",
    ),
    pytest.param(
        "community", {"name": "何望山"},
        [
            (1, "ORG:北屿集团", "北屿集团", "ORG", 5, 0.125),
            (1, "ORG:北屿县科技局", "北屿县科技局", "ORG", 3, 0.0625),
            (1, "PERSON:何望山", "何望山", "PERSON", 2, 0.0625),
            (1, "PLACE:北屿岛", "北屿岛", "PLACE", 4, 0.0625),
            (1, "PROGRAM:蓝湾工程", "蓝湾工程", "PROGRAM", 4, 0.0625),
        ],
        id="community",
    ),
    pytest.param("community", {"name": "孤行客"}, [], id="community: of someone named alone"),
    pytest.param(
        "sentences", {"text": "岚"},
        [
            (DAY, "星火计划启动", "岚大副校长、教授苏绣文参加星火计划。", JAN, f"{JAN}#a0", f"{JAN}#s1"),
            ("2025-02", "校企合作", "岚江大学与北屿集团合作。", FEB, f"{FEB}#a0", f"{FEB}#s1"),
            ("2025-03-05", "星火到海岛", "岚江大学把星火计划带给北屿集团。", MAR, f"{MAR}#a0", f"{MAR}#s0"),
        ],
        id="sentences",
    ),
    pytest.param(
        "sentences", {"text": "独行"},
        [(DAY, '短讯："独行"', "孤行客独行，行了又行。", JAN, f"{JAN}#a1", f"{JAN}#s3")],
        id="sentences: quotes in a headline",
    ),
    pytest.param(
        "positions", {},
        [
            ("PERSON:林知远", "林知远", "市长", "PLACE:云州", "云州", DAY, "2025-02", False, 2),
            ("PERSON:苏绣文", "苏绣文", "副校长", "ORG:岚江大学", "岚江大学", DAY, DAY, False, 1),
            ("PERSON:苏绣文", "苏绣文", "教授", "ORG:岚江大学", "岚江大学", DAY, DAY, False, 1),
            ("PERSON:何望山", "何望山", "管委会主任", "PLACE:北屿岛", "北屿岛", None, None, True, 1),
        ],
        id="positions: those that are held first, then the firmest",
    ),
    pytest.param(
        "positions", {"name": "岚大"},
        [
            ("PERSON:苏绣文", "苏绣文", "副校长", "ORG:岚江大学", "岚江大学", DAY, DAY, False, 1),
            ("PERSON:苏绣文", "苏绣文", "教授", "ORG:岚江大学", "岚江大学", DAY, DAY, False, 1),
        ],
        id="positions: two at one organisation, by its alias",
    ),
    pytest.param(
        "positions", {"name": "何望山"},
        [("PERSON:何望山", "何望山", "管委会主任", "PLACE:北屿岛", "北屿岛", None, None, True, 1)],
        id="positions: of a person, a former one without a date",
    ),
    pytest.param("positions", {"name": "赵采薇"}, [], id="positions: of someone without any"),
    pytest.param(
        "who-runs", {},
        [
            (CITY, "云州市科技局", "RUNS", SPARK, "星火计划", DAY, DAY, 1),
            ("ORG:北屿县科技局", "北屿县科技局", "ISSUED", "PROGRAM:蓝湾工程", "蓝湾工程", "2025", "2025", 1),
            ("ORG:北屿集团", "北屿集团", "RUNS", "PROGRAM:蓝湾工程", "蓝湾工程", "2025", "2025", 1),
        ],
        id="who-runs: all",
    ),
    pytest.param(
        "who-runs", {"name": "蓝湾工程"},
        [
            ("ORG:北屿县科技局", "北屿县科技局", "ISSUED", "PROGRAM:蓝湾工程", "蓝湾工程", "2025", "2025", 1),
            ("ORG:北屿集团", "北屿集团", "RUNS", "PROGRAM:蓝湾工程", "蓝湾工程", "2025", "2025", 1),
        ],
        id="who-runs: a programme",
    ),
    pytest.param(
        "who-runs", {"name": "市科技局"},
        [(CITY, "云州市科技局", "RUNS", SPARK, "星火计划", DAY, DAY, 1)],
        id="who-runs: an organisation, by its alias",
    ),
    pytest.param(
        "within", {"name": "云州市"},
        [
            ("PLACE:云州", "PLACE:北屿岛", "北屿岛", "PLACE", 1, 2, 2),
            ("PLACE:云州", CITY, "云州市科技局", "ORG", 1, 1, 1),
            ("PLACE:云州", "ORG:北屿县科技局", "北屿县科技局", "ORG", 2, 1, 1),
        ],
        id="within: by mentions, over a place in between",
    ),
    pytest.param(
        "within", {"name": "云州", "kind": "PLACE"},
        [("PLACE:云州", "PLACE:北屿岛", "北屿岛", "PLACE", 1, 2, 2)],
        id="within: of one kind",
    ),
    pytest.param(
        "within", {"name": "北屿岛"},
        [("PLACE:北屿岛", "ORG:北屿县科技局", "北屿县科技局", "ORG", 1, 1, 1)],
        id="within: not what lies around",
    ),
    pytest.param(
        "reprints", {},
        [
            (
                f"{JAN}#a0", "星火计划启动", DAY, EVENING, 2,
                ["zao/2025-01-12.txt#a0", "zao/undated.txt#a0"],
            ),
            (f"{MAR}#a0", "星火到海岛", "2025-03-05", EVENING, 1, ["zao/2025-03.txt#a0"]),
        ],
        id="reprints: by copies, the undated copy last",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "rows"), CASES)
def test_rows(run, name, given, rows):
    query = cypher(name)
    answer = run(query.text, query.bind(given))
    assert answer.columns == query.columns
    assert list(answer.rows) == rows


def test_the_firmest_common_neighbour_comes_first(tmp_path):
    """By the smaller of the two counts, then by their sum, then by id."""
    names = {f"ORG:{i}": (name, (), 0, 0.0, 0.0) for i, name in enumerate("戊丁丙乙甲")}
    together = ["甲丙", "甲丙", "乙丙", "乙丙", "甲丁", *["乙丁"] * 4, "甲戊", "乙戊"]
    article = ("a.txt", 0, None, None, None, None, (), [f"【{a}】与【{b}】。" for a, b in together])
    graph = EmbeddedGraph.build(hand_set_corpus([article], names), tmp_path / "graph.kgl")
    query = cypher("common-neighbours")
    answer = graph.run(query.text, query.bind({"name": "甲", "other": "乙"}))
    assert [row[3:] for row in answer.rows] == [("丙", "ORG", 2, 2), ("丁", "ORG", 1, 4), ("戊", "ORG", 1, 1)]


def test_within_a_ring_and_beyond_six_steps(tmp_path):
    """The place itself is not listed, each other one once with its fewest steps, none beyond six."""
    names = {f"PLACE:{name}": (name, (), 0, 0.0, 0.0) for name in "零一二三四五六七八九"}
    steps = [*zip("一二三四五六七八九", "零一二三四五六七八", strict=True), ("零", "一"), ("四", "一")]
    article = (
        "a.txt",
        0,
        None,
        None,
        None,
        None,
        (),
        ["【零】【一】【二】【三】【四】【六】【七】【八】【九】。"],
    )
    located = [("LOCATED_IN", f"PLACE:{a}", f"PLACE:{b}", None, False, ()) for a, b in steps]
    corpus = hand_set_corpus([article], names, relations=located)
    query = cypher("within")
    answer = EmbeddedGraph.build(corpus, tmp_path / "graph.kgl").run(query.text, query.bind({"name": "零"}))
    assert [(row[2], row[4]) for row in answer.rows] == [
        ("一", 1), ("七", 5), ("三", 3), ("二", 2), ("八", 6), ("六", 4), ("四", 2),
    ]  # fmt: skip


def test_every_query_has_golden_rows():
    assert {case.values[0] for case in CASES if case.values[2]} == set(names())


@pytest.mark.parametrize(
    ("query", "columns", "rows"),
    [
        pytest.param(
            "MATCH (e:Entity {name: '孤行客'}) RETURN e",
            ("e",),
            [
                (
                    {
                        "labels": ["Entity", "Person"],
                        "properties": {
                            "aliases": ["Lone, O'Hara"], "articles": 1, "betweenness": 0.0, "community": -1,
                            "degree": 0, "first_seen": DAY, "id": "PERSON:孤行客", "kind": "PERSON",
                            "last_seen": DAY, "mentions": 1, "name": "孤行客", "pagerank": 0.03125,
                            "search_text": "孤行客 lone, o'hara 孤行 行客", "weighted_degree": 0.0,
                        },
                    },
                )
            ],
            id="a node",
        ),
        pytest.param(
            "MATCH (:Person {name: '何望山'})-[r:CO_MENTIONED_WITH]-(:Place) RETURN r",
            ("r",),
            [
                (
                    {
                        "type": "CO_MENTIONED_WITH",
                        "properties": {
                            "articles": 1, "count": 1, "evidence": ["yu/undated.txt#s0"], "g2": 2.0,
                            "npmi": 0.5, "significance": 0.25, "weight": 0.5,
                        },
                    },
                )
            ],
            id="a relationship, its dates absent",
        ),
        pytest.param(
            "MATCH (:Person {name: '何望山'})-[r:HOLDS_POSITION]->(:Place) RETURN r",
            ("r",),
            [
                (
                    {
                        "type": "HOLDS_POSITION",
                        "properties": {
                            "evidence": ["yu/undated.txt#s0"], "former": True, "title": "管委会主任",
                        },
                    },
                )
            ],
            id="a relationship with a title",
        ),
        pytest.param(
            "MATCH (:Person)-[r:AFFILIATED_WITH]->(o) RETURN o.name AS name, r.first AS first,"
            " r.last AS last, r.evidence AS evidence",
            ("name", "first", "last", "evidence"),
            [("岚江大学", DAY, DAY, [f"{JAN}#s1"])],
            id="an affiliation",
        ),
        pytest.param(
            "MATCH (a:Article)-[r:CONTINUES]->(b:Article) RETURN a.id AS a, b.id AS b, r",
            ("a", "b", "r"),
            [(f"{MAR}#a1", f"{MAR}#a0", {"type": "CONTINUES", "properties": {}})],
            id="a story on two pages",
        ),
        pytest.param(
            "MATCH p = (:Article {id: 'yu/undated.txt#a0'})<-[:PART_OF]-(:Sentence) RETURN p",
            ("p",),
            [
                (
                    {
                        "nodes": [
                            {
                                "labels": ["Article"],
                                "properties": {"id": "yu/undated.txt#a0", "source": "yu/undated.txt"},
                            },
                            {
                                "labels": ["Sentence"],
                                "properties": {
                                    "begin_at": 0, "end_at": 20, "id": "yu/undated.txt#s0", "number": 0,
                                    "text": "何望山（原北屿岛管委会主任）看蓝湾工程。",
                                },
                            },
                        ],
                        "relationships": [{"type": "PART_OF", "properties": {}}],
                    },
                )
            ],
            id="a path, all that is not known absent",
        ),
        pytest.param(
            "MATCH (e:Program)-[m:MENTIONED_IN]->(s) RETURN e.id AS id, m.surface AS surface, m.begin_at AS"
            " at, m.end_at AS till, m.role AS role, s.begin_at AS sentence ORDER BY id, s.id",
            ("id", "surface", "at", "till", "role", "sentence"),
            [
                (SPARK, "星火计划", 15, 19, "body", 0),
                (SPARK, "星火计划", 113, 117, "body", 100),
                (SPARK, "星火计划", 10, 14, "body", 0),
                (SPARK, "星火计划", 5, 9, "body", 0),
                ("PROGRAM:蓝湾工程", "蓝湾工程", 15, 19, "body", 0),
                ("PROGRAM:蓝湾工程", "蓝湾工程", 9, 13, "body", 0),
            ],
            id="mentions with source offsets",
        ),
        pytest.param(
            "MATCH (e:Entity)-[:CO_MENTIONED_WITH]-(:Program) RETURN e.kind AS kind, collect(DISTINCT e.name)"
            " AS names ORDER BY kind",
            ("kind", "names"),
            [
                ("ORG", ["云州市科技局", "北屿县科技局", "北屿集团", "岚江大学"]),
                ("PERSON", ["何望山", "林知远", "苏绣文"]),
                ("PLACE", ["云州", "北屿岛"]),
            ],
            id="a list collected without an order is sorted",
        ),
        pytest.param(
            "MATCH (e:Person) WITH e ORDER BY e.mentions DESC, e.id RETURN collect(e.name) AS names",
            ("names",),
            [(["林知远", "苏绣文", "何望山", "孤行客", "赵采薇"],)],
            id="a list collected in an order keeps it",
        ),
        pytest.param(
            "RETURN date('2025-02-03') AS day, duration('P1M2D') AS span, 1 / 2 AS whole, 0.5 AS half, null"
            " AS none, {b: [1, date('2024-02-29')], a: true} AS map",
            ("day", "span", "whole", "half", "none", "map"),
            [
                (
                    dt.date(2025, 2, 3), {"months": 1, "days": 2, "seconds": 0}, 0, 0.5, None,
                    {"b": [1, dt.date(2024, 2, 29)], "a": True},
                )
            ],
            id="other values",
        ),
        pytest.param("MATCH (x:Nothing) RETURN x.id AS id", ("id",), [], id="an unknown label"),
    ],
)  # fmt: skip
def test_values(run, query, columns, rows):
    answer = run(query, {})
    assert answer.columns == columns
    assert list(answer.rows) == rows
