// Remove parts of an earlier export, $batch at a time. What wenmai did not write stays.
MATCH (:Sentence)-[r:PART_OF]->(:Article)
WHERE r.wenmai <> $snapshot
WITH r LIMIT $batch
DELETE r
RETURN count(*) AS removed
