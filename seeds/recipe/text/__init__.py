"""Annotated and raw text as it is learnt: read, of one convention, with the held-out fifth apart."""
