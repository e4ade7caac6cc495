// Full text of sentences. A term goes in double quotes: CALL db.index.fulltext.queryNodes('wenmai_sentence_text', '"外交部"').
CREATE FULLTEXT INDEX wenmai_sentence_text IF NOT EXISTS FOR (s:Sentence) ON EACH [s.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}
