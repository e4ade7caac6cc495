"""A corpus set by hand: the names are invented, and who is named with whom can be read off the text.

【surface】 marks a mention; 【surface→name】 one by another form of the name; 〔surface〕 one in a by-line.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations

from wenmai.graph.network.knowledge_graph import (
    ArticleLink,
    ArticleLinkRow,
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

# id: (name, aliases, community, betweenness, pagerank)
ENTITIES = {
    "ORG:云州市科技局": ("云州市科技局", ("市科技局", "科技局"), 0, 0.125, 0.125),
    "ORG:北屿县科技局": ("北屿县科技局", ("科技局",), 1, 0.0, 0.0625),
    "ORG:北屿集团": ("北屿集团", (), 1, 0.25, 0.125),
    "ORG:岚江大学": ("岚江大学", ("岚大",), 0, 0.25, 0.125),
    "PERSON:何望山": ("何望山", (), 1, 0.0, 0.0625),
    "PERSON:孤行客": ("孤行客", ("Lone, O'Hara",), -1, 0.0, 0.03125),
    "PERSON:林知远": ("林知远", (), 0, 0.0625, 0.125),
    "PERSON:苏绣文": ("苏绣文", (), 0, 0.0, 0.125),
    "PERSON:赵采薇": ("赵采薇", (), -1, 0.0, 0.03125),
    "PLACE:云州": ("云州", ("云州市",), 0, 0.0, 0.0625),
    "PLACE:北屿岛": ("北屿岛", (), 1, 0.0, 0.0625),
    "PROGRAM:星火计划": ("星火计划", (), 0, 0.0625, 0.125),
    "PROGRAM:蓝湾工程": ("蓝湾工程", (), 1, 0.0625, 0.0625),
}

# source, number, headline, date, publication, page, authors, sentences
ARTICLES = [
    (
        "yu/undated.txt", 0, None, None, None, None, (),
        ["【何望山】（原【北屿岛】管委会主任）看【蓝湾工程】。"],
    ),
    (
        "yu/year.txt", 0, "蓝湾工程开工", "2025", "北屿日报", "2", (),
        ["【北屿集团】在【北屿岛】建【蓝湾工程】，【科技局→北屿县科技局】发布。"],
    ),
    (
        "yun/2025-01-10.txt", 0, "星火计划启动", "2025-01-10", "云州晚报", "1", ("PERSON:赵采薇",),
        [
            "【云州】市长【林知远】宣布，【科技局→云州市科技局】启动【星火计划】。",
            "【岚大→岚江大学】副校长、教授【苏绣文】参加【星火计划】。",
            "本报记者〔赵采薇〕",
        ],
    ),
    (
        "yun/2025-01-10.txt", 1, '短讯："独行"', "2025-01-10", "云州晚报", "1", (),
        ["【孤行客】独行，行了又行。"],
    ),
    (
        "yun/2025-02.md", 0, "校企合作", "2025-02", "云州晚报", None, ("PERSON:赵采薇", "PERSON:苏绣文"),
        [
            "【苏绣文】与市长【林知远】谈【星火计划】，【林知远】说：“好”。",
            "【岚江大学】与【北屿集团】合作。",
        ],
    ),
    (
        "yun/2025-03-05.md", 0, "星火到海岛", "2025-03-05", "云州晚报", "3", ("PERSON:赵采薇",),
        ["【岚江大学】把【星火计划】带给【北屿集团】。"],
    ),
    ("yun/2025-03-05.md", 1, "星火到海岛（续）", "2025-03-05", "云州晚报", "6", (), []),
    ("zao/2025-01-12.txt", 0, "云州启动星火计划", "2025-01-12", "岚江早报", "4", (), []),
    ("zao/2025-03.txt", 0, "星火到海岛", "2025-03", "岚江早报", None, (), []),
    ("zao/undated.txt", 0, None, None, None, None, (), []),
]  # fmt: skip

# kind, a, b, title, former, evidence; the dates are those of the evidence
RELATIONS = [
    ("LOCATED_IN", "ORG:云州市科技局", "PLACE:云州", None, False, ()),
    ("LOCATED_IN", "ORG:北屿县科技局", "PLACE:北屿岛", None, False, ()),
    ("LOCATED_IN", "PLACE:北屿岛", "PLACE:云州", None, False, ()),
    ("HOLDS_POSITION", "PERSON:何望山", "PLACE:北屿岛", "管委会主任", True, ("yu/undated.txt#s0",)),
    (
        "HOLDS_POSITION", "PERSON:林知远", "PLACE:云州", "市长", False,
        ("yun/2025-01-10.txt#s0", "yun/2025-02.md#s0"),
    ),
    ("HOLDS_POSITION", "PERSON:苏绣文", "ORG:岚江大学", "副校长", False, ("yun/2025-01-10.txt#s1",)),
    ("HOLDS_POSITION", "PERSON:苏绣文", "ORG:岚江大学", "教授", False, ("yun/2025-01-10.txt#s1",)),
    ("AFFILIATED_WITH", "PERSON:苏绣文", "ORG:岚江大学", None, False, ("yun/2025-01-10.txt#s1",)),
    ("RUNS", "ORG:云州市科技局", "PROGRAM:星火计划", None, False, ("yun/2025-01-10.txt#s0",)),
    ("RUNS", "ORG:北屿集团", "PROGRAM:蓝湾工程", None, False, ("yu/year.txt#s0",)),
    ("ISSUED", "ORG:北屿县科技局", "PROGRAM:蓝湾工程", None, False, ("yu/year.txt#s0",)),
]  # fmt: skip

LINKS = [
    ("REPRINT_OF", "zao/2025-01-12.txt#a0", "yun/2025-01-10.txt#a0"),
    ("REPRINT_OF", "zao/2025-03.txt#a0", "yun/2025-03-05.md#a0"),
    ("REPRINT_OF", "zao/undated.txt#a0", "yun/2025-01-10.txt#a0"),
    ("CONTINUES", "yun/2025-03-05.md#a1", "yun/2025-03-05.md#a0"),
]

_MARK = re.compile(r"【([^】→]+)(?:→([^】]+))?】|〔([^〕]+)〕")


def hand_set_corpus(articles=ARTICLES, entities=ENTITIES, *, title="云州", relations=RELATIONS, links=LINKS):
    """The corpus of marked articles; counts, dates and evidence follow from the marks, scores are given.

    A relation or a link whose ends or sentences are not among them is left out.
    """
    ids = {name: entity for entity, (name, *_) in entities.items()}
    rows, sentences, mentions, placed = [], [], [], Counter()
    windows = defaultdict(list)  # (a, b): [(sentence, article, date, weight)]
    for source, number, *details, texts in articles:
        article = ArticleRow(f"{source}#a{number}", source, number, *details)
        rows.append(article)
        for text in texts:
            sentence, found = _sentence(article, text, ids, number=placed[article.source])
            placed[article.source] += 1
            sentences.append(sentence)
            mentions += found
            named = sorted({mention.entity for mention in found if mention.role == Role.BODY})
            for pair in combinations(named, 2):
                windows[pair].append((sentence.id, article, 1 / (len(named) - 1)))
    edges = tuple(_edge(*pair, windows[pair]) for pair in sorted(windows))
    by_id = {article.id: article for article in rows}
    article_of = {sentence.id: by_id[sentence.article] for sentence in sentences}
    mentions_of, edges_of = defaultdict(list), defaultdict(list)
    for mention in mentions:
        mentions_of[mention.entity].append(mention)
    for edge in edges:
        edges_of[edge.a].append(edge)
        edges_of[edge.b].append(edge)
    nodes = tuple(
        _node(entity, entities[entity], mentions_of[entity], article_of, edges_of[entity])
        for entity in sorted(entities)
    )
    return Corpus(
        title,
        KnowledgeGraph(nodes, edges),
        tuple(rows),
        tuple(sentences),
        tuple(mentions),
        tuple(_relations(relations, entities, article_of)),
        tuple(ArticleLinkRow(ArticleLink(kind), a, b) for kind, a, b in links if {a, b} <= by_id.keys()),
    )


def _sentence(article, marked, ids, *, number):
    begin_at, text, found = number * 100, "", []
    identity = f"{article.source}#s{number}"
    position = 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        surface = mark[1] or mark[3]
        at = len(text)
        place = begin_at + at
        role = Role.BYLINE if mark[3] else Role.BODY
        entity = ids[mark[2] or surface]
        found.append(MentionRow(entity, identity, place, place + len(surface), at, surface, role))
        text += surface
        position = mark.end()
    text += marked[position:]
    return SentenceRow(identity, article.id, number, text, begin_at, begin_at + len(text)), found


def _edge(a, b, windows):
    dates = sorted(article.date for _, article, _ in windows if article.date)
    return Edge(
        a,
        b,
        count=len(windows),
        articles=len({article.id for _, article, _ in windows}),
        weight=sum(weight for *_, weight in windows),
        npmi=0.5,
        g2=2.0 * len(windows),
        significance=0.25,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        evidence=tuple(sentence for sentence, *_ in windows),
    )


def _relations(given, entities, article_of):
    for kind, a, b, title, former, evidence in given:
        if {a, b} <= entities.keys() and set(evidence) <= article_of.keys():
            dates = sorted(filter(None, (article_of[sentence].date for sentence in evidence)))
            first, last = (dates[0], dates[-1]) if dates else (None, None)
            yield RelationRow(Relation(kind), a, b, title, first, last, former, evidence)


def _node(entity, given, mentions, article_of, mine):
    name, aliases, community, betweenness, pagerank = given
    articles = {article_of[mention.sentence] for mention in mentions}
    dates = sorted(article.date for article in articles if article.date)
    return Node(
        entity,
        name,
        EntityType(entity.partition(":")[0]),
        aliases,
        mentions=len(mentions),
        articles=len(articles),
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
        community=community,
        degree=len(mine),
        weighted_degree=sum(edge.weight for edge in mine),
        betweenness=betweenness,
        pagerank=pagerank,
    )


def synthetic_corpus(entities, sentences):
    """A larger one, for loads that are killed: entity i is named with i + 1 and i * 7 + 3, by rings."""
    names = {f"ORG:第{i}局": (f"第{i}局", (f"{i}局",) if i % 3 else (), 0, 0.0, 0.5) for i in range(entities)}
    articles = []
    for first in range(0, sentences, 20):
        number = first // 20
        texts = [
            f"【第{i % entities}局】与【第{(i + 1) % entities}局】会【第{(i * 7 + 3) % entities}局】。"
            for i in range(first, min(first + 20, sentences))
        ]
        date = f"2025-{1 + number % 12:02}-01"
        articles.append((f"d/{number:04}.txt", 0, f"标题{number}", date, "日报", "1", ("ORG:第0局",), texts))
    return hand_set_corpus(articles, names, title="")
