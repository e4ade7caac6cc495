// Let go, $batch at a time, of nodes of an earlier export that others have tied relationships to: they
// lose our labels and our mark, and stay. Comes after the relationships of an earlier export are gone.
// $snapshot is that of the corpus now exported.
MATCH (n:Article)
WHERE n.wenmai <> $snapshot AND EXISTS { (n)--() }
WITH n LIMIT $batch
REMOVE n:Article, n.wenmai
RETURN count(*) AS removed
