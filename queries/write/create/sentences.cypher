// Write sentences into an empty embedded graph.
// $rows: [{id, properties}]
UNWIND $rows AS row
CREATE (s:Sentence {id: row.id})
SET s += row.properties
RETURN count(s) AS written
