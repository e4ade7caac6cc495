// communities
// zh: 各社群的大小与其中最重要的实体
// en: The communities, their sizes and who leads them
// $leading integer = 5: 每个社群列出几个实体 | how many entities to name of each
// $limit integer = 20: 最多几行 | at most so many rows
// columns: community, size, leading
MATCH (e:Entity)
WHERE e.community >= 0
WITH e
ORDER BY e.pagerank DESC, e.id
WITH e.community AS community, count(e) AS size, collect(e.name) AS members
RETURN community, size, members[..$leading] AS leading
ORDER BY size DESC, community
LIMIT $limit
