"""Compose newspaper pages from own-written articles, with what a reader would say stands on them.

Seeded: a seed gives one page, always the same. Nothing here is taken from the code that reads
pages: wrap rule, by-line forms and layout are written anew.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

_TEXTS = Path(__file__).with_name("page_texts.txt")
_FAMILY = "郑潘薛彭田顾邹侯常武龚苗雷汤尹黎史贺陶孟秦白万段钱江温欧莫"
_GIVEN = "岚川予书宁航越朗霁秋野桐舟琪萱竹彦哲妍楠骁晗"
_COUNTIES = ["清溪县", "云台区", "石河口市", "东岭县", "柳坪镇", "北川新区", "白沙湾区", "望江县"]
_CITIES = ["北京", "上海", "广州", "成都", "武汉", "西安", "东京", "日内瓦", "乌鲁木齐"]
_PAPERS = ["云川日报", "清江晚报", "东岭时报", "南湖周刊"]
_CAPTIONS = (
    "{day}，{place}的茶农在采摘头茬春茶。当地今年春茶面积比去年多了两成。",
    "图为{place}一家食品企业的工人在分拣包装柑橘，赶制订单。",
    "{day}，孩子们在{place}的乡村图书室里看书。这间屋子是村里的旧粮仓改的。",
    "{day}清晨，{place}城郊的蔬菜大棚里，村民忙着给黄瓜打叉。去年以来，当地建起大棚三百多座，产品卖到邻近三个市。",
    "眼下正是小麦拔节的时候，{place}的农机手抓住晴好天气给麦田浇水施肥。（资料图片）",
)
_BOXES = (
    (
        "“十个数”看春耕",
        [
            "种子备足率",
            "98.6%",
            "化肥到村",
            "12.4万吨",
            "比上年多0.7万吨",
            "检修农机",
            "3.1万台",
            "高标准农田",
            "今年新建26万亩",
            "数据来源：市农业农村局",
        ],
    ),
    (
        "数说民生实事",
        [
            "城镇新增就业",
            "4.2万人",
            "新建口袋公园",
            "31个",
            "加装电梯",
            "186部",
            "完成年度任务的103%",
            "新增托位",
            "2400个",
        ],
    ),
    (
        "一图读懂养老服务清单",
        [
            "助餐点",
            "新增120处",
            "上门服务",
            "全年不少于40万人次",
            "适老化改造",
            "困难家庭5000户",
            "护理员培训",
            "3000人次",
        ],
    ),
)
_LABELS = ["民生", "一线观察", "基层来信", "特别关注", "要闻速览", "记录"]
_SUBHEADS = (
    "办法总比困难多", "一本账算到底", "路通了人就回来", "从“要我干”到“我要干”", "让数据多跑路",
    "小切口撬动大变化",
    "把课堂搬到田埂上", "好日子在后头",
)  # fmt: skip
_CLOSED = "。！？…”’）》、，；："


@dataclass(frozen=True)
class Expected:
    """What stands on a page: offsets count the characters that are not white space."""

    start: int
    end: int
    headline: str | None
    authors: tuple[str, ...]
    continued: bool
    kind: str


@dataclass
class Piece:
    """An article as it will be set."""

    headline: str | None = None
    heading_lines: list[str] = field(default_factory=list)
    kicker: str | None = None
    deck: str | None = None
    byline: str | None = None  # between headline and body
    paragraphs: list[str] = field(default_factory=list)
    subheads: dict[int, list[str]] = field(default_factory=dict)
    tail: str | None = None  # a line of its own at the end
    authors: list[str] = field(default_factory=list)
    continued: bool = False
    kind: str = "article"
    caption_inside: dict[int, Piece] = field(default_factory=dict)


@dataclass
class Style:
    """How one page is set."""

    width: int | None
    indent: str  # what stands before a paragraph
    lost_indent: int  # characters that a first line is narrower
    blank_between: int
    between_articles: int
    double: bool
    markdown: bool
    place: str  # of headlines: "above", "below", "end"
    spaced_heads: bool
    spaced_digits: bool
    half_width: bool
    breaks: float
    squeeze: bool


def read_texts() -> list[tuple[str, list[str]]]:
    """The own-written articles: headline and paragraphs."""
    articles = []
    for block in _TEXTS.read_text(encoding="utf-8").split("\n===\n"):
        head, *paragraphs = block.strip().split("\n")
        articles.append((head, paragraphs))
    return articles


def compose(seed: int) -> tuple[str, list[Expected]]:
    """The text of a page and its articles in page order."""
    return _Composer(random.Random(seed)).page()  # noqa: S311 - a seed is a page


class _Composer:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.style = self._style()
        self.out: list[str] = []
        self.count = 0  # characters written that are no white space
        self.found: list[Expected] = []

    # What is on the page

    def _style(self) -> Style:
        rng = self.rng
        wrapped = rng.random() < 0.6
        indent = rng.choice(["", "", "　　", "    "]) if wrapped else rng.choice(["", "", "　　"])
        double = wrapped and rng.random() < 0.2
        return Style(
            width=rng.randint(13, 24) if wrapped else None,
            indent=indent,
            lost_indent=2 if not indent and rng.random() < 0.6 else 0,
            blank_between=0 if double or indent else rng.choice([1, 1, 1, 0] if not wrapped else [1, 0]),
            between_articles=2 if double else rng.choice([1, 1, 2, 3]),
            double=double,
            markdown=not wrapped and rng.random() < 0.5,
            place=rng.choices(["above", "below", "end"], [7, 2, 1])[0],
            spaced_heads=rng.random() < 0.3,
            spaced_digits=rng.random() < 0.3,
            half_width=rng.random() < 0.2,
            breaks=rng.choice([0, 0, 0.15, 0.3]),
            squeeze=wrapped and rng.random() < 0.25,
        )

    def _name(self) -> str:
        rng = self.rng
        return rng.choice(_FAMILY.replace("欧", "")) + "".join(rng.sample(_GIVEN, rng.choice([1, 2, 2])))

    def _names(self) -> list[str]:
        names: list[str] = []
        while len(names) < self.rng.choice([1, 1, 1, 2, 3]):
            name = self._name()
            if name not in names:
                names.append(name)
        return names

    def _day(self) -> str:
        return f"{self.rng.randint(1, 12)}月{self.rng.randint(1, 28)}日"

    def _loose(self, names: list[str]) -> str:
        """Names as set in a line of their own: short ones are letter-spaced beside longer ones."""
        wide = self.rng.random() < 0.6
        return " ".join(" ".join(n) if wide and len(n) == 2 else n for n in names)

    def _article(self, head: str, paragraphs: list[str]) -> Piece:
        rng = self.rng
        piece = Piece(headline=head, paragraphs=list(paragraphs))
        piece.heading_lines = head.split(" ") if " " in head and rng.random() < 0.5 else [head]
        if rng.random() < 0.15:
            piece.kicker = rng.choice(_LABELS)
        if rng.random() < 0.15:
            piece.deck = "——" + rng.choice(["来自一线的调查", "我市城乡融合发展见闻", "走基层系列报道之三"])
        if rng.random() < 0.2 and len(paragraphs) >= 4:
            at = rng.sample(range(1, len(paragraphs) - 1), min(2, len(paragraphs) - 3))
            piece.subheads = {k: [rng.choice(_SUBHEADS)] for k in at}
        return piece

    def _sign(self, piece: Piece) -> None:
        """Give an article its by-line."""
        rng = self.rng
        form = rng.choices(
            [
                "head",
                "bulleted",
                "notice",
                "wire",
                "lead",
                "tail",
                "wire_tail",
                "run",
                "prepared",
                "own",
                "none",
            ],
            [4, 2, 4, 3, 2, 2, 2, 2, 1, 1, 3],
        )[0]
        names = self._names() if form != "none" else []
        piece.authors = names
        city, day = rng.choice(_CITIES), self._day()
        listed = "、".join(names)
        first = piece.paragraphs[0]
        if form == "head":
            who = rng.choice(["本报记者", "本报见习记者", "云川日报记者", "本报全媒体记者", "记者"])
            piece.byline = f"{who} {self._loose(names)}"
        elif form == "bulleted":
            piece.byline = (
                rng.choice("■□◎") + rng.choice(["本报记者 ", " 记者 ", "本报通讯员 "]) + self._loose(names)
            )
        elif form == "notice":
            opening = rng.choice(
                [
                    "本报讯（记者 {}）",
                    "本报讯(记者{})",
                    "本报讯 （通讯员{}）",
                    "本报清溪讯（记者 {}）",
                    "本报讯 记者{}报道：",
                ]
            )
            sep = rng.choice(["、", " "]) if "报道" not in opening else "、"
            piece.paragraphs[0] = opening.format(sep.join(names)) + first
        elif form == "wire":
            opening = rng.choice(
                ["新华社{c}{d}电（记者{n}）", "据新华社{c}{d}电 （记者{n}）", "中新社{c}{d}电 (记者 {n})"]
            )
            piece.paragraphs[0] = opening.format(c=city, d=day, n=listed) + first
        elif form == "lead":
            piece.paragraphs[0] = f"（记者{listed}）" + first
        elif form == "tail":
            note = rng.choice(["（记者{}）", "（本报记者 {}）", "（{}）"])
            piece.paragraphs[-1] += note.format(listed)
        elif form == "wire_tail":
            piece.tail = rng.choice(
                [f"{listed}（新华社{city}{day}电）", f"（新华社{city}{day}电 记者{listed}）"]
            )
        elif form == "run":
            while len(names) < 3:
                name = self._name()
                if name not in names:
                    names.append(name)
            piece.tail = rng.choice(["", "本报记者 "]) + self._loose(names)
        elif form == "prepared":
            piece.paragraphs[-1] += rng.choice(["（本报记者{}采访整理）", "（记者{}整理）"]).format(listed)
        elif form == "own":
            del names[1:]
            piece.byline = rng.choice(["◎ ", "□", "■"]) + names[0]

    def _jump(self, piece: Piece) -> None:
        rng = self.rng
        if rng.random() < 0.12:
            page = rng.choice(["1", "一", "A2", "2"])
            line = rng.choice(["（上接第{}版）", "(上接{}版)", "（紧接第{}版）"]).format(page)
            piece.continued = True
            piece.byline, piece.tail = None, None
            piece.authors = []
            piece.paragraphs[0] = line + piece.paragraphs[0]
        elif rng.random() < 0.06:
            piece.paragraphs[-1] += rng.choice(["（下转第{}版）", "（下转{}版）"]).format(rng.randint(2, 8))

    def _caption(self) -> Piece:
        rng = self.rng
        name = self._name()
        text = rng.choice(_CAPTIONS).format(day=self._day(), place=rng.choice(_COUNTIES))
        credit = rng.choice(
            [
                "本报记者 {} 摄",
                "新华社发（{}摄）",
                "{} 摄",
                "新华社记者 {}摄",
                "中新社发 {} 摄",
                "（本报通讯员 {} 摄）",
                "摄影：{}",
            ]
        )
        return Piece(paragraphs=[text], tail=credit.format(name), authors=[name], kind="caption")

    def _pieces(self) -> list[Piece]:
        rng = self.rng
        pieces: list[Piece] = []
        for head, paragraphs in rng.sample(read_texts(), rng.randint(3, 6)):
            piece = self._article(head, paragraphs)
            fresh = list(piece.paragraphs)
            self._sign(piece)
            before = piece.continued
            self._jump(piece)
            if piece.continued and not before:
                piece.paragraphs = [self._strip(piece.paragraphs[0], fresh[0]), *fresh[1:]]
            if rng.random() < 0.08 and len(piece.paragraphs) >= 4 and not piece.subheads:
                piece.caption_inside = {rng.randint(1, len(piece.paragraphs) - 2): self._caption()}
            if rng.random() < 0.06 and piece.tail is None and len(fresh) >= 4:
                self._repeat(piece)
            pieces.append(piece)
            if rng.random() < 0.2:
                pieces.append(self._caption())
        if rng.random() < 0.15:
            head, lines = rng.choice(_BOXES)
            pieces.append(Piece(headline=head, heading_lines=[head], paragraphs=list(lines), kind="box"))
        return pieces

    def _strip(self, signed: str, fresh: str) -> str:
        """A continued article's first paragraph: jump line and text, no by-line."""
        return signed[: signed.index("版") + 2] + fresh

    def _repeat(self, piece: Piece) -> None:
        again = piece.paragraphs[1:-1]
        piece.paragraphs[-1:] = [piece.paragraphs[-1], *again]

    # How it is set

    def page(self) -> tuple[str, list[Expected]]:
        """Set the page."""
        rng, style = self.rng, self.style
        pieces = self._pieces()
        if rng.random() < 0.3:
            self._line(rng.choice(_PAPERS))
            self._line(f"2025年{self._day()} 星期三  第{rng.randint(1, 8)}版")
            self._blank(style.between_articles)
        late: list[Piece] = []
        for piece in pieces:
            self._set(piece, late)
            self._blank(style.between_articles)
        rng.shuffle(late)
        for piece in late:
            self._heading(piece)
            self._blank(1)
        if rng.random() < 0.25:
            self._line(
                rng.choice(["责编：{} 美编：{}", "编辑 {}  校对 {}", "本版责任编辑：{}　版式：{}"]).format(
                    self._name(), self._name()
                )
            )
        self.found.sort(key=lambda e: e.start)
        return "".join(self.out), self.found

    def _set(self, piece: Piece, late: list[Piece]) -> None:
        style = self.style
        displaced = piece.kind == "article" and style.place
        if piece.headline and displaced in ("above", False):
            self._heading(piece)
            self._blank(1 if style.blank_between or self.rng.random() < 0.5 or not style.width else 0)
        start = self.count
        if piece.kind == "box":
            self._box(piece)
        else:
            self._body(piece)
        if piece.tail:
            self._blank(style.blank_between)
            self._line(piece.tail)
        end = self.count
        if piece.headline and displaced == "below":
            self._blank(1)
            self._heading(piece)
        elif piece.headline and displaced == "end":
            late.append(piece)
        self._expect(piece, start, end)

    def _expect(self, piece: Piece, start: int, end: int) -> None:
        headline = "".join((piece.headline or "").split()) or None
        if headline and self.style.half_width:
            headline = _halve(headline)
        authors = tuple(dict.fromkeys(piece.authors))
        self.found.append(Expected(start, end, headline, authors, piece.continued, piece.kind))

    def _heading(self, piece: Piece) -> None:
        style, rng = self.style, self.rng
        if piece.kicker:
            self._line(("### " if style.markdown else "") + piece.kicker)
            self._blank(1)
        for k, line in enumerate(piece.heading_lines):
            text = _halve(line) if style.half_width else line
            if style.spaced_heads and not any(c.isascii() for c in text):
                text = " ".join(text.replace(" ", ""))
            mark = "## " if style.markdown and k == 0 else ""
            if style.markdown and k:
                self.out[-1] = " "
            self._line(mark + text)
        if piece.deck:
            self._line(("### " if style.markdown else "") + piece.deck)
        if piece.byline:
            self._blank(rng.choice([0, 1]) if not style.markdown else 1)
            self._line(piece.byline)

    def _body(self, piece: Piece) -> None:
        for k, paragraph in enumerate(piece.paragraphs):
            if k:
                self._blank(self.style.blank_between)
            if k in piece.subheads:
                self._blank(1 - min(1, self.style.blank_between))
                for line in piece.subheads[k]:
                    self._line(("#### " if self.style.markdown else "") + line)
                self._blank(1)
            if k in piece.caption_inside:
                inner = piece.caption_inside[k]
                self._blank(1)
                self._set(inner, [])
                self._blank(1)
            self._paragraph(paragraph)

    def _box(self, piece: Piece) -> None:
        for k, line in enumerate(piece.paragraphs):
            if k and self.rng.random() < 0.5:
                self._blank(1)
            self._line(line)

    def _paragraph(self, text: str) -> None:
        style, rng = self.style, self.rng
        if style.half_width:
            text = _halve(text)
        if style.spaced_digits:
            text = _space_digits(text)
        if style.width is None:
            if rng.random() < style.breaks and len(text) > 60:
                cut = rng.randint(20, len(text) - 20)
                self._line(style.indent + text[:cut])
                self._blank(1)
                self._line(text[cut:].lstrip())
            else:
                self._line(style.indent + text)
            return
        lines = _wrap(text, style.width, first=style.lost_indent or (2 if style.indent else 0))
        narrow = rng.random() < 0.15 and len(lines) >= 6
        if narrow and style.squeeze:
            whole = "".join(lines[2:])
            lines[2:] = _wrap(whole, style.width // 2 + 1, first=0)
            spread = rng.randrange(2, len(lines))
            lines[spread] = (
                " ".join(lines[spread]) if len(lines[spread]) <= style.width // 2 else lines[spread]
            )
        cut = rng.randrange(1, len(lines)) if rng.random() < style.breaks and len(lines) > 3 else -1
        for k, line in enumerate(lines):
            if k == cut and not style.double:
                self._blank(1)
            self._line((style.indent if k == 0 else "") + line)
            if style.double and k + 1 < len(lines):
                self._blank(1)
        if style.double:
            self._blank(1)

    def _line(self, text: str) -> None:
        self.count += sum(not c.isspace() for c in text)
        self.out.append(text)
        self.out.append("\n")

    def _blank(self, lines: int) -> None:
        """At least so many blank lines, none at the top of the page."""
        if not self.out:
            return
        tail = "".join(self.out[-8:])
        have = len(tail) - len(tail.rstrip("\n")) - 1
        self.out.extend("\n" for _ in range(lines - have))


def _halve(text: str) -> str:
    for wide, half in (
        ("，", ","),
        ("！", "!"),
        ("？", "?"),
        ("：", ":"),
        ("；", ";"),
        ("（", "("),
        ("）", ")"),
    ):
        text = text.replace(wide, half)
    return text


def _space_digits(text: str) -> str:
    out = ""
    for before, here in zip(" " + text, text, strict=False):
        edge = (here.isdigit() and not before.isascii()) or (before.isdigit() and not here.isascii())
        out += " " + here if edge and here not in "，。、％" else here
    return out


def _wrap(text: str, width: int, *, first: int) -> list[str]:
    """Lines of equal width; a closing mark hangs over rather than begin a line."""
    lines, line, room = [], "", float(width - first)
    for c in text:
        wide = 0.5 if c.isascii() else 1.0
        if room < wide and c not in _CLOSED and not (c.isascii() and line[-1:].isascii() and c.isalnum()):
            lines.append(line)
            line, room = "", float(width)
        if line or not c.isspace():
            line += c
            room -= wide
    return [*lines, line] if line else lines
