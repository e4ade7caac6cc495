// Write which positions a person holds; one with several at a body has as many relationships, into an embedded graph that holds none. Not MERGE: the
// engine's walks all relationships of a much-named entity for each row.
// $rows: [{a, b, properties}], the ids of both ends
UNWIND $rows AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
CREATE (a)-[r:HOLDS_POSITION]->(b)
SET r += row.properties
RETURN count(r) AS written
