// positions
// zh: 谁在哪里担任什么职务
// en: Who holds which position where
// $name string = null: 只看这个人或这个机构、地方：id、名称或别名 | only of this person or at this organisation or place: its id, name or an alias
// $limit integer = 50: 最多几行 | at most so many rows
// columns: person, name, title, body, body_name, first, last, former, evidence
MATCH (p:Entity)-[r:HOLDS_POSITION]->(b:Entity)
WHERE $name IS NULL OR p.id = $name OR p.name = $name OR $name IN p.aliases
      OR b.id = $name OR b.name = $name OR $name IN b.aliases
RETURN p.id AS person, p.name AS name, r.title AS title, b.id AS body, b.name AS body_name,
       r.first AS first, r.last AS last, r.former AS former, size(coalesce(r.evidence, [])) AS evidence
ORDER BY former, evidence DESC, person, body, title
LIMIT $limit
