// path
// zh: 两个实体之间最短的联系（至多六步），一样短的先列最牢的
// en: The shortest links between two entities, six steps at most; of equally short ones the firmest first
// $name string: 实体的 id、名称或别名 | the id, the name or an alias of the entity
// $other string: 另一实体的 id、名称或别名 | the id, the name or an alias of the other entity
// $limit integer = 5: 最多几行 | at most so many rows
// columns: hops, names, counts, weakest
MATCH (a:Entity)
WHERE a.id = $name OR a.name = $name OR $name IN a.aliases
MATCH (b:Entity)
WHERE (b.id = $other OR b.name = $other OR $other IN b.aliases) AND b.id <> a.id
MATCH p = allShortestPaths((a)-[:CO_MENTIONED_WITH*1..6]-(b))
WITH length(p) AS hops, [n IN nodes(p) | n.name] AS names, [r IN relationships(p) | r.count] AS counts,
     reduce(trail = '', n IN nodes(p) | trail + ' ' + n.id) AS trail
WITH hops, names, counts, trail,
     reduce(least = head(counts), c IN counts | CASE WHEN c < least THEN c ELSE least END) AS weakest
RETURN hops, names, counts, weakest
ORDER BY hops, weakest DESC, trail
LIMIT $limit
