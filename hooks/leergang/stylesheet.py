"""One stylesheet of many files, each in its own cascade layer.

What is in a later layer wins whatever its selectors, so that a component's file needs none that are stronger than
Material's; and a reader's browser asks once.
"""

import re
from collections.abc import Callable, Iterable
from fnmatch import fnmatch

FOLDER = "assets/stylesheets/"
ENTRY = f"{FOLDER}course.css"
_IMPORT = re.compile(r'^@import url\("([^"]+)"\) layer\(([\w.-]+)\);\n', re.M)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_INDENT = re.compile(r"\n\s*")
_CHARSET = re.compile(r'@charset "[^"]*";', re.I)


def bundle(entry: str, paths: Iterable[str], read: Callable[[str], str]) -> tuple[str, list[str]]:
    """The entry with each of its imports in the place of it.

    Args:
        entry: the text of the entry; what it imports are files in its folder, `*` standing for the part of a name
            that changes with the version.
        paths: every stylesheet there is.
        read: gives the text of one.

    Returns:
        The whole stylesheet, and the paths that are in it.

    Raises:
        LookupError: an import names no file, or more than one.
    """
    known, used = sorted(paths), []

    def layer(found: re.Match[str]) -> str:
        named = [path for path in known if fnmatch(path, FOLDER + found[1])]
        if len(named) != 1:
            raise LookupError(f"{ENTRY}: '{found[1]}' should be one stylesheet, found {named or 'none'}")
        used.append(named[0])
        return f"@layer {found[2]} {{\n{_bare(read(named[0]))}\n}}\n"

    return _IMPORT.sub(layer, _bare(entry) + "\n"), used


def _bare(text: str) -> str:
    """The text without comments and indentation."""
    return _INDENT.sub("\n", _CHARSET.sub("", _COMMENT.sub("", text))).strip()
