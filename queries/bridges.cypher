// bridges
// zh: 联系不同社群的实体
// en: The entities that join communities
// $kind kind = null: 只看这一类：PERSON、ORG、PLACE、PROGRAM | only this kind: PERSON, ORG, PLACE or PROGRAM
// $limit integer = 20: 最多几行 | at most so many rows
// columns: id, name, kind, community, communities, links, betweenness
MATCH (e:Entity)-[:CO_MENTIONED_WITH]-(o:Entity)
WHERE e.community <> o.community AND ($kind IS NULL OR e.kind = $kind)
WITH e, count(DISTINCT o.community) AS communities, count(o) AS links
RETURN e.id AS id, e.name AS name, e.kind AS kind, e.community AS community, communities, links,
       e.betweenness AS betweenness
ORDER BY betweenness DESC, communities DESC, links DESC, id
LIMIT $limit
