"""How a page is set: its lines, what runs on and what stands alone, runs of text between displays."""

from wenmai.graph.page.layout.blocks import Part, read_parts
from wenmai.graph.page.layout.lines import Line, read_lines
from wenmai.graph.page.layout.shapes import Shape

__all__ = ["Line", "Part", "Shape", "read_lines", "read_parts"]
