"""What is known beforehand: divisions, countries, bodies, usual forms."""

from wenmai.graph.entity.known.gazetteer import Country, Division, Gazetteer, Level
from wenmai.graph.entity.known.names import Body, NameBook

__all__ = ["Body", "Country", "Division", "Gazetteer", "Level", "NameBook"]
