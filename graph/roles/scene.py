"""A sentence as the forms of roles read it: every mention one sign, punctuation of one kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wenmai.graph.values import LINKING_ROLES, EntityId, EntityType, Mention, Sentence

MentionKey = tuple[str, int, int]

# A mention's first character becomes the first sign of its type, the others the second: offsets stay.
SIGNS = {
    EntityType.ORG: ("\ue000", "\ue001"),
    EntityType.PLACE: ("\ue002", "\ue003"),
    EntityType.PERSON: ("\ue004", "\ue005"),
    EntityType.PROGRAM: ("\ue006", "\ue007"),
}
UNUSED = "\ue008"  # a mention that no form may read: of a by-line, ignored
_WIDE = str.maketrans(",;:()!?", "，；：（）！？")


@dataclass(frozen=True, slots=True)
class Scene:
    """`signs` runs in parallel with `text`; `at` and `by_end` lead from offsets to mentions."""

    sentence: Sentence
    text: str
    signs: str
    at: Mapping[int, Mention]
    by_end: Mapping[int, Mention]
    entity_of: Mapping[MentionKey, EntityId]

    def entity(self, mention: Mention) -> EntityId:
        """Who the mention is."""
        return self.entity_of[mention.key]


def scene(
    sentence: Sentence, text: str, mentions: list[Mention], entity_of: Mapping[MentionKey, EntityId]
) -> Scene:
    """Set the mentions of a sentence into its text; of two that overlap the one that begins first stays."""
    signs = list("".join(_UNSIGNED if "\ue000" <= c <= "\ue008" else c for c in text.translate(_WIDE)))
    at: dict[int, Mention] = {}
    by_end: dict[int, Mention] = {}
    reached = 0
    for mention in sorted(mentions, key=lambda m: (m.at, -len(m.text))):
        end = mention.at + len(mention.text)
        if mention.at < reached or end > len(text) or end == mention.at:
            continue
        reached = end
        if mention.role in LINKING_ROLES and mention.key in entity_of:
            first, other = SIGNS[mention.type]
            at[mention.at] = by_end[end] = mention
        else:
            first = other = UNUSED
        signs[mention.at : end] = first + other * (len(mention.text) - 1)
    return Scene(sentence, text, "".join(signs), at, by_end, entity_of)


_UNSIGNED = "\ufffd"
