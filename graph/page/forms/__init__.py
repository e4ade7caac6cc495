"""The set forms of a page: by-lines, datelines, credits, jump lines, dates, furniture."""

from wenmai.graph.page.forms.bylines import read_credit
from wenmai.graph.page.forms.credit import Credit, Credited
from wenmai.graph.page.forms.jumps import Jump, JumpKind, read_jump
from wenmai.graph.page.forms.names import Name, looks_like_name, read_names

__all__ = [
    "Credit",
    "Credited",
    "Jump",
    "JumpKind",
    "Name",
    "looks_like_name",
    "read_credit",
    "read_jump",
    "read_names",
]
