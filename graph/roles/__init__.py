"""Who holds which office, who belongs where, who runs or issued a programme: from the words around names."""

from wenmai.graph.roles.finding import find_roles
from wenmai.graph.roles.values import Affiliation, Position, ProgrammeTie, Roles, Tie

__all__ = ["Affiliation", "Position", "ProgrammeTie", "Roles", "Tie", "find_roles"]
