// Write which article another one continues. Safe to repeat.
// $rows: [{a, b, properties}], the ids of both ends. $snapshot marks what wenmai wrote, and in which state of the corpus.
UNWIND $rows AS row
MATCH (a:Article {id: row.a})
MATCH (b:Article {id: row.b})
MERGE (a)-[r:CONTINUES]->(b)
SET r += row.properties, r.wenmai = $snapshot
RETURN count(r) AS written
