"""What others read about the course: the head of each page, and files for search engines and catalogues."""

from .head import Head, read_head
from .lom import LOM, render_lom
from .security import SECURITY, render_security
from .sitemap import SITEMAP, render_sitemap

__all__ = ["LOM", "SECURITY", "SITEMAP", "Head", "read_head", "render_lom", "render_security", "render_sitemap"]
