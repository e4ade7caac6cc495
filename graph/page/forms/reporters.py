"""Reporters whom the running text names at work: 记者张志强从市科技局获悉, 记者李梅在现场看到."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wenmai.graph.page.forms.grammar import HAN
from wenmai.graph.page.forms.names import Name, looks_like_name

if TYPE_CHECKING:
    from collections.abc import Iterator

# 战地记者, 女记者, 一名记者 are people of the news: only a medium, a rank or the time stands before.
_BEFORE = rf"(?:(?<![{HAN}])|(?<=[报社网端刊台习席约派日天午晨]))"
_NO_GIVEN = "次了着过的到从在来去问看说是与和也都又再还就将被把向对于县市省区镇"
_NAME = rf"[{HAN}](?:(?![{_NO_GIVEN}])[{HAN}]){{1,3}}?"
_ROLE = r"(?:(?:见习|实习|首席|特约)?记者|通讯员|实习生)"
_AND = rf"(?:[、，,和]{_ROLE}?|{_ROLE})"
_AT_WORK = (
    r"(?:昨[日天]|今[日天]|近日|日前|\d{1,2}月\d{1,2}日|\d{1,2}日)?"
    r"(?:从|在|自|获悉|了解[到，]|看到|见到|发现|注意到|来到|走进|赶到|赶赴|走访|探访|专访|采访|报道|跟随)"
)
_AT_WORK_ANY = rf"(?={_AT_WORK}|(?:昨[日天]|今[日天]|近日|日前)[{HAN}]{{0,6}}?{_AT_WORK})"
_REPORTER = re.compile(rf"{_BEFORE}记者(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,3}}?){_AT_WORK_ANY}")
_CUT = re.compile(rf"{_ROLE}|[、，,和]")
_NO_FAMILY = frozenset("从在向于和与就对把被将由到通查应相来经曾连都时常随")


def reporters(text: str) -> Iterator[Name]:
    """The names of reporters at work in a running text in simplified by-line words.

    The text is the view's, free of layout white space, so that a name is known by its family name
    and by the verb behind it alone. Nothing is yielded where one of several names is none.
    """
    for match in _REPORTER.finditer(text):
        begin, stop = match.span("names")
        ends = [*((cut.start(), cut.end()) for cut in _CUT.finditer(text, begin, stop)), (stop, stop)]
        names: list[Name] = []
        for at, after in ends:
            if at > begin:
                names.append(Name(begin, at, text[begin:at]))
            begin = after
        if all(looks_like_name(name.text) and name.text[0] not in _NO_FAMILY for name in names):
            yield from names
