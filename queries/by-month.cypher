// by-month
// zh: 逐月的文章数与提及数，可限于某一实体
// en: Articles and mentions by month, of all entities or of one
// $name string = null: 只看这一实体：id、名称或别名 | only this entity: its id, name or an alias
// columns: month, articles, mentions, entities
MATCH (e:Entity)-[m:MENTIONED_IN]->(:Sentence)-[:PART_OF]->(t:Article)
WHERE t.month IS NOT NULL AND ($name IS NULL OR e.id = $name OR e.name = $name OR $name IN e.aliases)
RETURN t.month AS month, count(DISTINCT t.id) AS articles, count(m) AS mentions,
       count(DISTINCT e.id) AS entities
ORDER BY month
