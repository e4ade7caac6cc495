"""Several offices of one person in a row, and whose body each is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wenmai.graph.roles import lexicon
from wenmai.graph.roles.offices import Office, Stand, office_at, office_before
from wenmai.graph.roles.scene import Name, Scene
from wenmai.graph.values import EntityId, EntityType

PlaceOf = Callable[[EntityId, str], EntityId | None]
_JOINTS = "、兼"
_MOST = 8
_OPENS = re.compile("(?:^|[。；：！？“”‘’（）■]|[日天前]，)(?:作为|身为|他是|她是)?\\Z")
_CLOSES = re.compile("(?:同志)?(?:一职|职务)?(?:期间|以来|的请求|的决定)?(?:[，。；：！？）”’]|\\Z)")


@dataclass(frozen=True, slots=True)
class Seat:
    """A body, a place or neither: what an office is of."""

    organisation: EntityId | None = None
    place: EntityId | None = None
    government: bool = False  # the organisation is one


@dataclass(frozen=True, slots=True)
class Held:
    """An office with what it is of."""

    office: Office
    seat: Seat
    former: bool


def chain_before(scene: Scene, end: int) -> list[Office]:
    """The offices that stand before a name which begins at `end`, in text order."""
    found: list[Office] = []
    while len(found) < _MOST:
        office = office_before(scene, end)
        if office is None or (office.body is None and scene.signs[office.start - 1 : office.start] in _NAME):
            break
        found.append(office)
        end = office.start - 1
        if office.stand is Stand.LOOSE or end < 1:
            break
        joint = scene.signs[end]
        if joint in _JOINTS:
            continue
        if joint == "，" and _is_clause(scene, end):
            continue
        break
    return found[::-1]


_NAME = ("\ue004", "\ue005")


def _is_clause(scene: Scene, end: int) -> bool:
    """Whether nothing but offices, each with its body, stands between a comma and what opens the clause."""
    for _ in range(_MOST):
        office = office_before(scene, end)
        if office is None or office.stand is Stand.BARE:
            return False
        if _OPENS.search(scene.signs, max(0, office.start - 4), office.start):
            return True
        if scene.signs[office.start - 1] not in "、，":
            return False
        end = office.start - 1
    return False


def chain_at(scene: Scene, start: int) -> list[Office]:
    """The offices that fill a phrase from `start` to its end, in text order; none if more is in it."""
    found: list[Office] = []
    while len(found) < _MOST:
        office = office_at(scene, start)
        if office is None:
            return []
        found.append(office)
        start = office.end
        if scene.signs[start : start + 1] in tuple(_JOINTS):
            start += 1
        elif _CLOSES.match(scene.signs, start):
            return found
        else:
            return []
    return []


def seated(offices: Sequence[Office], *, before: Seat | None, place_of: PlaceOf) -> list[Held]:
    """Give each office its body: its own, or the nearest before that lends it. `before` is what a
    colleague named before lends: 局长张海、副局长王伟.
    """
    lent, lender, past = before or Seat(), "主任" if before else "", False
    out: list[Held] = []
    for office in offices:
        if office.body is not None:
            lent, lender, past = _own(office.body), _lender(office, office.body), bool(office.former)
            out.append(Held(office, lent, past))
        elif office.stand in (Stand.BARE, Stand.INNER):
            former = past if office.former is None else office.former
            out.append(Held(office, _lent(office, lent, lender, place_of), former))
        else:
            lent, lender, past = Seat(), "", bool(office.former)
            out.append(Held(office, lent, past))
    return out


def _lender(office: Office, body: Name) -> str:
    """A member of a committee has all offices in it; one of a congress has none."""
    within = office.core == "委员" and body.text.endswith(("委", "委员会"))
    return "常委" if within else office.core


def _own(body: Name) -> Seat:
    if body.type is EntityType.PLACE:
        return Seat(place=body.entity)
    return Seat(body.entity, government=body.text.endswith("政府"))


def _lent(office: Office, lent: Seat, lender: str, place_of: PlaceOf) -> Seat:
    if office.core in lexicon.GOVERNMENT and not lent.government:
        known = lent.place or (place_of(lent.organisation, office.core) if lent.organisation else None)
        return Seat(place=known)
    if lender in lexicon.DELEGATES or (lender in lexicon.ACADEMIC and office.core not in lexicon.ACADEMIC):
        return Seat()
    return lent
