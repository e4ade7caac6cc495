// Entities by community.
CREATE INDEX wenmai_entity_community IF NOT EXISTS FOR (e:Entity) ON (e.community)
