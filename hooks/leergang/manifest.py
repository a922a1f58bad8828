"""The web app manifest: what a phone needs to put the course on its home screen."""

import json
import re

ADDRESS = "manifest.webmanifest"
"""At the site's root. offline.js leads browsers to it: on a file share they may not read it, and say so."""
ICONS = {
    "favicon.svg": {"sizes": "any", "type": "image/svg+xml"},
    "icon-192.png": {"sizes": "192x192", "type": "image/png"},
    "icon-512.png": {"sizes": "512x512", "type": "image/png"},
    "icon-maskable-512.png": {"sizes": "512x512", "type": "image/png", "purpose": "maskable"},
}
"""The theme's, in overrides/assets/images."""
SHORT = 15
"""Letters that fit below an icon."""


def render_manifest(title: str, description: str, language: str, tokens: str) -> str:
    """The text of the manifest.

    It has no `id`: one that is written is relative to the host, which may have two courses; without, it is the start.
    `minimal-ui` keeps a way back and to reload, and on an iPhone it opens in the browser itself, where the answers
    and the copy are: an app of its own would have other storage there.

    Args:
        title: the name of the course.
        description: what it is, or an empty text.
        language: its code.
        tokens: the stylesheet that sets the course's colours.
    """
    said = {"name": title, "short_name": _short(title), "description": description, "lang": language, "dir": "ltr"}
    manifest = (
        {key: value for key, value in said.items() if value}
        | {"start_url": "index.html", "scope": "./", "display": "minimal-ui"}
        | {"theme_color": _colour("brand", tokens), "background_color": _colour("paper", tokens)}
        | {"icons": [{"src": f"assets/images/{name}", **icon} for name, icon in ICONS.items()]}
    )
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


def _short(title: str) -> str:
    """As many whole words of a title as fit below an icon; a first word that doesn't is cut off by the phone."""
    words = title.split()
    return max(
        (" ".join(words[:count]) for count in range(1, len(words) + 1)),
        key=lambda name: len(name) * (len(name) <= SHORT),
    )


def _colour(name: str, tokens: str) -> str:
    """The first value of a colour, which is the one in the light."""
    found = re.search(rf"--course-{name}: (#\w+);", tokens)
    if not found:
        raise LookupError(f"tokens.css sets no --course-{name}")
    return found[1]
