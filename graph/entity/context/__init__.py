"""Names in their document: definitions, short forms, relative bodies, persons."""
