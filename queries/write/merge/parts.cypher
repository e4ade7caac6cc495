// Write which article a sentence is part of. Safe to repeat.
// $rows: [{a, b, properties}], the ids of both ends. $snapshot marks what wenmai wrote, and in which state of the corpus.
UNWIND $rows AS row
MATCH (a:Sentence {id: row.a})
MATCH (b:Article {id: row.b})
MERGE (a)-[r:PART_OF]->(b)
SET r += row.properties, r.wenmai = $snapshot
RETURN count(r) AS written
