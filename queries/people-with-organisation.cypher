// people-with-organisation
// zh: 与某一机构一同出现的人
// en: The people who are named with an organisation
// $name string: 机构的 id、名称或别名 | the id, the name or an alias of the organisation
// $limit integer = 50: 最多几行 | at most so many rows
// columns: organisation, id, name, count, articles, first, last
MATCH (o:Entity:Organization)
WHERE o.id = $name OR o.name = $name OR $name IN o.aliases
MATCH (o)-[r:CO_MENTIONED_WITH]-(p:Entity:Person)
RETURN o.id AS organisation, p.id AS id, p.name AS name, r.count AS count, r.articles AS articles,
       r.first AS first, r.last AS last
ORDER BY count DESC, id, organisation
LIMIT $limit
