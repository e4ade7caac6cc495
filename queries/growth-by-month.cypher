// growth-by-month
// zh: 图谱逐月的增长：首次出现的实体与联系，及累计
// en: How the graph grows by month: entities and links seen for the first time, and in all so far
// columns: month, new_entities, new_links, entities, links
MATCH (:Entity)-[r:CO_MENTIONED_WITH]->(:Entity)
WITH r.first AS day, count(r) AS links
WITH collect([left(day, 7), 0, links]) AS linked
MATCH (e:Entity)
WITH linked, e.first_seen AS day, count(e) AS entities
WITH linked, collect([left(day, 7), entities, 0]) AS met
UNWIND linked + met AS seen
WITH seen
WHERE size(seen[0]) = 7
WITH seen[0] AS month, sum(seen[1]) AS new_entities, sum(seen[2]) AS new_links
ORDER BY month
WITH collect({month: month, entities: new_entities, links: new_links}) AS months
UNWIND range(0, size(months) - 1) AS i
RETURN months[i].month AS month, months[i].entities AS new_entities, months[i].links AS new_links,
       reduce(sum = 0, m IN months[..i + 1] | sum + m.entities) AS entities,
       reduce(sum = 0, m IN months[..i + 1] | sum + m.links) AS links
ORDER BY month
