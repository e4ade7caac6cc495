"""A sentence as the forms of roles read it: every mention one sign, punctuation of one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from wenmai.graph.roles.grammar import PLAIN_BODY
from wenmai.graph.values import LINKING_ROLES, EntityId, EntityType, Mention

MentionKey = tuple[str, int, int]

# A mention's first character becomes the first sign of its type, the others the second: offsets stay.
_SIGNS = {
    EntityType.ORG: ("\ue000", "\ue001"),
    EntityType.PLACE: ("\ue002", "\ue003"),
    EntityType.PERSON: ("\ue004", "\ue005"),
    EntityType.PROGRAM: ("\ue006", "\ue007"),
}
_UNREAD = "\ue008"  # a mention that no form may read: of a by-line, ignored
_WIDE = str.maketrans(",;:()!?", "，；：（）！？") | dict.fromkeys(range(0xE000, 0xE009), "\ufffd")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence and who bears it."""

    at: int
    text: str
    type: EntityType
    entity: EntityId

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.at + len(self.text)


@dataclass(frozen=True, slots=True)
class Scene:
    """`signs` runs in parallel with `text`; `at` and `by_end` lead from offsets to names, in text order."""

    text: str
    signs: str
    at: Mapping[int, Name]
    by_end: Mapping[int, Name]


def scene(
    text: str,
    mentions: Iterable[Mention],
    entity_of: Mapping[MentionKey, EntityId],
    *,
    body_called: Callable[[str], EntityId | None] = lambda _: None,
) -> Scene:
    """Set the mentions of a sentence into its text; of two that overlap the one that begins first stays.

    `body_called` knows bodies by name: 全国人大 in 全国人大代表 is one where no mention says so.
    """
    signs = list(text.translate(_WIDE))
    names: list[Name] = []
    reached = 0
    for mention in sorted(mentions, key=lambda m: (m.at, -len(m.text))):
        end = mention.at + len(mention.text)
        if mention.at < reached or end > len(text) or not mention.text:
            continue
        reached = end
        if mention.role in LINKING_ROLES and mention.key in entity_of:
            names.append(Name(mention.at, mention.text, mention.type, entity_of[mention.key]))
        else:
            signs[mention.at : end] = _UNREAD * len(mention.text)
    for name in names:
        _sign(signs, name)
    for name in _plain(text, "".join(signs), body_called):
        _sign(signs, name)
        names.append(name)
    names.sort(key=lambda name: name.at)
    return Scene(text, "".join(signs), {n.at: n for n in names}, {n.end: n for n in names})


def _sign(signs: list[str], name: Name) -> None:
    first, other = _SIGNS[name.type]
    signs[name.at : name.end] = first + other * (len(name.text) - 1)


def _plain(text: str, signs: str, body_called: Callable[[str], EntityId | None]) -> Iterator[Name]:
    for found in PLAIN_BODY.finditer(signs):
        start, end = found.span()
        entity = body_called(text[start:end])
        if entity is not None:
            yield Name(start, text[start:end], EntityType.ORG, entity)
