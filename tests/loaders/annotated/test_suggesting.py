"""From documents to suggestions: doubtful first, each sentence once, with where it stands."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from wenmai.graph.extract.found import Found
from wenmai.graph.values import EntityType
from wenmai.loaders.annotated.suggesting import suggest
from wenmai.loaders.corpus import find_files
from wenmai.loaders.model.entities import add_names, set_doubtful
from wenmai.loaders.settings import Reading

# What the pipeline of these tests takes for names, and what for nearly some.
NAMES = {"沅川": ("PLACE", 0.9), "贺启明": ("PERSON", 0.6), "钒谷": ("ORG", 1.0)}
NEARLY = {"青石": ("PLACE", 0.3), "政府": ("ORG", 0.49), "谷科": ("ORG", 0.45)}


@Language.component("suggesting_by_table")
def by_table(doc: Doc) -> Doc:
    add_names(doc, _of(NAMES, doc.text))
    set_doubtful(doc, _of(NEARLY, doc.text))
    return doc


def _of(table: dict[str, tuple[str, float]], text: str) -> Iterable[Found]:
    for name, (kind, score) in table.items():
        start = text.find(name)
        while start >= 0:
            yield Found(start, start + len(name), EntityType(kind), score)
            start = text.find(name, start + 1)


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "wenmai.characters.v1"}}})
    nlp.add_pipe("suggesting_by_table")
    return nlp


PAGES = {
    "a.txt": "签约\n\n钒谷签约。贺启明到沅\n川。\n\n会议在沅川召开。\n",
    "b.txt": "来访\n\n会议在沅川召开。他去过青石。政府发布。\n",
}


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in PAGES]


EXPECTED = [
    ("贺启明到沅川。", 0.4, "a.txt", [("贺启明", "PERSON", 0.6), ("沅川", "PLACE", 0.9)]),
    ("他去过青石。", 0.3, "b.txt", []),
    ("会议在沅川召开。", 0.1, "a.txt", [("沅川", "PLACE", 0.9)]),
    ("政府发布。", 0.0, "b.txt", []),  # a bare word for a kind of body is never a name
    ("来访", 0.0, "b.txt", []),
    ("签约", 0.0, "a.txt", []),
    ("钒谷签约。", 0.0, "a.txt", [("钒谷", "ORG", 1.0)]),
]


def test_the_order(nlp: Language, paths: list[str]) -> None:
    for order in itertools.permutations(paths):
        files, _ = find_files(order, Reading())
        found = suggest(files, reading=Reading(), nlp=nlp)
        shown = []
        for one in found.suggestions:
            annotated, origin = one.annotated, one.origin
            names = [(annotated.text[n.start : n.end], n.type.value, n.score) for n in annotated.names]
            shown.append((annotated.text, one.doubt, origin.source, names))
        assert shown == EXPECTED
        assert (found.sentences, found.problems) == (len(EXPECTED), ())


def test_where_they_stand(nlp: Language, paths: list[str]) -> None:
    files, _ = find_files(paths, Reading())
    for one in suggest(files, reading=Reading(), nlp=nlp).suggestions:
        origin = one.origin
        stretch = PAGES[origin.source][origin.start : origin.end]
        assert stretch.replace("\n", "") == one.annotated.text
        assert one.annotated.id == f"{origin.source}:{origin.start}"
        assert origin.article == 0


@pytest.mark.parametrize("limit", [1, 3, 100])
def test_the_limit(limit: int, nlp: Language, paths: list[str]) -> None:
    files, _ = find_files(paths, Reading())
    found = suggest(files, reading=Reading(), nlp=nlp, limit=limit)
    assert [one.annotated.text for one in found.suggestions] == [row[0] for row in EXPECTED[:limit]]
    assert found.sentences == len(EXPECTED)


def test_what_cannot_be_read_is_told(nlp: Language, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("会议在沅川召开。\n", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    files, _ = find_files([str(tmp_path)], Reading())
    told: list[int] = []
    found = suggest(files, reading=Reading(), nlp=nlp, progress=told.append)
    assert [one.annotated.text for one in found.suggestions] == ["会议在沅川召开。"]
    assert [problem.source for problem in found.problems] == ["bad.txt"]
    assert told == [1]
