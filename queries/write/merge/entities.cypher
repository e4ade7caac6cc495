// Write entities. Safe to repeat: a property that has become null goes, others' properties stay.
// $rows: [{id, kind, properties}]. $snapshot marks what wenmai wrote, and in which state of the corpus.
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e += row.properties, e.wenmai = $snapshot
FOREACH (_ IN CASE row.kind WHEN 'PERSON' THEN [1] ELSE [] END | SET e:Person)
FOREACH (_ IN CASE row.kind WHEN 'ORG' THEN [1] ELSE [] END | SET e:Organization)
FOREACH (_ IN CASE row.kind WHEN 'PLACE' THEN [1] ELSE [] END | SET e:Place)
FOREACH (_ IN CASE row.kind WHEN 'PROGRAM' THEN [1] ELSE [] END | SET e:Program)
RETURN count(e) AS written
