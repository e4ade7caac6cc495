// Write entities into an empty embedded graph.
// $rows: [{id, kind, properties}]
UNWIND $rows AS row
CREATE (e:Entity {id: row.id})
SET e += row.properties
FOREACH (_ IN CASE row.kind WHEN 'PERSON' THEN [1] ELSE [] END | SET e:Person)
FOREACH (_ IN CASE row.kind WHEN 'ORG' THEN [1] ELSE [] END | SET e:Organization)
FOREACH (_ IN CASE row.kind WHEN 'PLACE' THEN [1] ELSE [] END | SET e:Place)
FOREACH (_ IN CASE row.kind WHEN 'PROGRAM' THEN [1] ELSE [] END | SET e:Program)
RETURN count(e) AS written
