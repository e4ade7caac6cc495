// The key of an entity.
CREATE CONSTRAINT wenmai_entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE
