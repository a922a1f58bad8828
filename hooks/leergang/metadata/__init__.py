"""What others read about the course: the head of each page, and files for search engines and catalogues."""

from .head import Head, read_head
from .lom import LOM, render_lom
from .sitemap import SITEMAP, render_sitemap

__all__ = ["LOM", "SITEMAP", "Head", "read_head", "render_lom", "render_sitemap"]
