// The key of an article.
CREATE CONSTRAINT wenmai_article_id IF NOT EXISTS FOR (t:Article) REQUIRE t.id IS UNIQUE
