// Remove entities of an earlier export, $batch at a time. What wenmai did not write stays.
// $snapshot is that of the corpus now exported.
MATCH (n:Entity)
WHERE n.wenmai <> $snapshot
WITH n LIMIT $batch
DELETE n
RETURN count(*) AS removed
