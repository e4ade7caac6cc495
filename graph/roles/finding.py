"""From documents to roles: every form tried at every name, and what was found gathered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from wenmai.graph.roles.gathering import Gathered
from wenmai.graph.roles.persons import roles_in
from wenmai.graph.roles.programmes import ties_in
from wenmai.graph.roles.scene import MentionKey, scene
from wenmai.graph.roles.values import Roles
from wenmai.graph.values import Document, Entity, EntityId, Mention


def find_roles(
    documents: Sequence[Document],
    entity_of: Mapping[MentionKey, EntityId],
    *,
    entities: Iterable[Entity] = (),
) -> Roles:
    """Find who holds which office, who belongs where, who runs or issued a programme.

    A mention that `entity_of` lacks is passed over. `entities` tell whose place a body is of, so that
    the 市长 in 太原市委副书记、市长 is of 太原市. Linear in the text; the order of documents plays no part.
    """
    known = {entity.id: entity for entity in entities}
    gathered = Gathered(known)
    for document in documents:
        dates = {article.number: article.date for article in document.articles}
        mentions: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in document.mentions:
            mentions[mention.sentence].append(mention)
        for sentence, text in zip(document.sentences, document.texts, strict=True):
            if sentence.number not in mentions:
                continue
            seen = scene(sentence, text, mentions[sentence.number], entity_of)
            where = (document.source, sentence.number, dates.get(sentence.article))
            gathered.add_persons(roles_in(seen, gathered.place_of), where)
            gathered.add_programmes(ties_in(seen), where)
    return gathered.roles()
