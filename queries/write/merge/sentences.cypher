// Write sentences. Safe to repeat.
// $rows: [{id, properties}]. $snapshot marks what wenmai wrote, and in which state of the corpus.
UNWIND $rows AS row
MERGE (s:Sentence {id: row.id})
SET s += row.properties, s.wenmai = $snapshot
RETURN count(s) AS written
