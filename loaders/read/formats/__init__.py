"""A reader a format: from bytes to text, its libraries imported when it is called."""
