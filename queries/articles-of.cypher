// articles-of
// zh: 提到某一实体的文章
// en: The articles that mention an entity
// $name string: 实体的 id、名称或别名 | the id, the name or an alias of the entity
// $limit integer = 50: 最多几行 | at most so many rows
// columns: entity, date, headline, publication, source, article, mentions
MATCH (e:Entity)
WHERE e.id = $name OR e.name = $name OR $name IN e.aliases
MATCH (e)-[m:MENTIONED_IN]->(:Sentence)-[:PART_OF]->(t:Article)
WITH e, t, count(m) AS mentions
RETURN e.id AS entity, t.date AS date, t.headline AS headline, t.publication AS publication,
       t.source AS source, t.id AS article, mentions
ORDER BY date, article, entity
LIMIT $limit
