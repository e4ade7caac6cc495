"""The exploration page."""
