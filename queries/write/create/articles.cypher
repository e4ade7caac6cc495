// Write articles into an empty embedded graph.
// $rows: [{id, properties}]
UNWIND $rows AS row
CREATE (t:Article {id: row.id})
SET t += row.properties
RETURN count(t) AS written
