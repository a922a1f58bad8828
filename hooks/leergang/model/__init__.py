"""The course: read, shaped and joined. It knows no MkDocs and renders nothing."""

from .course import Course
from .load import load_course

__all__ = ["Course", "load_course"]
