// Write in which place a place or an organisation lies, into an embedded graph that holds none. Not MERGE: the
// engine's walks all relationships of a much-named entity for each row.
// $rows: [{a, b, properties}], the ids of both ends
UNWIND $rows AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
CREATE (a)-[r:LOCATED_IN]->(b)
SET r += row.properties
RETURN count(r) AS written
