// Write mentions; an entity named twice in a sentence has two. Safe to repeat.
// $rows: [{a, b, properties}], the ids of both ends. $snapshot marks what wenmai wrote, and in which state of the corpus.
UNWIND $rows AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Sentence {id: row.b})
MERGE (a)-[r:MENTIONED_IN {begin_at: row.properties.begin_at, end_at: row.properties.end_at}]->(b)
SET r += row.properties, r.wenmai = $snapshot
RETURN count(r) AS written
