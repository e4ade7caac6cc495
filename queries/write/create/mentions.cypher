// Write mentions; an entity named twice in a sentence has two, into an embedded graph that holds none. Not MERGE: the
// engine's walks all relationships of a much-named entity for each row.
// $rows: [{a, b, properties}], the ids of both ends
UNWIND $rows AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Sentence {id: row.b})
CREATE (a)-[r:MENTIONED_IN]->(b)
SET r += row.properties
RETURN count(r) AS written
