"""Fine-tuning a pipeline on a user's annotations."""
