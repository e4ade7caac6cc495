// partners
// zh: 与某一实体一同出现最多的实体
// en: Who and what is named together with an entity most often
// $name string: 实体的 id、名称或别名 | the id, the name or an alias of the entity
// $kind kind = null: 只看这一类：PERSON、ORG、PLACE、PROGRAM | only this kind: PERSON, ORG, PLACE or PROGRAM
// $limit integer = 20: 最多几行 | at most so many rows
// columns: entity, id, name, kind, count, articles, weight, npmi, first, last
MATCH (e:Entity)
WHERE e.id = $name OR e.name = $name OR $name IN e.aliases
MATCH (e)-[r:CO_MENTIONED_WITH]-(o:Entity)
WHERE $kind IS NULL OR o.kind = $kind
RETURN e.id AS entity, o.id AS id, o.name AS name, o.kind AS kind, r.count AS count, r.articles AS articles,
       r.weight AS weight, r.npmi AS npmi, r.first AS first, r.last AS last
ORDER BY count DESC, weight DESC, id, entity
LIMIT $limit
