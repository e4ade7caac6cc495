"""Documents from a line of marked text, for tests of who is who.

    〔晋中日报/headline=市委开会/dateline=太原/agency=新华社〕{O:市委}书记{P:刘星}说。¶{L:祁县}…

{P O L G:name} marks a mention, ¶ ends a paragraph, ¦ an article; 〔…〕 before an article holds its paper and
what else is known of it. {b:O:新华社} is in the by-line.
"""

from __future__ import annotations

import re

from wenmai.graph.values import Article, Document, EntityType, Mention, Role, Sentence, Span

TYPES = {"P": EntityType.PERSON, "O": EntityType.ORG, "L": EntityType.PLACE, "G": EntityType.PROGRAM}
_FRAME = re.compile(r"^〔(.*?)〕")
_MARK = re.compile(r"\{(b:)?([POLG]):([^{}]+)\}")
_END = re.compile(r"[^。！？]*(?:[。！？]+[”’」』）]*|$)")


def document(marked: str, source: str = "a.txt") -> Document:
    """The document of a marked text."""
    articles, sentences, texts, mentions = [], [], [], []
    at = 0
    for number, article in enumerate(marked.split("¦")):
        frame = _FRAME.match(article)
        body = article[frame.end() :] if frame else article
        begin = at
        for paragraph, stretch in enumerate(body.split("¶")):
            for part in _END.findall(stretch):
                if not part:
                    continue
                text, found = _read(part)
                for start, name, kind, role in found:
                    mentions.append(
                        Mention(
                            source,
                            at + start,
                            at + start + len(name),
                            name,
                            kind,
                            role,
                            number,
                            len(sentences),
                            start,
                            1.0,
                        )
                    )
                span = Span(at, at + len(text))
                sentences.append(Sentence(len(sentences), number, paragraph, Role.BODY, span))
                texts.append(text)
                at += len(text)
        articles.append(Article(number, Span(begin, at), **_frame(frame.group(1) if frame else "")))
    return Document(source, tuple(articles), tuple(sentences), tuple(texts), tuple(mentions))


def _read(part: str) -> tuple[str, list[tuple[int, str, EntityType, Role]]]:
    text, found, last = "", [], 0
    for mark in _MARK.finditer(part):
        text += part[last : mark.start()]
        role = Role.BYLINE if mark.group(1) else Role.BODY
        found.append((len(text), mark.group(3), TYPES[mark.group(2)], role))
        text += mark.group(3)
        last = mark.end()
    return text + part[last:], found


def _frame(said: str) -> dict[str, str]:
    known = {}
    for part in filter(None, said.split("/")):
        key, equals, value = part.partition("=")
        known[key if equals else "publication"] = value if equals else key
    return known
