"""The theme's templates, without a look at its icons: Material has 14,000, and none of them is a page or an asset."""

import os
from collections.abc import Callable
from pathlib import Path

import jinja2


class FrameLoader(jinja2.FileSystemLoader):
    """Loads from folders as Jinja does, and lists nothing of a folder whose name begins with a full stop.

    The engine lists every file of the theme and passes those over: it is a twentieth of a build.
    """

    def list_templates(self) -> list[str]:
        """The path of each template below the folders."""
        found = set()
        for root in self.searchpath:
            for folder, below, files in os.walk(root):
                below[:] = [name for name in below if not name.startswith(".")]
                found |= {Path(folder, name).relative_to(root).as_posix() for name in files}
        return sorted(found)


def frame_environment(make: Callable[[], jinja2.Environment]) -> jinja2.Environment:
    """The environment of templates that `make` gives, with a loader that lists them sooner."""
    environment = make()
    if isinstance(environment.loader, jinja2.FileSystemLoader):
        environment.loader = FrameLoader(environment.loader.searchpath, encoding="utf-8")
    return environment
