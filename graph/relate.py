"""From the mentions of all pages to the graph: stories, reprints, who is who, who wrote, who is with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wenmai.graph.entity import Decisions, Gazetteer, NameBook, Resolution, resolve
from wenmai.graph.link import Window, namings
from wenmai.graph.network import KnowledgeGraph, build_graph
from wenmai.graph.page.reprints import find_reprints
from wenmai.graph.page.stories import join_stories
from wenmai.graph.page.texts import ArticleKey, ArticleText
from wenmai.graph.roles import Roles, find_roles
from wenmai.graph.values import Document, EntityId, EntityType, Role


@dataclass(frozen=True, slots=True)
class Related:
    """All that follows from a set of documents.

    `stories` leads from an article to the first part of its story, `reprints` to the original
    that it reprints; articles that stand alone are in neither. `writers` are sorted.
    """

    resolution: Resolution
    graph: KnowledgeGraph
    stories: Mapping[ArticleKey, ArticleKey]
    reprints: Mapping[ArticleKey, ArticleKey]
    writers: Mapping[ArticleKey, tuple[EntityId, ...]]
    roles: Roles
    located: tuple[tuple[EntityId, EntityId], ...]  # an entity, and the nearest named place around it


def relate(
    documents: Sequence[Document],
    *,
    gazetteer: Gazetteer,
    names: NameBook,
    decisions: Decisions,
    place: str | None = None,
    window: str = Window.SENTENCE,
    bylines: bool = False,
    min_score: float = 0.0,
) -> Related:
    """Resolve and link documents, each source once, in any order.

    Mentions with a score below `min_score` are as good as not there.

    Raises:
        ValueError: `place` names no division, or several; `window` is none.
    """
    documents = sure_enough(documents, min_score)
    resolution = resolve(documents, gazetteer=gazetteer, names=names, decisions=decisions, place=place)
    articles = article_texts(documents)
    stories = {part: story.parts[0] for story in join_stories(articles) for part in story.parts[1:]}
    reprints = {copy: found.original for found in find_reprints(articles) for copy in found.copies}
    columns = namings(
        documents,
        resolution.entity_of,
        resolution.entities,
        window=Window(window),
        bylines=bylines,
        reprints={_id(copy): _id(original) for copy, original in reprints.items()},
        stories={_id(part): _id(first) for part, first in stories.items()},
    )
    return Related(
        resolution,
        build_graph(columns),
        stories,
        reprints,
        writers(documents, resolution),
        find_roles(documents, resolution.entity_of, entities=[*resolution.entities, *resolution.ancestors]),
        located(resolution),
    )


def sure_enough(documents: Sequence[Document], min_score: float) -> Sequence[Document]:
    """The documents without the mentions whose score is below `min_score`, in [0, 1]."""
    if min_score <= 0:
        return documents
    return [
        replace(document, mentions=tuple(m for m in document.mentions if m.score >= min_score))
        for document in documents
    ]


def article_texts(documents: Sequence[Document]) -> list[ArticleText]:
    """The articles of documents as stories and reprints are told by."""
    found = []
    for document in sorted(documents, key=lambda each: each.source):
        texts: dict[int, list[str]] = {article.number: [] for article in document.articles}
        for sentence, text in zip(document.sentences, document.texts, strict=True):
            if sentence.role is not Role.HEADLINE:
                texts[sentence.article].append(text)
        found += [
            ArticleText(
                (document.source, article.number),
                article.headline,
                "".join(texts[article.number]),
                publication=article.publication,
                # A dateline is a day before the paper; parts of one issue share the paper's date.
                date=document.issued or article.date,
                page=article.page,
                continued_from=article.continued_from,
                continued_on=article.continued_on,
            )
            for article in document.articles
        ]
    return found


def located(resolution: Resolution) -> tuple[tuple[EntityId, EntityId], ...]:
    """Pairs of an entity and the nearest place around it that some mention names, sorted."""
    named = {entity.id for entity in resolution.entities}
    parent = {e.id: e.parent for e in (*resolution.entities, *resolution.ancestors)}
    found = []
    for entity in resolution.entities:
        around, seen = entity.parent, {entity.id}
        while around is not None and around not in named and around not in seen:
            seen.add(around)
            around = parent.get(around)
        if around in named and around != entity.id:
            found.append((entity.id, around))
    return tuple(sorted(found))


def writers(documents: Sequence[Document], resolution: Resolution) -> dict[ArticleKey, tuple[EntityId, ...]]:
    """Who wrote each article: its authors, as the by-lines of its page name them."""
    found = {}
    for document in documents:
        by_name: dict[str, EntityId] = {
            "".join(mention.text.split()): resolution.entity_of[mention.key]
            for mention in document.mentions
            if mention.role is Role.BYLINE
            and mention.type is EntityType.PERSON
            and mention.key in resolution.entity_of
        }
        for article in document.articles:
            known = {by_name[author] for author in article.authors if author in by_name}
            if known:
                found[document.source, article.number] = tuple(sorted(known))
    return found


def _id(article: ArticleKey) -> str:
    source, number = article
    return f"{source}#a{number}"
