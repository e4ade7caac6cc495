// who-runs
// zh: 谁实施或发布了某一工程、计划，或某一机构的工程、计划
// en: Who runs or issued a programme, or the programmes of an organisation
// $name string = null: 只看这一工程、计划或机构：id、名称或别名 | only this programme or organisation: its id, name or an alias
// $limit integer = 50: 最多几行 | at most so many rows
// columns: organisation, organisation_name, relation, id, name, first, last, evidence
MATCH (o:Entity)-[r:RUNS|ISSUED]->(p:Entity)
WHERE $name IS NULL OR o.id = $name OR o.name = $name OR $name IN o.aliases
      OR p.id = $name OR p.name = $name OR $name IN p.aliases
RETURN o.id AS organisation, o.name AS organisation_name, type(r) AS relation, p.id AS id, p.name AS name,
       r.first AS first, r.last AS last, size(coalesce(r.evidence, [])) AS evidence
ORDER BY evidence DESC, organisation, id, relation
LIMIT $limit
