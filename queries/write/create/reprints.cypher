// Write which article another one reprints, into an embedded graph that holds none. Not MERGE: the
// engine's walks all relationships of a much-named entity for each row.
// $rows: [{a, b, properties}], the ids of both ends
UNWIND $rows AS row
MATCH (a:Article {id: row.a})
MATCH (b:Article {id: row.b})
CREATE (a)-[r:REPRINT_OF]->(b)
SET r += row.properties
RETURN count(r) AS written
