// community
// zh: 某一实体所在社群的成员
// en: The members of the community that an entity belongs to
// $name string: 实体的 id、名称或别名 | the id, the name or an alias of the entity
// $limit integer = 50: 最多几行 | at most so many rows
// columns: community, id, name, kind, degree, pagerank
MATCH (e:Entity)
WHERE e.id = $name OR e.name = $name OR $name IN e.aliases
WITH DISTINCT e.community AS community
WHERE community >= 0
MATCH (m:Entity)
WHERE m.community = community
RETURN community, m.id AS id, m.name AS name, m.kind AS kind, m.degree AS degree, m.pagerank AS pagerank
ORDER BY community, pagerank DESC, id
LIMIT $limit
