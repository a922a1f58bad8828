"""What the search box of a site looks in: pages read as sections, analysed, and written as one script."""

from .analysis import Analyser, load_analyser
from .index import Document, render_index
from .sections import Section, read_sections

__all__ = ["Analyser", "Document", "Section", "load_analyser", "read_sections", "render_index"]
