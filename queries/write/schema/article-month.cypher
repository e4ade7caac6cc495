// Articles by month.
CREATE INDEX wenmai_article_month IF NOT EXISTS FOR (t:Article) ON (t.month)
