"""How the shipped pipeline was trained: from annotated text to the folder that spaCy loads."""
