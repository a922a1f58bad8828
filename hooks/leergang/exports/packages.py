"""The Python packages that make a site: which they are, and what their own metadata says of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

SELF = "leergang"
_LOCKED = re.compile(r"^([\w.-]+)==(\S+)(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_CLASSIFIED: Mapping[str, str] = {
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
"""Licences as PyPI classifies them, where that says which one it is; "BSD License" doesn't."""
_NOTHING = ("", "UNKNOWN")


@dataclass(frozen=True)
class Package:
    """A package that is installed."""

    name: str
    """In the one form in which names are compared."""
    version: str
    licence: str
    """An SPDX expression where the package gives one, else its own words; empty where it says nothing."""
    summary: str
    needs: tuple[str, ...]
    """The packages that it asks for, on any system and for any Python; they may not be installed."""
    hashes: tuple[str, ...] = ()
    """The SHA-256 of each of its files that the lock allows."""


@cache
def read_packages(lock: Path) -> Mapping[str, Package]:
    """Every package that makes a site, ours among them, by its name.

    Args:
        lock: what is to be installed, with hashes: the same list on every system. Where there is no such file, what
            leergang asks for is followed through what is installed here.
    """
    locked = read_lock(lock)
    waiting, found = [SELF, *locked], dict[str, Package]()
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            package = _package(distribution(name), locked.get(name, {}))
        except PackageNotFoundError:
            continue  # of another system or Python, or an optional one
        found[name] = package
        waiting += [] if locked else package.needs
    return dict(sorted(found.items()))


def read_lock(lock: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each package that a lock names, the hashes of its version."""
    text = lock.read_text(encoding="utf-8") if lock.is_file() else ""
    return {
        canonicalize_name(name): {version: tuple(sorted(_HASH.findall(rest)))}
        for name, version, rest in _LOCKED.findall(text)
    }


def _package(found: Distribution, hashes: Mapping[str, tuple[str, ...]]) -> Package:
    asked = [Requirement(line) for line in found.requires or ()]
    needs = {canonicalize_name(each.name) for each in asked if "extra" not in str(each.marker or "")}
    return Package(
        name=canonicalize_name(found.metadata["Name"]),
        version=found.version,
        licence=_licence(found),
        summary=_said(found, "Summary"),
        needs=tuple(sorted(needs)),
        hashes=hashes.get(found.version, ()),
    )


def _said(found: Distribution, key: str) -> str:
    """What a package says of itself; empty where it says nothing."""
    return str((found.metadata.get_all(key) or [""])[0]).strip()


def _licence(found: Distribution) -> str:
    if expression := _said(found, "License-Expression"):
        return expression
    lines = found.metadata.get_all("Classifier") or []
    classified = [line.rpartition(" :: ")[2] for line in lines if line.startswith("License ::")]
    if len(classified) == 1 and classified[0] in _CLASSIFIED:
        return _CLASSIFIED[classified[0]]
    own = _said(found, "License")
    if own not in _NOTHING and "\n" not in own:
        return _CLASSIFIED.get(own, own)
    return " / ".join(classified)
