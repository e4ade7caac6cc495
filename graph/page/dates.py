"""When an article is from: said by the user, printed on the page, or put together from both."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from wenmai.graph.page.forms.furniture import full_date, iso
from wenmai.graph.values import DateMethod

_YEAR = re.compile(r"(?<![\d—-])((?:19|20)\d{2})\s*年(?!代|版)")
_LATER = re.compile(r"(?:[到至]|截至?|预计|力争|预期)$")
_LATER_BEHIND = re.compile(r"(?:年)?\s*(?:底前|前|以前|之前|末前|左右)")
_MONTH_DAY = re.compile(r"(?:(?P<y>(?:19|20)\d{2})\s*年\s*)?(?<!\d)(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日")
_MONTH = re.compile(r"(?P<y>(?:19|20)\d{2})\s*年\s*(?P<m>\d{1,2})\s*月(?!\s*\d)")
READ_AT_MOST = 50_000
LEAD = 160


def page_year(text: str) -> int | None:
    """The year a page is from, by the years that its text names; None if they don't tell.

    Years of plans (到2030年, 2027年底前) are left out. Of the rest it is the latest, unless
    that is a lone mention among many of the year before.
    """
    counts: Counter[int] = Counter()
    for match in _YEAR.finditer(text[:READ_AT_MOST]):
        before = text[max(0, match.start() - 3) : match.start()]
        if not _LATER.search(before) and not _LATER_BEHIND.match(text, match.end()):
            counts[int(match[1])] += 1
    if not counts:
        return None
    common, often = counts.most_common(1)[0]
    near = [year for year in counts if abs(year - common) <= 1 and (counts[year] >= 2 or often <= 3)]
    return max(near, default=common)


def printed_date(furniture: str) -> str | None:
    """The date in a page's furniture: in full, or to the month."""
    day = full_date(furniture)
    if day:
        return day
    month = _MONTH.search(furniture)
    return iso(int(month["y"]), int(month["m"])) if month else None


def article_date(
    lead: str, day: str | None, *, given: str | None, printed: str | None, year: int | None
) -> tuple[str | None, DateMethod]:
    """An article's date and how it is known.

    `day` is the one of the dateline (2月14日电): it comes first, its year from the issue's date,
    which is given or printed, or from the page. Without a dateline the issue's date is the
    article's. Where neither is known, day and month come from the lead. 昨日 and 近日 say nothing
    without the issue's date.
    """
    issue = given or printed
    if issue and len(issue) >= 10:
        wire = _wire_date(day, issue) if day else None
        return (wire, DateMethod.INFERRED) if wire and wire != issue else (issue, DateMethod.GIVEN)
    if issue:
        year = int(issue[:4]) if issue[:4].isdigit() else year
    for text in (day, lead[:LEAD]):
        match = _MONTH_DAY.search(text) if text else None
        found = _whole(match, year) if match else None
        if match and found:
            return found, DateMethod.GIVEN if match["y"] else DateMethod.INFERRED
    if issue:
        return issue, DateMethod.GIVEN
    month = _MONTH.search(lead[:LEAD])
    found = iso(int(month["y"]), int(month["m"])) if month else None
    return found, DateMethod.INFERRED if found else DateMethod.UNKNOWN


def _whole(match: re.Match[str], year: int | None) -> str | None:
    known = int(match["y"]) if match["y"] else year
    return iso(known, int(match["m"]), int(match["d"])) if known is not None else None


def _wire_date(day: str, issue: str) -> str | None:
    """The last such day up to the issue's date; None if it is more than a month away."""
    try:
        printed = date.fromisoformat(issue[:10])
    except ValueError:
        return None
    numbers = [int(n) for n in re.findall(r"\d+", day)]
    for back in range(min(32, printed.toordinal())):
        candidate = date.fromordinal(printed.toordinal() - back)
        if [candidate.year, candidate.month, candidate.day][-len(numbers) :] == numbers:
            return candidate.isoformat()
    return None
