"""How an article's text begins and ends: dateline, （记者…）, jump line; credit, notes, （下转…）."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wenmai.graph.page.forms import Credit, Jump, JumpKind, grammar, read_credit, read_jump
from wenmai.graph.page.forms.traditional import plain

if TYPE_CHECKING:
    from collections.abc import Callable

_ONLY_NOTES = re.compile(r"(?:[（(【][^（）()]{1,80}[）)】])+")
# Cheap: what a first paragraph of an article may begin with.
_OPENS = re.compile(
    r"[（(【\[▲▼■]?\s*(?:上接|紧接|转接|接第)|[（(【\[]?(?:据|本)?[^，。]{2,14}?(?:讯|电)[（(]*(?:记者|通讯员|见习|实习|首席|特约|特派)|本[报网台刊](?:综合)?[^，。]{0,10}讯"
    r"|[（(【\[]?(?:据)?(?:新华社|中新社|中新网|中央社|人民网|央视)[^，。]{0,20}\d日(?:专)?[电讯]|[（(【](?:本报|中央社|见习|实习|首席|特约|全媒体|融媒体)?(?:记者|通讯员)[^）)】，。]{2,40}[）)】]"
)
_HEAD = re.compile(
    rf"\s*(?P<wire>[（(【\[]?\s*{grammar.DATELINE}\s*[）)】\]]?)?\s*[:：]?\s*(?P<who>[（(【\[][^（）()【】\[\]]{{2,90}}[）)】\]])?\s*"
)
_BY = re.compile(rf"\s*(?:本\s*报\s*讯\s*)?{grammar.WRITER}[^。，：:]{{2,60}}?报\s*[道导]\s*[:：]?")
_TITLED = re.compile(
    rf"\s*{grammar.DATELINE}\s*题\s*[:：]\s*[^。]{{2,40}}?\s*{grammar.WRITER}\s*[{grammar.HAN}·、\s]{{2,30}}"
    rf"(?=[^{grammar.HAN}])"
)
# 本报记者 张志强 3月5日，…: text on the line of the by-line; not where he is at work in it.
_LED = re.compile(
    rf"\s*(?:{grammar.MARK})?\s*{grammar.WRITER}\s*(?:[:：]\s*)?[{grammar.HAN}·、\s]{{2,30}}\s"
    rf"(?=[\d“《‘])(?!\d{{1,2}}月\d{{1,2}}日?(?:从|在|来到|获悉|走进))"
)
_HOUSE = re.compile(rf"\s*(?:{grammar.MARK}|本\s*[报刊网台]|[{grammar.HAN}]{{1,6}}[报社网]\s*记)")
_TAIL_NOTE = re.compile(r"[（(【\[]([^（）()【】\[\]]{1,120})[）)】\]][。]?\s*$")
_TAIL_REST = re.compile(r"[。！？!?…][”’」』）)]*\s*([^。！？!?…]{2,90})$")
_TRIGGER = re.compile(r"记\s*者|通\s*讯|讯|电|报\s*[道导]|上\s*接|接|实\s*习|消\s*息")
_TAIL_TRIGGER = re.compile(
    r"记\s*者|通\s*讯|电|摄|报\s*道|整\s*理|作\s*者|据|来\s*源|图|完|下\s*转|转|编\s*译|采\s*写|供\s*稿|专\s*稿|文|\s|、|[（(][^（）()]{2,4}[）)]$"
)


@dataclass(frozen=True, slots=True)
class Edge:
    """What stands at one end of a paragraph; all offsets count into the text that was read."""

    start: int
    end: int
    credit: Credit | None = None
    jump: Jump | None = None

    def moved(self, to: Callable[[int], int]) -> Edge:
        """The same with all offsets counted otherwise."""
        credit = self.credit.moved(to) if self.credit else None
        return Edge(to(self.start), to(self.end - 1) + 1, credit, self.jump)


def opens(text: str) -> bool:
    """Whether a line looks as if an article began with it, by-line or jump line first; quick."""
    return _OPENS.match(plain(text[:120])) is not None


def is_only_notes(text: str) -> bool:
    """Whether a line holds nothing but notes in brackets."""
    return _ONLY_NOTES.fullmatch(text) is not None


def read_opening(raw: str) -> Edge | None:
    """A dateline, （记者…） or jump line at the beginning of a paragraph, as it stands in the source."""
    return _spelled(_opening(plain(raw)), raw)


def _spelled(edge: Edge | None, raw: str) -> Edge | None:
    """An edge read in simplified characters with its names as they stand in the text."""
    return replace(edge, credit=edge.credit.spelled(raw)) if edge and edge.credit else edge


def _opening(raw: str) -> Edge | None:
    head = raw[:200]
    if not _TRIGGER.search(head[:80]):
        return None
    jump = read_jump(head.lstrip())
    if jump and jump.kind is JumpKind.FROM:
        lead = len(head) - len(head.lstrip())
        return Edge(lead + jump.start, lead + jump.end, jump=jump)
    line = _whole_line(head)
    if line is not None:
        return line
    match = _HEAD.match(head)
    if match is None or not (match["wire"] or match["who"]) or match.end() == len(raw):
        return None
    return _head(match)


def _whole_line(head: str) -> Edge | None:
    """A by-line that would stand alone elsewhere, with the text behind it on its line."""
    tries = (
        (_BY, True),
        (_TITLED, "题" in head),
        (_LED, _HOUSE.match(head) is not None),
    )
    for pattern, worth in tries:
        match = pattern.match(head) if worth else None
        credit = read_credit(match.group().rstrip("：: ")) if match else None
        if match and credit and credit.names:
            return Edge(0, len(match.group().rstrip()), credit)
    return None


_OWN = re.compile(rf"[（(【\[]?(?:本|(?:{'|'.join(grammar.PAPER_KINDS.split())})讯)")


def _head(match: re.Match[str]) -> Edge | None:
    wire, who = match["wire"], match["who"]
    credit = read_credit(who[1:-1]) if who else None
    if credit:
        credit = credit.shifted(match.start("who") + 1)
    if credit and (credit.source or (credit.bare and (wire is None or "电" not in wire))):
        credit = None
    if wire is None:
        return Edge(match.start("who"), match.end("who"), credit) if credit and credit.names else None
    dated = read_credit(wire)
    if dated is None or not (dated.day or credit or dated.agency or _OWN.match(re.sub(r"\s", "", wire))):
        return None
    end = match.end("who") if credit else match.start("wire") + len(wire.rstrip())
    names = (*dated.names, *(credit.names if credit else ()))
    return Edge(match.start("wire"), end, Credit(names, dated.agency, dated.place, dated.day, dateline=True))


def read_closing(raw: str) -> Edge | None:
    """A credit, note or jump line at the end of a paragraph, behind its last full stop."""
    return _spelled(_closing(plain(raw)), raw)


def _closing(raw: str) -> Edge | None:
    base = max(0, len(raw) - 220)
    tail = raw[base:]
    jump = read_jump(tail, at_end=True)
    if jump and jump.kind is JumpKind.ON:
        before = _closing_credit(tail[: jump.start])
        start = before.start if before else jump.start
        return Edge(start, len(tail), before.credit if before else None, jump).moved(lambda at: at + base)
    found = _closing_credit(tail)
    return found.moved(lambda at: at + base) if found else None


def _closing_credit(tail: str) -> Edge | None:
    if not _TAIL_TRIGGER.search(tail[-130:]):
        return None
    rest = _TAIL_REST.search(tail)
    if rest and rest[1].rstrip()[-1:] not in "：:，,、" and (credit := read_credit(rest[1])):
        return Edge(rest.start(1), len(tail), credit.shifted(rest.start(1)))
    note = _TAIL_NOTE.search(tail)
    if note and (credit := read_credit(note[1])):
        return Edge(note.start(), len(tail), credit.shifted(note.start(1)))
    return None


_SHOT_AT_END = re.compile(r"摄(?:\s*影)?\s*[）)]?\s*$|供\s*图\s*[）)]?\s*$")
_CUT = re.compile(r"(?<=[\s。（(」”，])(?=\S)|(?=记\s*者|摄\s*影|新华社|中新社|本\s*报|通\s*讯\s*员)")


def caption_credit(raw: str) -> Edge | None:
    """The photographer's credit at the end of a caption that has no full stop."""
    return _spelled(_caption(plain(raw)), raw)


def _caption(raw: str) -> Edge | None:
    if len(raw) > 160 or not _SHOT_AT_END.search(raw):
        return None
    for cut in _CUT.finditer(raw):
        if cut.start() < 6:
            continue
        begin = cut.start()
        credit = read_credit(raw[begin:])
        if credit and credit.photo and credit.names:
            return Edge(begin, len(raw.rstrip()), credit.shifted(begin))
    return None
