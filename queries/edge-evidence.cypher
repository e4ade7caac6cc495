// edge-evidence
// zh: 写到两个实体在一起的句子
// en: The sentences that name two entities together
// $name string: 实体的 id、名称或别名 | the id, the name or an alias of the entity
// $other string: 另一实体的 id、名称或别名 | the id, the name or an alias of the other entity
// $limit integer = 50: 最多几行 | at most so many rows
// columns: entity, other, date, headline, text, source, article, sentence
MATCH (a:Entity)
WHERE a.id = $name OR a.name = $name OR $name IN a.aliases
MATCH (b:Entity)
WHERE b.id = $other OR b.name = $other OR $other IN b.aliases
MATCH (a)-[r:CO_MENTIONED_WITH]-(b)
UNWIND r.evidence AS place
MATCH (s:Sentence {id: place})-[:PART_OF]->(t:Article)
RETURN a.id AS entity, b.id AS other, t.date AS date, t.headline AS headline, s.text AS text,
       t.source AS source, t.id AS article, s.id AS sentence
ORDER BY date, source, s.begin_at, sentence, entity, other
LIMIT $limit
