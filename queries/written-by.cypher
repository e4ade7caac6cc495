// written-by
// zh: 某一作者的文章
// en: The articles that an author signed
// $name string: 作者的 id、名称或别名 | the id, the name or an alias of the author
// $limit integer = 50: 最多几行 | at most so many rows
// columns: author, date, headline, publication, source, article
MATCH (e:Entity)
WHERE e.id = $name OR e.name = $name OR $name IN e.aliases
MATCH (t:Article)-[:WRITTEN_BY]->(e)
RETURN e.id AS author, t.date AS date, t.headline AS headline, t.publication AS publication,
       t.source AS source, t.id AS article
ORDER BY date, article, author
LIMIT $limit
