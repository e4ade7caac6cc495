"""By-lines, datelines and credits: who wrote, took or sent what, by the form of the line alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wenmai.graph.page.forms import grammar
from wenmai.graph.page.forms.credit import Credit, Credited
from wenmai.graph.page.forms.names import Name, read_names
from wenmai.graph.page.forms.traditional import plain
from wenmai.graph.page.forms.wires import signed_wire

# Each with what must stand in a line for it to be worth a try: the patterns are dear.
_GROUPS = (
    ("note", grammar.NOTE, "作者本文"),
    ("dateline", grammar.DATELINE, "电讯综"),
    ("picture", grammar.PICTURE, "图料"),
    ("source", grammar.SOURCE, "据自源摘载综供完稿"),
    ("released", grammar.RELEASED, "发资"),
    ("editor", grammar.EDITOR, ""),
    ("photographer", grammar.PHOTOGRAPHER, "摄图"),
    ("other", grammar.OTHER, ""),
    ("title", grammar.TITLE, "题"),
    ("station", grammar.STATION, "发报"),
    ("written", grammar.WRITTEN, "整报采编撰口文"),
    ("writer", grammar.WRITER, "记通实评撰主采执作观报文"),
    ("shot", grammar.SHOT, "摄图文"),
    ("drawn", grammar.DRAWN, "图绘供"),
    ("mark", grammar.MARK, ""),
    ("open", r"[（(【\[]\s*", ""),
    ("close", r"\s*[）)】\]]", ""),
)


_PATTERNS = tuple(
    (re.compile(f"(?P<{name}>{pattern})"), frozenset(signs)) for name, pattern, signs in _GROUPS
)


def _items(text: str) -> list[re.Match[str]]:
    """The set words of a line, leftmost first; of two at one place the earlier in the table."""
    here = set(text)
    live = [pattern for pattern, signs in _PATTERNS if not signs or not here.isdisjoint(signs)]
    waiting = [(match, pattern) for pattern in live if (match := pattern.search(text))]
    items: list[re.Match[str]] = []
    while waiting:
        first = min((match for match, _ in waiting), key=lambda match: match.start())
        items.append(first)
        waiting = [
            (later, pattern)
            for match, pattern in waiting
            if (later := match if match.start() >= first.end() else pattern.search(text, first.end()))
        ]
    return items


_DEFAULT = {
    "writer": Credited.WRITER,
    "photographer": Credited.PHOTOGRAPHER,
    "released": Credited.PHOTOGRAPHER,
    "editor": Credited.OTHER,
    "other": Credited.OTHER,
    "note": Credited.OTHER,
}
_AFTER = {"shot": Credited.PHOTOGRAPHER, "written": Credited.WRITER, "drawn": Credited.OTHER}
_EMPTY = re.compile(rf"(?:{grammar.PUNCTUATION})?")
LONGEST = 160


@dataclass(slots=True)
class _Reader:
    """One pass over the items of a line."""

    text: str
    sure: bool
    names: list[tuple[Name, Credited]]
    waiting: list[Name]  # names whose kind a later word may still tell
    kind: Credited | None = None

    def stretch(self, start: int, end: int, *, behind: str) -> bool:
        """Take what stands between two items: nothing, or names.

        Behind a closing bracket or a dateline no names follow: there the text begins.
        """
        if _EMPTY.fullmatch(self.text, start, end):
            return True
        if behind in ("close", "dateline"):
            return False
        found = read_names(self.text, start, end, sure=self.sure)
        if found is None:
            return False
        self.waiting.extend(found)
        return True

    def settle(self, kind: Credited | None) -> None:
        """Give the names seen so far their kind."""
        self.names.extend((name, kind or Credited.WRITER) for name in self.waiting)
        self.waiting.clear()


def read_credit(text: str, *, sure: bool = False) -> Credit | None:
    """Read a whole line, or what stands in brackets, as by-line; None if anything else is in it.

    `sure` says that the place asks for a by-line, so that rare family names pass. A line of names
    alone is read too (`bare`): whether it is a by-line is for its place on the page to say.
    """
    if len(text) > LONGEST:
        return None
    folded = plain(text)
    credit = signed_wire(folded) or _read(folded, sure=sure)
    return credit.spelled(text) if credit and folded is not text else credit


def _read(text: str, *, sure: bool) -> Credit | None:
    items = _items(text)
    kinds = {str(item.lastgroup) for item in items}
    strong = kinds & {"writer", "photographer", "released", "editor", "other", "shot"}
    reader = _Reader(text, sure or bool(strong), [], [])
    position = 0
    group = ""
    for item in items:
        if not reader.stretch(position, item.start(), behind=group):
            return None
        position = item.end()
        group = str(item.lastgroup)
        if group in _AFTER:
            reader.settle(_AFTER[group])
            group = "close" if item.group().endswith(("道", "导")) else group
        elif group in _DEFAULT:
            reader.settle(reader.kind)
            reader.kind = _DEFAULT[group]
    if not reader.stretch(position, len(text), behind=group):
        return None
    reader.settle(reader.kind)
    return _credit(items, kinds, tuple(reader.names))


def _credit(
    items: list[re.Match[str]], kinds: set[str], names: tuple[tuple[Name, Credited], ...]
) -> Credit | None:
    if (
        not names
        and not kinds & {"dateline", "picture", "source", "released", "editor", "note"}
        and not _NAMELESS.fullmatch(_text(items))
    ):
        return None
    wire = next((item for item in items if item.lastgroup == "dateline"), None)
    station = next((item for item in items if item.lastgroup == "station"), None)
    place = wire["place"] if wire else (station["place"] or station["from"]) if station else None
    return Credit(
        names=names,
        agency=_agency(items),
        place=_clean(place),
        day=_clean(wire["day"]) if wire else None,
        dateline=wire is not None,
        editors="editor" in kinds,
        source=bool(kinds & {"source", "note"}),
        remark=not names
        and bool(kinds & {"source", "note", "picture"})
        and not kinds & {"dateline", "released", "writer"},
        photo=_is_photo(items),
        mark="mark" in kinds,
        bare=not kinds - {"open", "close", "mark"},
    )


_NAMELESS = re.compile(
    r"[■●□◎]?(?:本报|本刊|本网|新华社|人民日报|[\u4e00-\u9fff]{2,6}日报)(?:特约)?(?:评论员|记者|观察员)"
)


def _text(items: list[re.Match[str]]) -> str:
    return re.sub(r"\s", "", "".join(item.group() for item in items))


def _is_photo(items: list[re.Match[str]]) -> bool:
    """Whether it credits a picture, and not the text beside it."""
    kinds = {str(item.lastgroup) for item in items}
    words = "".join(item.group() for item in items if item.lastgroup in ("shot", "written"))
    if re.search("文|图|写", words) or any(
        item.lastgroup == "writer" and re.search("文$|文字?[/／]", _text([item])) for item in items
    ):
        return False
    return bool(kinds & {"shot", "released", "photographer", "picture"})


def _agency(items: list[re.Match[str]]) -> str | None:
    for item in items:
        if item.lastgroup in ("dateline", "writer", "released", "source", "photographer"):
            found = grammar.KNOWN_AGENCY.search(re.sub(r"\s", "", item.group()))
            if found:
                return found.group()
    return None


def _clean(text: str | None) -> str | None:
    return re.sub(r"\s", "", text) or None if text else None
