// Which of our ids belong to nodes that wenmai did not write?
// $ids: [id]
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE n.wenmai IS NULL
RETURN count(n) AS taken, min(n.id) AS example
