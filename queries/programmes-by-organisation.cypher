// programmes-by-organisation
// zh: 各机构与哪些工程、计划一同出现
// en: Which programmes each organisation is named with
// $name string = null: 只看这一机构：id、名称或别名 | only this organisation: its id, name or an alias
// $limit integer = 50: 最多几行 | at most so many rows
// columns: organisation, organisation_name, id, name, count, articles
MATCH (o:Entity:Organization)-[r:CO_MENTIONED_WITH]-(p:Entity:Program)
WHERE $name IS NULL OR o.id = $name OR o.name = $name OR $name IN o.aliases
RETURN o.id AS organisation, o.name AS organisation_name, p.id AS id, p.name AS name,
       r.count AS count, r.articles AS articles
ORDER BY count DESC, organisation, id
LIMIT $limit
