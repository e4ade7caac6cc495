"""From documents to roles: every form tried at every name, and what was found gathered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from wenmai.graph.roles.bodies import Bodies
from wenmai.graph.roles.gathering import Gathered
from wenmai.graph.roles.persons import roles_in
from wenmai.graph.roles.programmes import ties_in
from wenmai.graph.roles.scene import MentionKey, scene
from wenmai.graph.roles.values import Roles
from wenmai.graph.values import Document, Entity, EntityId, EntityType, Mention, Role


def find_roles(
    documents: Sequence[Document],
    entity_of: Mapping[MentionKey, EntityId],
    *,
    entities: Iterable[Entity] = (),
) -> Roles:
    """Find who holds which office, who belongs where, who runs or issued a programme.

    A mention that `entity_of` lacks is passed over. `entities` tell whose place a body is of, so that
    the 市长 in 太原市委副书记、市长 is of 太原市, and that 全国人大 is one where it is no mention.
    Linear in the text; the order of documents plays no part.
    """
    bodies = Bodies(entities)
    gathered = Gathered()
    for document in documents:
        dates = {article.number: article.date for article in document.articles}
        writers = _writers(document, entity_of)
        called = bodies.called_in(document, entity_of)
        mentions: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in document.mentions:
            mentions[mention.sentence].append(mention)
        for sentence, text in zip(document.sentences, document.texts, strict=True):
            if sentence.role is Role.REPEAT:
                continue
            article = sentence.article
            seen = scene(text, mentions[sentence.number], entity_of, body_called=called(article))
            where = (document.source, sentence.number, dates.get(article))
            gathered.add_persons(roles_in(seen, bodies.place_of, author=writers.get(article)), where)
            gathered.add_programmes(ties_in(seen), where)
    return gathered.roles()


def _writers(document: Document, entity_of: Mapping[MentionKey, EntityId]) -> dict[int, EntityId]:
    """Who wrote the articles that one person signed."""
    authors = {a.number: a.authors[0] for a in document.articles if len(a.authors) == 1}
    return {
        mention.article: entity_of[mention.key]
        for mention in document.mentions
        if mention.role is Role.BYLINE
        and mention.type is EntityType.PERSON
        and mention.key in entity_of
        and authors.get(mention.article) == "".join(mention.text.split())
    }
