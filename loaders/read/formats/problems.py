"""What a reader raises; the name of the file is added where it is known."""

from __future__ import annotations


class FormatError(ValueError):
    """The file, or a part of it, cannot be read as its format; the message is for the user."""
