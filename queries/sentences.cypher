// sentences
// zh: 含有某些字的句子
// en: The sentences that contain a text
// $text string: 要找的字 | the text to look for
// $limit integer = 50: 最多几行 | at most so many rows
// columns: date, headline, text, source, article, sentence
MATCH (s:Sentence)-[:PART_OF]->(t:Article)
WHERE s.text CONTAINS $text
RETURN t.date AS date, t.headline AS headline, s.text AS text, t.source AS source, t.id AS article,
       s.id AS sentence
ORDER BY date, source, s.begin_at, sentence
LIMIT $limit
