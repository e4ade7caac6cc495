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
UNION ALL
MATCH ()-[r:LOCATED_IN]->() WHERE r.wenmai IS NOT NULL RETURN 'locations' AS part, count(r) AS number
UNION ALL
MATCH ()-[r:HOLDS_POSITION]->() WHERE r.wenmai IS NOT NULL RETURN 'positions' AS part, count(r) AS number
UNION ALL
MATCH ()-[r:AFFILIATED_WITH]->() WHERE r.wenmai IS NOT NULL RETURN 'affiliations' AS part, count(r) AS number
UNION ALL
MATCH ()-[r:RUNS]->() WHERE r.wenmai IS NOT NULL RETURN 'runs' AS part, count(r) AS number
UNION ALL
MATCH ()-[r:ISSUED]->() WHERE r.wenmai IS NOT NULL RETURN 'issued' AS part, count(r) AS number
UNION ALL
MATCH ()-[r:REPRINT_OF]->() WHERE r.wenmai IS NOT NULL RETURN 'reprints' AS part, count(r) AS number
UNION ALL
MATCH ()-[r:CONTINUES]->() WHERE r.wenmai IS NOT NULL RETURN 'continuations' AS part, count(r) AS number
