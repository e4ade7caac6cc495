// Entities by name.
CREATE INDEX wenmai_entity_name IF NOT EXISTS FOR (e:Entity) ON (e.name)
