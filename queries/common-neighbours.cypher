// common-neighbours
// zh: 与两个实体都一同出现过的实体
// en: Who and what is named with both of two entities
// $name string: 实体的 id、名称或别名 | the id, the name or an alias of the entity
// $other string: 另一实体的 id、名称或别名 | the id, the name or an alias of the other entity
// $kind kind = null: 只看这一类：PERSON、ORG、PLACE、PROGRAM | only this kind: PERSON, ORG, PLACE or PROGRAM
// $limit integer = 20: 最多几行 | at most so many rows
// columns: entity, other, id, name, kind, with_entity, with_other
MATCH (a:Entity)
WHERE a.id = $name OR a.name = $name OR $name IN a.aliases
MATCH (b:Entity)
WHERE (b.id = $other OR b.name = $other OR $other IN b.aliases) AND b.id <> a.id
MATCH (a)-[p:CO_MENTIONED_WITH]-(n:Entity)-[q:CO_MENTIONED_WITH]-(b)
WHERE $kind IS NULL OR n.kind = $kind
RETURN a.id AS entity, b.id AS other, n.id AS id, n.name AS name, n.kind AS kind,
       p.count AS with_entity, q.count AS with_other
ORDER BY CASE WHEN with_entity < with_other THEN with_entity ELSE with_other END DESC,
         with_entity + with_other DESC, id, entity, other
LIMIT $limit
