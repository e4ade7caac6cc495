// Remove HOLDS_POSITION relationships of an earlier export, $batch at a time. What wenmai did not write stays.
// $snapshot is that of the corpus now exported.
MATCH (:Entity)-[r:HOLDS_POSITION]->(:Entity)
WHERE r.wenmai <> $snapshot
WITH r LIMIT $batch
DELETE r
RETURN count(*) AS removed
