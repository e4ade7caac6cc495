// within
// zh: 某地之内（逐级归入，至多六级）提及了哪些地方和机构
// en: The places and organisations mentioned that lie in a place, directly or by up to six steps
// $name string: 地方的 id、名称或别名 | the id, the name or an alias of the place
// $kind kind = null: 只看这一类：PERSON、ORG、PLACE、PROGRAM | only this kind: PERSON, ORG, PLACE or PROGRAM
// $limit integer = 50: 最多几行 | at most so many rows
// columns: place, id, name, kind, steps, mentions, articles
MATCH (p:Entity)
WHERE p.id = $name OR p.name = $name OR $name IN p.aliases
MATCH path = (e:Entity)-[:LOCATED_IN*1..6]->(p)
WHERE e.id <> p.id AND e.mentions > 0 AND ($kind IS NULL OR e.kind = $kind)
WITH p, e, min(length(path)) AS steps
RETURN p.id AS place, e.id AS id, e.name AS name, e.kind AS kind, steps, e.mentions AS mentions,
       e.articles AS articles
ORDER BY mentions DESC, id, place
LIMIT $limit
