// Full text of names and aliases. A term goes in double quotes: CALL db.index.fulltext.queryNodes('wenmai_entity_text', '"外交部"').
CREATE FULLTEXT INDEX wenmai_entity_text IF NOT EXISTS FOR (e:Entity) ON EACH [e.name, e.search_text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}
