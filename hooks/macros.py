"""The entry of mkdocs-macros-plugin: gives authors the macros of `leergang.macros`."""

from typing import Any

from leergang.macros import macros


def define_env(env: Any) -> None:
    """Register every macro; events.py has put the course on the configuration."""
    for name, function in macros(env.conf.leergang.rendering, lambda: env.page.file.src_uri).items():
        env.macro(function, name)
