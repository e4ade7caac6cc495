// reprints
// zh: 被转载的稿件及其转载
// en: The dispatches that were reprinted, with their reprints
// $limit integer = 50: 最多几行 | at most so many rows
// columns: original, headline, date, publication, copies, reprints
MATCH (r:Article)-[:REPRINT_OF]->(t:Article)
WITH t, r
ORDER BY r.date, r.id
WITH t, count(r) AS copies, collect(r.id) AS reprints
RETURN t.id AS original, t.headline AS headline, t.date AS date, t.publication AS publication, copies,
       reprints
ORDER BY copies DESC, date, original
LIMIT $limit
