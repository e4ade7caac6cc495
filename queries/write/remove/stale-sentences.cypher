// Remove sentences of an earlier export, $batch at a time. What wenmai did not write stays.
// $snapshot is that of the corpus now exported.
MATCH (n:Sentence)
WHERE n.wenmai <> $snapshot
WITH n LIMIT $batch
DELETE n
RETURN count(*) AS removed
