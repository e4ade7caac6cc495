"""Who is who: mentions become entities by rules that a person can read and overrule."""

from wenmai.graph.entity.decisions import NO_DECISIONS, Decision, Decisions, Verb, with_decision
from wenmai.graph.entity.known.gazetteer import Country, Division, Gazetteer, Level
from wenmai.graph.entity.known.names import Body, NameBook
from wenmai.graph.entity.resolution import Doubt, Problem, Resolution, Trouble, Why
from wenmai.graph.entity.resolving import resolve

__all__ = [
    "NO_DECISIONS",
    "Body",
    "Country",
    "Decision",
    "Decisions",
    "Division",
    "Doubt",
    "Gazetteer",
    "Level",
    "NameBook",
    "Problem",
    "Resolution",
    "Trouble",
    "Verb",
    "Why",
    "resolve",
    "with_decision",
]
