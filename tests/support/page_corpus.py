"""Corpora for the page, set by hand: names are invented, and what the page must say is known."""

from __future__ import annotations

import itertools
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from wenmai.graph.network.knowledge_graph import (
    ArticleRow,
    Corpus,
    Edge,
    KnowledgeGraph,
    MentionRow,
    Node,
    Relation,
    RelationRow,
    SentenceRow,
)
from wenmai.graph.values import EntityType, Role

Name = tuple[EntityType, int, tuple[str, ...]]  # type, community, aliases
Piece = tuple[str, str | None, str | None, list[str]]  # source, headline, date, sentences

_MARK = re.compile(r"\{\{(.+?)(?:\|\|(.+?))?\}\}", re.DOTALL)


def build(names: Mapping[str, Name], articles: Iterable[Piece], *, title: str = "山海晚报") -> Corpus:
    """A corpus from marked text: {{陈观澜}}, or by another form {{老陈||陈观澜}}."""
    rows: list[ArticleRow] = []
    sentences: list[SentenceRow] = []
    mentions: list[MentionRow] = []
    for source, headline, date, texts in articles:
        rows.append(ArticleRow(f"{source}#a0", source, 0, headline, date, "山海晚报", "1"))
        for number, marked in enumerate(texts):
            text, found = _unmark(marked)
            row = SentenceRow(
                f"{source}#s{number}", rows[-1].id, number, text, number * 1000, number * 1000 + len(text)
            )
            sentences.append(row)
            for at, surface, name in found:
                place = row.begin_at + at
                entity = f"{names[name][0]}:{name}"
                mentions.append(
                    MentionRow(entity, row.id, place, place + len(surface), at, surface, Role.BODY)
                )
    graph = _graph(names, rows, sentences, mentions)
    return Corpus(title, graph, tuple(rows), tuple(sentences), tuple(mentions))


def _unmark(marked: str) -> tuple[str, list[tuple[int, str, str]]]:
    text, found, end = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        found.append((len(text), mark[1], mark[2] or mark[1]))
        text += mark[1]
        end = mark.end()
    return text + marked[end:], found


def _graph(
    names: Mapping[str, Name],
    articles: Iterable[ArticleRow],
    sentences: Iterable[SentenceRow],
    mentions: list[MentionRow],
) -> KnowledgeGraph:
    date = {article.id: article.date for article in articles}
    article_of = {sentence.id: sentence.article for sentence in sentences}
    named: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        named[mention.sentence].add(mention.entity)
    together: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for sentence, entities in named.items():
        for pair in itertools.combinations(sorted(entities), 2):
            together[pair].append(sentence)
    edges = tuple(
        Edge(
            a,
            b,
            count=len(where),
            articles=len({article_of[s] for s in where}),
            weight=sum(1 / (len(named[s]) - 1) for s in where),
            npmi=0.25,
            g2=3.5,
            significance=round(1 / (1 + len(where)), 3),
            first=min(filter(None, (date[article_of[s]] for s in where)), default=None),
            last=max(filter(None, (date[article_of[s]] for s in where)), default=None),
            evidence=tuple(where),
        )
        for (a, b), where in sorted(together.items())
    )
    degree = Counter(end for edge in edges for end in (edge.a, edge.b))
    strength: Counter[str] = Counter()
    for edge in edges:
        strength.update({edge.a: edge.weight, edge.b: edge.weight})
    mentions_of: defaultdict[str, list[MentionRow]] = defaultdict(list)
    for mention in mentions:
        mentions_of[mention.entity].append(mention)
    nodes = []
    for name, (kind, community, aliases) in names.items():
        entity = f"{kind}:{name}"
        own = mentions_of[entity]
        dates = sorted(filter(None, (date[article_of[mention.sentence]] for mention in own)))
        nodes.append(
            Node(
                entity,
                name,
                kind,
                aliases,
                mentions=len(own),
                articles=len({article_of[mention.sentence] for mention in own}),
                first_seen=dates[0] if dates else None,
                last_seen=dates[-1] if dates else None,
                community=community if degree[entity] else -1,
                degree=degree[entity],
                weighted_degree=strength[entity],
                betweenness=0.125,
                pagerank=0.0625,
            )
        )
    return KnowledgeGraph(tuple(sorted(nodes, key=lambda node: node.id)), edges)


def small() -> Corpus:
    """Eight entities in two communities, five months, one sentence without a date."""
    person, org, place, program = EntityType
    return build(
        {
            "陈观澜": (person, 0, ("老陈",)),
            "林小满": (person, 0, ()),
            "青石市政府": (org, 0, ("市政府", "青石市人民政府")),
            "青石市": (place, 0, ("青石",)),
            "绿廊计划": (program, 0, ()),
            "𠮷田重工": (org, 1, ("𠮷田",)),
            "云岭县": (place, 1, ()),
            "孤山镇": (place, -1, ()),
        },
        [
            (
                "01/头版.txt",
                "绿廊开工",
                "2025-01-05",
                [
                    "{{陈观澜}}在{{青石市}}宣布{{绿廊计划}}开工。",
                    "{{市政府||青石市政府}}表示，{{老陈||陈观澜}}将负责协调。",
                    "{{林小满}}随{{陈观澜}}到场。",
                ],
            ),
            (
                "02/要闻.txt",
                None,
                "2025-02-14",
                [
                    "{{陈观澜}}与{{青石市政府}}签约。",
                    "😀𠀀{{𠮷田重工}}的代表说，{{𠮷田||𠮷田重工}}看好{{云岭县}}。",
                ],
            ),
            (
                "05/本地.txt",
                "云岭见闻",
                "2025-05-20",
                [
                    "{{林小满}}走访{{云岭县}}。",
                    "{{孤山镇}}下雨。",
                    "{{陈观澜}}、{{青石市政府}}再谈{{绿廊计划}}。",
                ],
            ),
            ("无日期.txt", "旧稿", None, ["{{陈观澜}}早年在{{青石||青石市}}读书。"]),
        ],
    )


def namesakes() -> Corpus:
    """Three persons and a place of one name, a body that is not in the graph, offices now and formerly."""
    person, org, place, _ = EntityType
    corpus = build(
        {
            "贺启明（青石市）": (person, 0, ()),
            "贺启明（<b>云岭</b>）": (person, 0, ()),
            "贺启明": (person, 0, ()),
            "青石市": (place, 0, ()),
            "青石市政府": (org, 0, ()),
        },
        [
            (
                "a.txt",
                None,
                "2025-02-14",
                [
                    "{{青石市}}市长{{贺启明||贺启明（青石市）}}在{{青石市政府}}说。",
                    "{{贺启明||贺启明（青石市）}}说。",
                    "{{贺启明||贺启明（<b>云岭</b>）}}、{{贺启明}}在{{青石市}}。",
                ],
            )
        ],
        title="",
    )
    first, other = "PERSON:贺启明（青石市）", "PERSON:贺启明（<b>云岭</b>）"
    relations = (
        RelationRow(Relation.AFFILIATED_WITH, other, "ORG:山海晚报社"),
        RelationRow(Relation.AFFILIATED_WITH, first, "ORG:云岭县委", None, "2024", "2025-02"),
        RelationRow(Relation.HOLDS_POSITION, first, "ORG:云岭县委", "书记", "2024", "2025-02", former=True),
        RelationRow(Relation.HOLDS_POSITION, first, "PLACE:青石市", "副市长", "2024-01-05", "2024-06-30"),
        RelationRow(Relation.HOLDS_POSITION, first, "PLACE:青石市", "市长", "2025-02-14", "2025-02-14"),
        RelationRow(Relation.LOCATED_IN, "ORG:青石市政府", "PLACE:青石市"),
        RelationRow(Relation.LOCATED_IN, "ORG:无", "PLACE:无"),
    )
    nodes = (replace(node, name=node.name.partition("（")[0]) for node in corpus.graph.nodes)
    return replace(corpus, graph=replace(corpus.graph, nodes=tuple(nodes)), relations=relations)


def long() -> Corpus:
    """A sentence of a thousand characters with names all over it."""
    names = {"陈观澜": EntityType.PERSON, "青石市": EntityType.PLACE, "云岭县": EntityType.PLACE}
    text = "{{陈观澜}}，" + "𠀀" * 100 + "{{青石市}}、" * 200 + "、" + "{{青石市}}、" * 14 + "{{云岭县}}。"
    return build(
        {name: (kind, 0, ()) for name, kind in names.items()}, [("a.txt", None, "2025-01-05", [text])]
    )


def pair() -> Corpus:
    """Two with long names, linked."""
    names = ("北溟科技股份有限公司", "南冥科技股份有限公司")
    texts = ["{{北溟科技股份有限公司}}收购{{南冥科技股份有限公司}}。", "{{南冥科技股份有限公司}}不予置评。"]
    return build(
        dict.fromkeys(names, (EntityType.ORG, 0, ())),
        [("a.txt", None, "2025-01-05", texts)],
        title="两家",
    )


EVIL = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "{{7*7}}${alert(3)}",
    "\"' onmouseover='alert(4)' x=\"",
    "javascript:alert(5)",
    "<!--<svg onload=alert(6)>",
    "]]>&lt;b&gt;\u2028\u2029\\u003cscript>",
)


def evil() -> Corpus:
    """Markup, template and script in every text that a page shows."""
    kinds = itertools.cycle(EntityType)
    nodes, mentions, edges, sentences, articles = [], [], [], [], []
    for i, (name, kind) in enumerate(zip(EVIL, kinds, strict=False)):
        nodes.append(
            Node(
                f"{kind}:{name}",
                name,
                kind,
                (f"{name}<b>", "<svg onload=alert(7)>"),
                4,
                1,
                community=0,
                degree=2,
            )
        )
        articles.append(
            ArticleRow(f"{name}#a{i}", name, i, f"题{name}", f"2025-0{i + 1}-01", f"报{name}", f"<b>{i}</b>")
        )
    for i, first in enumerate(nodes):
        second = nodes[(i + 1) % len(nodes)]
        text = f"<b>甲</b>{first.name}与{second.name}<iframe src=javascript:alert(8)>"
        sentences.append(SentenceRow(f"{articles[i].source}#s{i}", articles[i].id, i, text, 0, len(text)))
        for node in (first, second):
            at = text.index(node.name)
            mentions.append(
                MentionRow(node.id, sentences[i].id, at, at + len(node.name), at, node.name, Role.BODY)
            )
        a, b = sorted((first.id, second.id))
        edges.append(Edge(a, b, 1, 1, 1.0, 0.5, 1.0, 0.5, evidence=(sentences[i].id,)))
    graph = KnowledgeGraph(
        tuple(sorted(nodes, key=lambda node: node.id)),
        tuple(sorted(edges, key=lambda edge: (edge.a, edge.b))),
    )
    relations = tuple(
        RelationRow(Relation.HOLDS_POSITION, node.id, f"ORG:{title}", title, title, title)
        for node in nodes
        for title in EVIL
    )
    return Corpus(EVIL[0] + "href", graph, tuple(articles), tuple(sentences), tuple(mentions), relations)


def many(people: int, *, seed: int = 7, repeats: int = 7) -> Corpus:
    """A synthetic newspaper of so many entities in communities of about forty."""
    rng = random.Random(seed)  # noqa: S311 not a secret
    kinds = rng.choices(list(EntityType), [5, 3, 2, 1], k=people)
    communities = max(2, people // 40)
    first, second = "赵钱孙李周吴郑王冯陈蒋沈韩杨", "观海清远山川明月松竹梅兰石泉"
    stem = {EntityType.PERSON: "", EntityType.ORG: "公司", EntityType.PLACE: "镇", EntityType.PROGRAM: "计划"}
    names: dict[str, Name] = {}
    for i, kind in enumerate(kinds):
        name = f"{rng.choice(first)}{rng.choice(second)}{rng.choice(second)}{stem[kind]}{i}"
        names[name] = (kind, rng.randrange(communities), ())
    members: defaultdict[int, list[str]] = defaultdict(list)
    for name, (_, community, _) in names.items():
        members[community].append(name)
    popular = {name: 1 / rng.paretovariate(0.9) for name in names}
    articles: list[Piece] = []
    for i in range(people):
        texts = []
        for _ in range(repeats):
            group = members[rng.choice(list(members))]
            few = set(rng.choices(group, [1.01 - popular[n] for n in group], k=3))
            if rng.random() < 0.2:
                few.add(rng.choice(list(names)))
            texts.append(
                "据悉，" + "与".join(f"{{{{{name}}}}}" for name in sorted(few)) + "就有关事项交换了意见。"
            )
        articles.append(
            (f"{i:05}.txt", f"第{i}号消息", f"{2023 + i % 3}-{1 + i % 12:02}-{1 + i % 28:02}", texts)
        )
    return build(names, articles, title="合成语料")
