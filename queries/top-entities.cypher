// top-entities
// zh: 提及最多的实体
// en: The entities that are mentioned most
// $kind kind = null: 只看这一类：PERSON、ORG、PLACE、PROGRAM | only this kind: PERSON, ORG, PLACE or PROGRAM
// $limit integer = 20: 最多几行 | at most so many rows
// columns: id, name, kind, mentions, articles, degree, pagerank
MATCH (e:Entity)
WHERE $kind IS NULL OR e.kind = $kind
RETURN e.id AS id, e.name AS name, e.kind AS kind, e.mentions AS mentions, e.articles AS articles,
       e.degree AS degree, e.pagerank AS pagerank
ORDER BY mentions DESC, id
LIMIT $limit
