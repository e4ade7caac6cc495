// How much of each part wenmai has written; a part without any has no row.
MATCH (n:Entity) WHERE n.wenmai IS NOT NULL RETURN 'entities' AS part, count(n) AS number
UNION ALL
MATCH (n:Article) WHERE n.wenmai IS NOT NULL RETURN 'articles' AS part, count(n) AS number
UNION ALL
MATCH (n:Sentence) WHERE n.wenmai IS NOT NULL RETURN 'sentences' AS part, count(n) AS number
UNION ALL
MATCH ()-[r:CO_MENTIONED_WITH]->() WHERE r.wenmai IS NOT NULL RETURN 'co-mentions' AS part, count(r) AS number
UNION ALL
MATCH ()-[r:MENTIONED_IN]->() WHERE r.wenmai IS NOT NULL RETURN 'mentions' AS part, count(r) AS number
UNION ALL
MATCH ()-[r:PART_OF]->() WHERE r.wenmai IS NOT NULL RETURN 'parts' AS part, count(r) AS number
UNION ALL
MATCH ()-[r:WRITTEN_BY]->() WHERE r.wenmai IS NOT NULL RETURN 'authors' AS part, count(r) AS number
