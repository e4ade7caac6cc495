"""The texts: our own marked articles always, and what lies beside the repository where it is."""

from __future__ import annotations

import importlib.util
import json
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.passages import Passage, passages
from wenmai.graph.page.read import read_page
from wenmai.graph.score import Annotated
from wenmai.graph.values import EntityType, Page
from wenmai.seeds.recipe.text.data import read_examples
from wenmai.seeds.recipe.text.split import is_held_out

TESTS = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Document:
    """A marked text; `readings` are further names that count as right, each with the one it stands for."""

    marked: Annotated
    readings: tuple[tuple[Found, Found], ...] = ()

    def settled(self, found: Iterable[Found]) -> list[Found]:
        """The finds, another reading of a name taken for the name."""
        stands_for = dict(self.readings)
        return [stands_for.get(name, name) for name in found]


@dataclass(frozen=True, slots=True)
class TextSet:
    """Texts of one kind. `lost` names that are marked stand where no text shows them whole."""

    name: str
    about: str
    documents: tuple[Document, ...]
    lost: int = 0

    @property
    def characters(self) -> int:
        """Of all documents together."""
        return sum(len(one.marked.text) for one in self.documents)


def text_sets(shared: Path) -> list[TextSet]:
    """All that are there, our own articles first."""
    found = [own_articles()]
    if (shared / "eval" / "gold-dev").is_dir() and (shared / "seeds").is_dir():
        found.append(newspaper_pages(shared / "eval" / "gold-dev", shared / "seeds"))
    if (shared / "ner" / "annotated").is_dir():
        found.append(held_out(shared / "ner"))
    return found


def own_articles() -> TextSet:
    """The marked articles of the tests."""
    marks = _marks()
    documents = tuple(
        Document(_annotated(f"{path.stem}:{number}", *article))
        for path in sorted((TESTS / "seeds" / "marked").glob("*.txt"))
        for number, article in enumerate(marks.articles(path.read_text(encoding="utf-8")))
    )
    return TextSet("articles", "own-written articles, whole (tests/seeds/marked)", documents)


def held_out(ner: Path) -> TextSet:
    """The held-out fifth of the annotated sentences."""
    files = [*(ner / "annotated").glob("*.jsonl"), *(ner / "own").glob("*.jsonl")]
    documents = tuple(
        Document(Annotated(one.id, one.text, tuple(sorted(one.names)), tuple(sorted(one.optional))))
        for one in read_examples(files)
        if is_held_out(one)
    )
    return TextSet(
        "held-out",
        "news and own articles, by the sentence; ours have learnt from it, see their cards",
        documents,
    )


def newspaper_pages(gold: Path, texts: Path) -> TextSet:
    """The development pages, an article a document, as the tool reads pages."""
    documents: list[Document] = []
    lost = 0
    for marked in sorted(gold.glob("*.jsonl")):
        (source,) = (path for path in texts.iterdir() if path.name.startswith(marked.stem))
        raw = source.read_text(encoding="utf-8")
        rows = [json.loads(line) for line in marked.read_text(encoding="utf-8").splitlines() if line.strip()]
        page = read_page(raw, source=source.name)
        made = [
            _of_passage(f"{marked.stem}:{number}", page, passage, list(_in_view(rows, raw, page)))
            for number, passage in enumerate(passages(page))
        ]
        lost += len(rows) - sum(len(one.marked.names) + len(one.marked.optional) for one in made)
        documents += made
    return TextSet("pages", "development pages, an article a document", tuple(documents), lost)


@dataclass(frozen=True, slots=True)
class _Gold:
    name: Found  # view offsets, as all here
    optional: bool
    readings: tuple[Found, ...]


def _in_view(rows: list[dict[str, Any]], raw: str, page: Page) -> Iterator[_Gold]:
    """Marked names, whose offsets count without white space, as they stand in the page's view."""
    at = [k for k, character in enumerate(raw) if not character.isspace()]

    def found(start: int, end: int, kind: str) -> Found:
        first, last = (bisect_left(page.view.at, at[k]) for k in (start, end - 1))
        return Found(first, last + 1, EntityType(kind))

    for row in rows:
        others = tuple(found(*reading) for reading in row.get("alts", ()))
        yield _Gold(found(row["start"], row["end"], row["type"]), "optional" in row.get("flags", ()), others)


def _of_passage(identity: str, page: Page, passage: Passage, gold: list[_Gold]) -> Document:
    names: list[Found] = []
    optional: list[Found] = []
    readings: list[tuple[Found, Found]] = []
    for one in gold:
        name = _placed(passage, one.name)
        if name:
            (optional if one.optional else names).append(name)
            others = (_placed(passage, other) for other in one.readings)
            readings += [(other, name) for other in others if other]
    marked = Annotated(identity, passage.text, tuple(sorted(names)), tuple(sorted(optional)), page.source)
    return Document(marked, tuple(readings))


def _placed(passage: Passage, name: Found) -> Found | None:
    """A name of the view where it stands in a passage, if it does, whole."""
    for part in passage.parts:
        if part.view <= name.start and name.end <= part.view + part.length:
            return name.moved(part.start - part.view)
    return None


def _annotated(identity: str, text: str, marked: list[Any]) -> Annotated:
    names, optional = (
        tuple(sorted(Found(one.start, one.end, one.type) for one in marked if one.optional is flag))
        for flag in (False, True)
    )
    return Annotated(identity, text, names, optional)


def _marks() -> ModuleType:
    """The parser of marked text, which stands beside the tests of the seeds."""
    if "marks" not in sys.modules:
        spec = importlib.util.spec_from_file_location("marks", TESTS / "seeds" / "marks.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules["marks"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["marks"])
    return sys.modules["marks"]
