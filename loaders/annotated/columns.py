"""CoNLL: a character or a word a line with its tag in the last column, a blank line between sentences.

Tags are IOB (1 or 2), BIOES, BILOU or BMES; a part that does not continue a name begins one. Chinese
tokens are joined without blanks; where the tokens are words, two Latin words have one between them.
A comment `# text = …` in front of a sentence gives its text as it stands, white space included;
`# source = …` the document that it was taken from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wenmai.loaders.annotated.raw import Broken, Mark, Raw
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TAG = re.compile(r"(?:O|(?P<part>[BIESMLU])[-_](?P<label>\S+))")
_START = "-DOCSTART-"
_COMMENT = re.compile(r"#\s*(?P<key>[\w.-]+)\s*=\s?(?P<text>.*)")
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u04ff]")


@dataclass(frozen=True, slots=True)
class Token:
    """A line: its token, the part and label of its tag (`O` and none between names)."""

    text: str
    part: str
    label: str


@dataclass(slots=True)
class _Block:
    number: int = 0
    said: dict[str, str] = field(default_factory=dict)  # in comments
    tokens: list[Token] = field(default_factory=list)
    broken: Broken | None = None


def token_of(line: str) -> Token | None:
    """A line as a token; None where its last column is no tag."""
    columns = line.split("\t") if "\t" in line else re.split(" +", line)
    columns = [column for i, column in enumerate(columns) if column.strip() or i == 0]
    tag = _TAG.fullmatch(columns[-1].strip())
    if len(columns) < 2 or not tag:
        return None
    return Token(columns[0] or " ", tag["part"] or "O", tag["label"] or "")


def read_columns(text: str) -> Iterator[Raw | Broken]:
    """The sentences; one with a line that is not understood is broken as a whole."""
    blocks = list(_blocks(text))
    characters = all(len(token.text) == 1 for block in blocks for token in block.tokens)
    for block in blocks:
        if block.broken:
            yield block.broken
        elif block.tokens:
            yield _sentence(block, blanks=not characters)


def _blocks(text: str) -> Iterator[_Block]:
    block = _Block()
    for number, ended in enumerate(text.split("\n"), start=1):
        line = ended.rstrip("\r")
        comment = None if block.tokens else _COMMENT.fullmatch(line)
        token = None if comment else token_of(line)
        if comment:
            block.said[comment["key"]] = comment["text"]
        elif token and token.text == _START:
            yield block
            block = _Block()
        elif token:
            block.number = block.number or number
            block.tokens.append(token)
        elif not line.strip():
            yield block
            block = _Block()
        elif block.tokens or not line.startswith("#"):
            block.broken = block.broken or Broken(number, _no_tag(line))
    yield block


def _sentence(block: _Block, *, blanks: bool) -> Raw | Broken:
    tokens = [token.text for token in block.tokens]
    if "text" not in block.said:
        text, starts = _joined(tokens, blanks=blanks)
    else:
        text, places = block.said["text"], _found_in(block.said["text"], tokens)
        if places is None:
            return Broken(
                block.number,
                say(
                    "“# text =” 与下面各行不符；请改正或删去它",
                    "the comment # text = differs from the lines below; mend or delete it",
                ),
            )
        starts = places
    return Raw(block.number, text, tuple(_marks(block.tokens, starts)), document=block.said.get("source", ""))


def _joined(tokens: list[str], *, blanks: bool) -> tuple[str, list[int]]:
    text, starts = "", []
    parts: list[str] = []
    length = 0
    for token in tokens:
        if blanks and text and _WORD.match(text[-1]) and _WORD.match(token):
            parts.append(" ")
            length += 1
        starts.append(length)
        parts.append(token)
        length += len(token)
        text = token
    return "".join(parts), starts


def _found_in(text: str, tokens: list[str]) -> list[int] | None:
    """Where the tokens stand in the text, nothing but white space between them."""
    starts, at = [], 0
    for token in tokens:
        while not text.startswith(token, at) and at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(token, at):
            return None
        starts.append(at)
        at += len(token)
    return None if text[at:].strip() else starts


def _marks(tokens: Iterable[Token], starts: list[int]) -> Iterator[Mark]:
    begin = end = 0
    label = ""
    for token, start in zip(tokens, starts, strict=True):
        if label and (token.part in "OBSU" or token.label != label):
            yield Mark(begin, end, label)
            label = ""
        if token.label and not label:
            begin, label = start, token.label
        end = start + len(token.text)
        if label and token.part in "ESLU":
            yield Mark(begin, end, label)
            label = ""
    if label:
        yield Mark(begin, end, label)


def _no_tag(line: str) -> str:
    return say(
        f"这一行末列不是标签：{line.strip()[:40]}；应为 O 或 B-人物 之类，句间空一行",
        f"its last column is no tag: {line.strip()[:40]}; write O or the like of B-PERSON, "
        "a blank line between sentences",
    )
