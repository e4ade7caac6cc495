// Remove authors of an earlier export, $batch at a time. What wenmai did not write stays.
MATCH (:Article)-[r:WRITTEN_BY]->(:Entity)
WHERE r.wenmai <> $snapshot
WITH r LIMIT $batch
DELETE r
RETURN count(*) AS removed
