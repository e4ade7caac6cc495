// The key of a sentence.
CREATE CONSTRAINT wenmai_sentence_id IF NOT EXISTS FOR (s:Sentence) REQUIRE s.id IS UNIQUE
