"""Positions on the development pages against a hand-set list, where those pages are at hand."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest

from wenmai.graph.entity import NO_DECISIONS, resolve
from wenmai.graph.roles import find_roles
from wenmai.graph.values import Document, Entity, EntityType, Mention, Page, Role
from wenmai.loaders import lists
from wenmai.loaders.ingest import extract_files, read_pages
from wenmai.loaders.model import load_pipeline
from wenmai.loaders.read import ReadOptions, find_sources
from wenmai.loaders.settings import Reading
from wenmai.loaders.store.sources import document_of

SHARED = Path(__file__).parents[4] / "shared"
PAGES = ("000", "001", "004")
PRECISION, RECALL = 0.95, 0.80
pytestmark = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the development pages are not here")


def gold() -> set[tuple[str, str, str]]:
    """Page, person and the office in one word: a body and a title may be parted in two ways."""
    lines = (Path(__file__).parent / "gold_positions.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {(page, person, body + title) for page, person, title, body in rows}


def found(documents: Sequence[Document], entity_of: dict, entities: Sequence[Entity]) -> set:
    """What the page prints, as the list has it; a place that the text leaves to the reader is left out."""
    want = gold()
    out = set()
    for document in documents:
        page = document.source[:3]
        printed = defaultdict(set)
        for entity in entities:
            printed[entity.id] |= {entity.name} | {alias.text for alias in entity.aliases}
        for mention in document.mentions:
            if mention.key in entity_of:
                printed[entity_of[mention.key]].add(mention.text)
        for position in find_roles([document], entity_of, entities=entities).positions:
            bodies = printed[position.organisation] if position.organisation else {""}
            offices = {
                (page, person, body + position.title)
                for body in bodies
                for person in printed[position.person]
            }
            out.add(next(iter(sorted(offices & want)), min(offices)))
    return out


def report(name: str, have: set, capsys: pytest.CaptureFixture[str]) -> tuple[float, float]:
    want = gold()
    precision, recall = len(have & want) / len(have), len(have & want) / len(want)
    lines = [f"positions, {name}: precision {precision:.3f}, recall {recall:.3f}"]
    lines += [f"  wrong   {each}" for each in sorted(have - want)]
    lines += [f"  missing {each}" for each in sorted(want - have)]
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    return precision, recall


def sources() -> list:
    paths = [str(path) for path in sorted((SHARED / "seeds").glob("*.txt")) if path.name[:3] in PAGES]
    return find_sources(paths, options=ReadOptions())[0]


def stop(*problem: object) -> None:
    pytest.fail(str(problem))


@pytest.mark.pipeline
def test_positions_of_the_pages_as_the_tool_reads_them(capsys):
    pages = [
        document_of(extracted)
        for _, extracted in extract_files(
            sources(), reading=Reading(), nlp=load_pipeline(Reading().model), report=stop
        )
    ]
    known = resolve(pages, gazetteer=lists.load_gazetteer(), names=lists.load_names(), decisions=NO_DECISIONS)
    precision, recall = report(
        "own mentions", found(pages, known.entity_of, [*known.entities, *known.ancestors]), capsys
    )
    assert precision >= PRECISION
    assert recall >= RECALL


def test_positions_of_the_pages_with_the_mentions_set_by_hand(capsys):
    documents, entity_of = [], {}
    for pending in read_pages(sources(), reading=Reading(), report=stop):
        lines = (SHARED / "eval/gold-dev" / f"{pending.page.source[:3]}.jsonl").read_text(encoding="utf-8")
        marks = [json.loads(line) for line in lines.splitlines()]
        document, ids = marked(pending.page, pending.raw.text, marks)
        documents.append(document)
        entity_of |= ids
    entities = [
        Entity(id_, EntityType(id_.split(":")[0]), id_.split(":")[1])
        for id_ in sorted(set(entity_of.values()))
    ]
    precision, recall = report("mentions set by hand", found(documents, entity_of, entities), capsys)
    assert precision >= PRECISION
    assert recall >= RECALL


def marked(page: Page, source: str, marks: list[dict]) -> tuple[Document, dict]:
    """A page with hand-set mentions, whose offsets leave white space out."""
    kept = [at for at, character in enumerate(source) if not character.isspace() and character != "\ufeff"]
    mentions, ids = [], {}
    for mark in marks:
        start, end = kept[mark["start"]], kept[mark["end"] - 1] + 1
        at = page.view.from_source(start)
        sentence = next(s for s in page.sentences if s.span.start <= at < s.span.end)
        text = page.view.text[at : page.view.from_source(end - 1) + 1]
        role = Role.BYLINE if "byline" in mark["flags"] else sentence.role
        mention = Mention(
            page.source,
            start,
            end,
            text,
            EntityType(mark["type"]),
            role,
            sentence.article,
            sentence.number,
            at - sentence.span.start,
            1.0,
        )
        assert "".join(text.split()) == mark["text"]
        mentions.append(mention)
        ids[mention.key] = f"{mark['type']}:{mark['canonical']}"
    mentions.sort(key=lambda mention: mention.start)
    texts = tuple(page.text(sentence) for sentence in page.sentences)
    document = Document(page.source, page.articles, page.sentences, texts, tuple(mentions), page.issued)
    return document, ids
