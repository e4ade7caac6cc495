"""Newspapers made of numbers: as large as one likes, always the same, named by Zipf's law."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from wenmai.graph.link import ArticleTable, EntityTable, Namings, SentenceTable
from wenmai.graph.text.view import TextView
from wenmai.graph.values import (
    Article,
    DateMethod,
    Document,
    Entity,
    EntityType,
    Mention,
    Page,
    Role,
    Sentence,
    Span,
)

IN_ARTICLE, ON_PAGE = 20, 200  # sentences
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
GIVEN = "伟芳娜敏静强磊军洋勇艳杰涛明超霞平刚桂英华玉兰红梅建国文志永春海波亮云飞鹏宇浩凯晨阳雪慧琳婷颖"
BODIES = (
    "教育局",
    "卫健委",
    "发改委",
    "人民政府",
    "公安局",
    "财政局",
    "住建局",
    "农业农村局",
    "水务局",
    "文旅局",
)
FILLER = "据介绍今年以来当地持续推进各项工作取得了明显成效有关负责人表示下一步将继续加大力度"


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of a corpus of so many sentences: of mentions and of entities."""

    sentences: int

    @property
    def mentions(self) -> int:
        """Ten in three sentences."""
        return self.sentences * 10 // 3

    @property
    def entities(self) -> int:
        """One in three sentences."""
        return self.sentences // 3


@cache
def draw(size: Size) -> tuple[np.ndarray, np.ndarray]:
    """The sentence, ascending, and the entity of each mention; entity e is named as 1 / (e + 1)."""
    random = np.random.RandomState(size.sentences)
    chance = 1 / np.arange(1, size.entities + 1)
    entity = random.choice(size.entities, size=size.mentions, p=chance / chance.sum())
    return np.sort(random.randint(size.sentences, size=size.mentions)), entity


def namings(size: Size) -> Namings:
    """The corpus in columns."""
    sentence, entity = draw(size)
    ids = tuple(f"PERSON:{number:07}" for number in range(size.entities))
    articles = -(-size.sentences // IN_ARTICLE)
    rows = np.arange(size.sentences)
    return Namings(
        entities=EntityTable(ids, ids, (EntityType.PERSON,) * len(ids), ((),) * len(ids)),
        articles=ArticleTable(
            tuple(map(_date, range(articles))), np.arange(articles), np.arange(articles)
        ),
        sentences=SentenceTable(
            tuple(f"{number // ON_PAGE:06}.txt#s{number % ON_PAGE}" for number in range(size.sentences)),
            rows // IN_ARTICLE,
            rows // 4,
        ),
        entity=entity,
        sentence=sentence,
        linking=np.ones(len(entity), dtype=np.bool_),
    )  # fmt: skip


def _date(article: int) -> str:
    return f"2025-{article % 12 + 1:02}-{article % 28 + 1:02}"


def name_of(entity: int, places: list[str]) -> tuple[str, EntityType]:
    """A name that no other entity has: six in ten persons, three bodies, one a place."""
    kind, number = entity % 10, entity // 10
    if kind == 0 and number < len(places):
        return places[number], EntityType.PLACE
    if kind in (1, 2, 3):
        number = number * 3 + kind - 1
        where, body = divmod(number, len(BODIES))
        if where < len(places):
            return places[where] + BODIES[body], EntityType.ORG
    surname, given = SURNAMES[entity % len(SURNAMES)], entity // len(SURNAMES)
    name = GIVEN[given % len(GIVEN)]
    while given := given // len(GIVEN):
        name = GIVEN[given % len(GIVEN)] + name
    return surname + name, EntityType.PERSON


def pages(size: Size, places: list[str]) -> list[tuple[Page, tuple[Mention, ...]]]:
    """The corpus as read pages with their mentions, a sentence a list of names and some words."""
    sentence, entity = draw(size)
    starts = np.searchsorted(sentence, np.arange(0, size.sentences + ON_PAGE, ON_PAGE))
    return [
        _page(number, sentence[a:b] - number * ON_PAGE, entity[a:b], places)
        for number, (a, b) in enumerate(pairwise(starts))
    ]


def _page(number, sentence, entity, places):
    source = f"晋中日报_{_date(number)}_{number:06}.txt"
    named = [[] for _ in range(ON_PAGE)]
    for row, who in zip(sentence.tolist(), entity.tolist(), strict=True):
        named[row].append(name_of(who, places))
    at, parts, sentences, mentions = 0, [], [], []
    for row, names in enumerate(named):
        begin = at
        for name, kind in names:
            mentions.append(
                Mention(
                    source, at, at + len(name), name, kind, Role.BODY, row // IN_ARTICLE, row, at - begin, 0.9
                )
            )
            parts.append(name + "、")
            at += len(name) + 1
        parts.append(FILLER[: 10 + (row * 7 + number) % 30] + "。")
        at += len(parts[-1])
        sentences.append(Sentence(row, row // IN_ARTICLE, row // 4, Role.BODY, Span(begin, at)))
    articles = tuple(
        Article(
            n,
            Span(sentences[n * IN_ARTICLE].span.start, sentences[(n + 1) * IN_ARTICLE - 1].span.end),
            publication="晋中日报",
            date=_date(number),
            date_method=DateMethod.GIVEN,
        )
        for n in range(ON_PAGE // IN_ARTICLE)
    )
    page = Page(source, TextView.of("".join(parts)), articles, tuple(sentences))
    return page, tuple(mentions)


def documents(size: Size, places: list[str]) -> list[Document]:
    """The corpus as resolution and linking read it."""
    return [
        Document(page.source, page.articles, page.sentences, tuple(map(page.text, page.sentences)), mentions)
        for page, mentions in pages(size, places)
    ]


def entities(documents: list[Document]) -> tuple[dict[tuple[str, int, int], str], list[Entity]]:
    """Who each mention is, one entity a name: what resolution would give, at no cost."""
    entity_of, known = {}, {}
    for document in documents:
        for mention in document.mentions:
            each = known.get(mention.text)
            if each is None:
                each = Entity(f"{mention.type}:{mention.text}", mention.type, mention.text)
                known[mention.text] = each
            entity_of[mention.key] = each.id
    return entity_of, list(known.values())


def newspaper(kilobytes: int) -> list[str]:
    """Pages of some eight kB of text each, wrapped, with headlines, by-lines and datelines."""
    random = np.random.RandomState(kilobytes)
    letters = np.array(list(FILLER + GIVEN + SURNAMES))
    found, size = [], 0
    while size < kilobytes * 1000:
        lines = []
        for _ in range(4):
            lines += ["".join(random.choice(letters, size=14)), "", "本报讯（记者 赵福胜）"]
            for _ in range(5):
                said = "。".join(
                    "".join(random.choice(letters, size=int(n))) for n in random.randint(15, 40, size=4)
                )
                lines += [f"{said}。"[at : at + 28] for at in range(0, len(said) + 1, 28)]
            lines.append("")
        found.append("\n".join(lines))
        size += len(found[-1].encode("utf-8"))
    return found
