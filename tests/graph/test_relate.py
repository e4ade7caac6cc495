"""From documents to the graph, by way of stories, reprints and writers."""

from __future__ import annotations

from wenmai.graph.entity import NO_DECISIONS, Gazetteer, NameBook
from wenmai.graph.relate import Related, relate
from wenmai.graph.values import (
    Article,
    DateMethod,
    Document,
    EntityType,
    Mention,
    Role,
    Sentence,
    Span,
)

DISPATCH = (
    "沅川市同林州市签订合作协议，两地将共建一条储能产业链。贺启明与林嘉禾出席签约仪式。"
    "根据协议，双方每年互派二十名技术人员，共用一座试验电站，并在三年内建成联合实验室。"
)


def document(source: str, text: str, people: tuple[str, ...], **article: object) -> Document:
    """One article of one sentence, its people marked where they first stand."""
    mentions = tuple(
        Mention(source, at, at + len(name), name, EntityType.PERSON, Role.BODY, 0, 0, at, 1.0)
        for at, name in sorted((text.index(name), name) for name in people)
    )
    known = Article(0, Span(0, len(text)), date_method=DateMethod.GIVEN, **article)  # type: ignore[arg-type]
    sentence = Sentence(0, 0, 0, Role.BODY, Span(0, len(text)))
    return Document(source, (known,), (sentence,), (text,), mentions, issued=known.date)


def related(*documents: Document, window: str = "sentence") -> Related:
    return relate(
        documents,
        gazetteer=Gazetteer({}, []),
        names=NameBook((), {}, {}, ("贺", "林", "沈"), frozenset(), ()),
        decisions=NO_DECISIONS,
        window=window,
    )


def counts(found: Related) -> dict[tuple[str, str], tuple[int, int]]:
    return {(e.a, e.b): (e.count, e.articles) for e in found.graph.edges}


def test_one_dispatch_in_three_papers_counts_once() -> None:
    papers = [
        document(f"{paper}.txt", DISPATCH, ("贺启明", "林嘉禾"), date=f"2025-04-2{k}", publication=paper)
        for k, paper in enumerate(("甲报", "乙报", "丙报"), 1)
    ]
    found = related(*papers)
    assert found.reprints == {("乙报.txt", 0): ("甲报.txt", 0), ("丙报.txt", 0): ("甲报.txt", 0)}
    assert counts(found) == {("PERSON:林嘉禾", "PERSON:贺启明"): (1, 1)}
    assert {node.id: node.mentions for node in found.graph.nodes} == {"PERSON:林嘉禾": 1, "PERSON:贺启明": 1}


def test_a_story_on_two_pages_is_one_article() -> None:
    issue = {"date": "2025-04-21", "publication": "甲报", "headline": "两地共建储能链"}
    first = document(
        "甲报_01.txt", f"贺启明出席。{DISPATCH[:24]}", ("贺启明",), page="1", continued_on="3", **issue
    )
    second = document(
        "甲报_03.txt",
        f"林嘉禾说，{DISPATCH[10:30]}",
        ("林嘉禾",),
        page="3",
        continued_from="1",
        continued=True,
        **issue,
    )
    apart = related(first, second)
    assert apart.stories == {("甲报_03.txt", 0): ("甲报_01.txt", 0)}
    assert counts(apart) == {}
    assert counts(related(first, second, window="article")) == {("PERSON:林嘉禾", "PERSON:贺启明"): (1, 1)}


def test_writers_are_found_by_the_by_line_of_their_page() -> None:
    text = "本报记者沈知远贺启明到沅川。"
    page = document("甲报.txt", text, ("贺启明",), authors=("沈知远",))
    by_line = Mention("甲报.txt", 4, 7, "沈知远", EntityType.PERSON, Role.BYLINE, 0, 0, 4, 1.0)
    found = related(
        Document(page.source, page.articles, page.sentences, page.texts, (by_line, *page.mentions))
    )
    assert found.writers == {("甲报.txt", 0): ("PERSON:沈知远",)}
    assert counts(found) == {}


def test_the_order_of_documents_does_not_matter() -> None:
    papers = [document(f"{n}.txt", DISPATCH[n:], ("贺启明", "林嘉禾"), date="2025-04-21") for n in range(4)]
    assert related(*papers) == related(*papers[::-1])
