"""What touches the world: documents, the model, the store, writers, the command line."""
