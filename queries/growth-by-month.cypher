// growth-by-month
// zh: 图谱逐月的增长：首次出现的实体与联系，及累计
// en: How the graph grows by month: entities and links seen for the first time, and in all so far
// columns: month, new_entities, new_links, entities, links
MATCH (e:Entity)
OPTIONAL MATCH (e)-[r:CO_MENTIONED_WITH]->(:Entity)
WITH e, collect(r.first) AS days
UNWIND [[e.first_seen, 1, 0]] + [day IN days | [day, 0, 1]] AS seen
WITH seen WHERE size(seen[0]) >= 7
WITH left(seen[0], 7) AS month, sum(seen[1]) AS new_entities, sum(seen[2]) AS new_links
ORDER BY month
WITH collect({month: month, entities: new_entities, links: new_links}) AS months
UNWIND range(0, size(months) - 1) AS i
RETURN months[i].month AS month, months[i].entities AS new_entities, months[i].links AS new_links,
       reduce(sum = 0, m IN months[..i + 1] | sum + m.entities) AS entities,
       reduce(sum = 0, m IN months[..i + 1] | sum + m.links) AS links
ORDER BY month
