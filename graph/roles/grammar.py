"""The shape of an office in a sentence: a body, a unit inside it, words of rank, the head of the title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wenmai.graph.roles import lexicon


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) + ")"


def ends_in(words: Iterable[str]) -> str:
    """A pattern that holds behind any of the words; `re` wants look-behinds of one length each."""
    return "(?:" + "|".join(f"(?<={re.escape(w)})" for w in sorted(words)) + ")"


# Signs of mentions: see `scene`.
ORG = "\ue000\ue001*"
PLACE = "\ue002\ue003*"
PERSON = "\ue004\ue005*"
PROGRAMME = "\ue006\ue007*"

_FORMER = "(?<![目日之以此先眼从])" + one_of(lexicon.FORMER)
_WHEN = f"(?:(?P<former>{_FORMER})|(?P<present>{one_of(lexicon.PRESENT)}))?"
_TITLE = f"(?P<title>{one_of(lexicon.MODIFIERS)}{{0,4}}{one_of(lexicon.CORES)})"
_LETTER = f"(?!{one_of(lexicon.BARRIERS)})[\u4e00-\u9fffA-Za-z0-9]"
_ASIDE = "(?:（[^（）]{0,40}）)?"
_BODY = f"(?P<body>{ORG}|{PLACE}){_ASIDE}(?:分管日常工作的|主持工作的|的)?"
_UNIT_STARTS = "(?![和与及对从到为将同](?!外)|原(?!子|料|油)|[时现前新]任)"
_INSIDE = f"(?P<unit>{_UNIT_STARTS}(?:{_LETTER}){{1,14}}{ends_in(lexicon.UNITS)})?"
_LEVEL = "(?:全国|省级?|市级?|县级?|区级?|州|旗|镇|乡|村|街道|自治区)"
_PLAIN = (
    f"(?P<unit>{_LEVEL}?(?:人大常委会|人大|政协|党代会|政府|纪委监委|纪委|监委|法院|检察院|团委|妇联|总工会|工商联|政法委)"
    f"|(?:{_LEVEL}|校)(?:委|党委|工委)|{one_of(lexicon.GENERIC)})"
)
_INNER = (
    f"(?:(?<=[，。；：！？、“”‘’（）兼])|^)(?P<unit>{_LETTER}(?:{_LETTER}){{0,5}}{ends_in(lexicon.INNER)})"
)

# A body that its level and its word show, with a title behind it.
PLAIN_BODY = re.compile(
    f"{_LEVEL}(?:人大常委会|人大|政协|委)(?={one_of(lexicon.MODIFIERS)}{{0,3}}{one_of(lexicon.CORES)})"
)

# Backwards from the end of a search: the leftmost match is the longest.
WITH_BODY = re.compile(f"{_BODY}{_INSIDE}{_WHEN}{_TITLE}\\Z")
POSTED = re.compile(
    f"(?P<body>{ORG}|{PLACE})?(?P<unit>[常派]?驻(?:{ORG}|{PLACE})(?:(?:{_LETTER}){{1,14}}{ends_in(lexicon.UNITS)})?)"
    f"{_WHEN}{_TITLE}\\Z"
)
HEADED = re.compile("(?P<body>\ue000\ue001*|\ue002\ue003*)长\\Z")
WITH_PLAIN = re.compile(f"{_PLAIN}{_WHEN}{_TITLE}\\Z")
WITH_INNER = re.compile(f"{_INNER}{_WHEN}{_TITLE}\\Z")
WITH_OTHER = re.compile(
    f"(?<=[、兼])(?P<unit>(?:{_LETTER}){{2,16}}{ends_in(lexicon.UNITS)}){_WHEN}{_TITLE}\\Z"
)
ALONE = re.compile(f"{_WHEN}{_TITLE}\\Z")
MEMBER = re.compile(
    f"(?P<body>{ORG}){_ASIDE}的?{_INSIDE}(?P<title>[男女]?(?:青年|优秀|普通)?{one_of(lexicon.MEMBERS)})\\Z"
)

# What may open an office before its body: 时任市教育局局长.
LEAD = re.compile(
    "(?:(?P<past>(?:(?<=[，。；：！？、“”（）])|^)[原前]|时任|曾任|前任|原任|曾担任)|现任|兼任|现为|身为|作为|担任)\\Z"
)

# Forwards: the title must end where its phrase ends.
_END = "(?=[、兼，。；：！？）”’]|\\Z|一职|职务|期间|以来)"
FORWARD = re.compile(f"(?:{PLACE})?{_BODY}{_INSIDE}{_WHEN}{_TITLE}{_END}")
FORWARD_HEADED = re.compile(f"(?P<body>{ORG}|{PLACE})长{_END}")
FORWARD_PLAIN = re.compile(
    f"(?P<unit>{_LETTER}(?:{_LETTER}){{0,7}}{ends_in(lexicon.UNITS)})?{_WHEN}{_TITLE}{_END}"
)
# A body right before a name: 甲大学的张三教授.
OF_BODY = re.compile(f"(?P<body>{ORG}){_ASIDE}(?P<of>的)?\\Z")
FOLLOWING = re.compile(
    f"(?:同志)?(?P<title>(?:常务|执行|总|副)*{one_of(lexicon.CORES)})(?![级站室制处办组长部会委]|团(?!队)|工作)"
)
