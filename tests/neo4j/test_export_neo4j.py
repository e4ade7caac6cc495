"""What an export leaves in a real server: the corpus, once, whatever happened on the way."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hand_set_corpus import ARTICLES, hand_set_corpus, synthetic_corpus
from neo4j_server import Server

from wenmai.graph.network.knowledge_graph import Relation
from wenmai.loaders.problems import ServerError
from wenmai.loaders.write.layout import KIND_LABELS, LABELS, LAYOUTS, Part
from wenmai.loaders.write.neo4j import Exported, export
from wenmai.loaders.write.rows import counts, rows

pytestmark = pytest.mark.neo4j
CHILD = Path(__file__).parents[1] / "support" / "export_child.py"
NOTHING = dict.fromkeys(Part, 0)


@pytest.fixture
def server(neo4j_server, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    neo4j_server.wipe()
    return neo4j_server


def implied(corpus):
    """What the server must hold, from the corpus itself, as Server.content has it."""
    nodes = [
        [
            [label, KIND_LABELS[row["kind"]]] if part is Part.ENTITIES else [label],
            _known(row["properties"]) | {"id": row["id"], "wenmai": True},
        ]
        for part, label in LABELS.items()
        for row in rows(corpus, part)
    ]
    relationships = [
        [row["a"], LAYOUTS[part].type, row["b"], _known(row["properties"]) | {"wenmai": True}]
        for part in Part
        if part not in LABELS
        for row in rows(corpus, part)
    ]
    nodes.sort(key=lambda node: (node[0][0], node[1]["id"]))
    relationships.sort(key=lambda r: (r[1], r[0], r[2], r[3].get("begin_at", 0), r[3].get("title", "")))
    return nodes, relationships


def _known(properties):
    return {name: value for name, value in properties.items() if value is not None}


def test_twice_leaves_the_corpus_once(server):
    corpus = hand_set_corpus()
    assert export(corpus, server.target) == Exported(counts(corpus), NOTHING, NOTHING)
    assert server.content() == implied(corpus)
    assert export(corpus, server.target) == Exported(counts(corpus), counts(corpus), NOTHING)
    assert server.content() == implied(corpus)


def test_batches_and_progress(server):
    corpus = hand_set_corpus()
    told = []
    export(corpus, server.target, batch=7, progress=lambda *step: told.append(step))
    assert server.content() == implied(corpus)
    assert told[:3] == [(Part.ENTITIES, 7, 13), (Part.ENTITIES, 13, 13), (Part.ARTICLES, 7, 10)]
    assert {part: done for part, done, total in told if done == total} == counts(corpus)


def test_a_dry_run_changes_nothing(server):
    corpus = hand_set_corpus()
    assert export(corpus, server.target, dry_run=True) == Exported(counts(corpus), NOTHING, NOTHING)
    assert server.content() == ([], [])
    assert server.ask("SHOW CONSTRAINTS YIELD name RETURN name") == []


def test_constraints_and_indexes(server):
    export(hand_set_corpus(), server.target)
    assert server.ask("SHOW CONSTRAINTS YIELD name, type RETURN name, type ORDER BY name") == [
        ["wenmai_article_id", "UNIQUENESS"],
        ["wenmai_entity_id", "UNIQUENESS"],
        ["wenmai_sentence_id", "UNIQUENESS"],
    ]
    indexes = "SHOW INDEXES YIELD name, type, state WHERE NOT name ENDS WITH '_id' AND type <> 'LOOKUP'"
    assert server.ask(f"{indexes} RETURN name, type, state ORDER BY name") == [
        ["wenmai_article_month", "RANGE", "ONLINE"],
        ["wenmai_entity_community", "RANGE", "ONLINE"],
        ["wenmai_entity_name", "RANGE", "ONLINE"],
        ["wenmai_entity_text", "FULLTEXT", "ONLINE"],
        ["wenmai_sentence_text", "FULLTEXT", "ONLINE"],
    ]


@pytest.mark.parametrize(
    ("index", "term", "found"),
    [
        ("wenmai_entity_text", "科技", ["ORG:云州市科技局", "ORG:北屿县科技局"]),
        ("wenmai_entity_text", "岚大", ["ORG:岚江大学"]),
        ("wenmai_entity_text", "lone", ["PERSON:孤行客"]),
        ("wenmai_sentence_text", "独行", ["yun/2025-01-10.txt#s3"]),
        ("wenmai_sentence_text", "行独", []),
    ],
)
def test_full_text(server, index, term, found):
    export(hand_set_corpus(), server.target)
    query = "CALL db.index.fulltext.queryNodes($index, $term) YIELD node RETURN node.id AS id ORDER BY id"
    assert server.ask(query, index=index, term=f'"{term}"') == [[identity] for identity in found]


def test_what_the_corpus_no_longer_holds_goes(server):
    before = hand_set_corpus()
    after = hand_set_corpus(ARTICLES[2:-4])
    named = {mention.entity for mention in after.mentions}
    nodes = tuple(node for node in after.graph.nodes if node.id in named)
    relations = tuple(relation for relation in after.relations if {relation.a, relation.b} <= named)
    after = replace(after, graph=replace(after.graph, nodes=nodes), relations=relations)
    export(before, server.target)
    exported = export(after, server.target, batch=2)
    assert server.content() == implied(after)
    removed = {part: counts(before)[part] - counts(after)[part] for part in Part}
    assert (exported.found, exported.removed, exported.released) == (counts(before), removed, 0)
    assert removed == {
        Part.ENTITIES: 4, Part.ARTICLES: 6, Part.SENTENCES: 2, Part.CO_MENTIONS: 8, Part.MENTIONS: 7,
        Part.PARTS: 2, Part.AUTHORS: 0, Part.LOCATIONS: 2, Part.POSITIONS: 1, Part.AFFILIATIONS: 0,
        Part.RUNS: 1, Part.ISSUED: 1, Part.REPRINTS: 3, Part.CONTINUATIONS: 1,
    }  # fmt: skip


@pytest.mark.parametrize("kind", Relation)
def test_a_relation_that_is_no_longer_held_goes(server, kind):
    """Its ends stay, and so do the other relations between them."""
    before = hand_set_corpus()
    gone = next(relation for relation in before.relations if relation.kind is kind)
    after = replace(before, relations=tuple(r for r in before.relations if r is not gone))
    export(before, server.target)
    exported = export(after, server.target)
    assert server.content() == implied(after)
    assert {LAYOUTS[part].type: number for part, number in exported.removed.items() if number} == {kind: 1}


def test_a_position_of_another_title_is_another(server):
    before = hand_set_corpus()
    *others, last = [r for r in before.relations if r.kind is Relation.HOLDS_POSITION]
    changed = replace(last, title="院长", former=True, first=None)
    after = replace(before, relations=(*others, changed))
    export(before, server.target)
    export(after, server.target)
    assert server.content() == implied(after)
    held = "MATCH (:Person {name: '苏绣文'})-[r:HOLDS_POSITION]->() RETURN r.title, r.former, r.first"
    assert server.ask(f"{held} ORDER BY r.title") == [
        ["副校长", False, "2025-01-10"],
        ["院长", True, None],
    ]


def test_a_value_that_is_no_longer_known_goes(server):
    corpus = hand_set_corpus()
    first, *others = corpus.graph.nodes
    export(corpus, server.target)
    bare = replace(first, aliases=(), first_seen=None, last_seen=None)
    corpus = replace(corpus, graph=replace(corpus.graph, nodes=(bare, *others)))
    export(corpus, server.target)
    assert server.content() == implied(corpus)


def test_data_of_others_stay(server):
    """Nodes of our labels with other ids, relationships and properties on our nodes, other labels."""
    before, after = hand_set_corpus(), hand_set_corpus(ARTICLES[:1], {
        "PERSON:何望山": ("何望山", (), 0, 0.0, 0.0),
        "PLACE:北屿岛": ("北屿岛", (), 0, 0.0, 0.0),
        "PROGRAM:蓝湾工程": ("蓝湾工程", (), 0, 0.0, 0.0),
    })  # fmt: skip
    server.ask("CREATE (:Entity {id: 'mine'})-[:CO_MENTIONED_WITH {count: 7}]->(:Note {text: 'mine'})")
    export(before, server.target)
    server.ask(
        "MATCH (gone:Entity {id: 'PERSON:林知远'}), (kept:Entity {id: 'PERSON:何望山'}), (note:Note)"
        " CREATE (note)-[:ABOUT]->(gone), (note)-[:ABOUT]->(kept) SET kept.remark = 'mine'"
    )
    exported = export(after, server.target, batch=3)
    assert exported.released == 1
    assert exported.removed[Part.ENTITIES] == counts(before)[Part.ENTITIES] - 3 - 1
    others = server.ask("MATCH (n) WHERE n.wenmai IS NULL RETURN labels(n), n.id, n.text ORDER BY n.id")
    assert others == [[[], "PERSON:林知远", None], [["Entity"], "mine", None], [["Note"], None, "mine"]]
    assert server.ask("MATCH (n:Note)-[r:ABOUT]->(e) RETURN e.id, e.remark ORDER BY e.id") == [
        ["PERSON:何望山", "mine"],
        ["PERSON:林知远", None],
    ]
    assert server.ask("MATCH (:Entity {id: 'mine'})-[r:CO_MENTIONED_WITH]->() RETURN r.count") == [[7]]
    found = export(after, server.target).found
    assert found == counts(after)


def test_nodes_of_others_with_our_ids_are_not_taken(server):
    server.ask("CREATE (:Entity {id: 'PLACE:云州', name: 'mine'})")
    for dry_run in (True, False):
        with pytest.raises(ServerError) as caught:
            export(hand_set_corpus(), server.target, dry_run=dry_run)
        assert str(caught.value) == (
            f"{server.target.uri}: the database has Entity nodes that wenmai did not write"
            " (such as PLACE:云州); use another database."
        )
    assert server.ask("MATCH (n) RETURN n.id, n.name") == [["PLACE:云州", "mine"]]


def test_data_at_odds_with_the_constraint(server):
    server.ask("CREATE (:Entity {id: 'a'}), (:Entity {id: 'a'})")
    with pytest.raises(ServerError) as caught:
        export(hand_set_corpus(), server.target)
    assert len(str(caught.value).splitlines()) == 1
    assert server.ask("MATCH (n) RETURN count(n)") == [[2]]


def test_a_row_that_finds_no_end_is_not_dropped(server):
    """Something else deletes an entity while we load: no batch is written by halves, and the user is told."""

    def delete(part, done, total):
        if part is Part.SENTENCES:
            server.ask("MATCH (e:Entity {id: 'PLACE:云州'}) DELETE e")

    with pytest.raises(ServerError) as caught:
        export(hand_set_corpus(), server.target, progress=delete)
    assert str(caught.value) == (
        "Neo4j wrote 17 of 20 rows: something else changes the database; stop it and run again."
    )
    assert server.ask("MATCH ()-[r:CO_MENTIONED_WITH]->() RETURN count(r)") == [[0]]


def start_child(server, path, *, batch):
    environ = os.environ | {"NEO4J_PASSWORD": server.password}
    words = [sys.executable, str(CHILD), str(path), server.target.uri, str(batch)]
    return subprocess.Popen(
        words, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    corpus = synthetic_corpus(300, 600)
    path = tmp_path_factory.mktemp("corpus") / "corpus.pickle"
    path.write_bytes(pickle.dumps(corpus))
    return corpus, path


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(1, id="before the first batch"),
        pytest.param(3, id="in the entities"),
        pytest.param(9, id="in the sentences"),
        pytest.param(20, id="in the co-mentions"),
        pytest.param(60, id="in the mentions"),
        pytest.param(85, id="near the end"),
    ],
)
def test_killed_and_run_again(server, large, lines):
    corpus, path = large
    with start_child(server, path, batch=50) as child:
        for _ in range(lines):
            assert child.stdout.readline()
        child.send_signal(signal.SIGKILL)
        child.communicate()
    assert child.returncode == -signal.SIGKILL
    begun = server.content()
    assert begun != implied(corpus)
    export(corpus, server.target)
    assert server.content() == implied(corpus)


def test_killed_over_an_earlier_export(server, large):
    """The earlier corpus is gone in the end, though the run that began to replace it died."""
    corpus, path = large
    export(hand_set_corpus(), server.target)
    with start_child(server, path, batch=50) as child:
        for _ in range(30):
            assert child.stdout.readline()
        child.kill()
        child.communicate()
    export(corpus, server.target)
    assert server.content() == implied(corpus)


@pytest.mark.slow
def test_the_server_is_killed_and_started_again(large, tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    corpus, _ = large
    server = Server(tmp_path / "server")
    server.start()
    try:
        seen = []

        def kill_at_tenth(*step):
            seen.append(step)
            if len(seen) == 10:
                server.kill()

        monkeypatch.setattr("wenmai.loaders.write.neo4j.target.RETRY_SECONDS", 1)
        with pytest.raises(ServerError, match=r": no Neo4j answers there; see that the server runs"):
            export(corpus, server.target, batch=50, progress=kill_at_tenth)
        server.start()
        export(corpus, server.target)
        assert server.content() == implied(corpus)
    finally:
        server.stop()
