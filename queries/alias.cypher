// alias
// zh: 一个名称可能指哪些实体
// en: Which entities a name may stand for
// $name string: id，或名称、别名及其一部分 | an id, or a name, an alias or a part of one
// $limit integer = 20: 最多几行 | at most so many rows
// columns: id, name, kind, matched, aliases, mentions
MATCH (e:Entity)
WITH e, CASE WHEN e.id = $name THEN 'id'
             WHEN e.name = $name THEN 'name'
             WHEN $name IN e.aliases THEN 'alias'
             WHEN e.search_text CONTAINS toLower($name) THEN 'part' END AS matched
WHERE matched IS NOT NULL
RETURN e.id AS id, e.name AS name, e.kind AS kind, matched, coalesce(e.aliases, []) AS aliases,
       e.mentions AS mentions
ORDER BY CASE matched WHEN 'id' THEN 0 WHEN 'name' THEN 1 WHEN 'alias' THEN 2 ELSE 3 END, mentions DESC, id
LIMIT $limit
