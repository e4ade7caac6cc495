// Write articles. Safe to repeat.
// $rows: [{id, properties}]. $snapshot marks what wenmai wrote, and in which state of the corpus.
UNWIND $rows AS row
MERGE (t:Article {id: row.id})
SET t += row.properties, t.wenmai = $snapshot
RETURN count(t) AS written
