// Write which organisations a person belongs to. Safe to repeat.
// $rows: [{a, b, properties}], the ids of both ends. $snapshot marks what wenmai wrote, and in which state of the corpus.
UNWIND $rows AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
MERGE (a)-[r:AFFILIATED_WITH]->(b)
SET r += row.properties, r.wenmai = $snapshot
RETURN count(r) AS written
