"""What a bundle is made of, for who must know: sbom.cdx.json, in the form of CycloneDX 1.6.

What stands in the site itself is `required` and hangs on the course; what only made it is `excluded` and hangs on
leergang. It tells no time and nothing of the machine: its number follows from what it says.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import pypandoc
import yaml
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from ..model import Course
from ..settings import Settings
from ..sharing import Share
from .packages import SELF, Package, read_packages

SBOM = "sbom.cdx.json"
LOCK = "requirements/site.txt"
_ICONS = ".icons"
_THEME = "mkdocs-material"
_NUMBERS = UUID("6c2ae1c8-6f0b-5f0c-9e0a-5d2f5d0f6b1e")
"""Where the serial numbers of ours come from."""
_MODULE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
_DRAWN = re.compile(r'<svg [^>]*>(?:<!--.*?-->)?<path d=["\']([^"\']+)')
"""How an icon of Material stands in a page."""

Parts = Mapping[str, Mapping[str, Any]]


def render_sbom(course: Course, site: Path, version: str) -> str:
    """The text of sbom.cdx.json.

    Args:
        course: what the bundle is about.
        site: the finished site.
        version: of the course; empty where it has none.
    """
    drawn, described = _drawn(site), _of_course(course, version)
    asked = [described.name, described.version, described.description, bool(course.sources), sorted(drawn)]
    share = Share(course.settings.shared, "sbom", "", asked)
    return str(share.value(lambda: _render(course, described, drawn)))


def read_ahead(settings: Settings) -> None:
    """Read what takes long of every such file, for this process and those that are forked from it."""
    read_packages(settings.config.parent / LOCK)
    for name in list(_parts()["icons"])[:1]:  # the set that the theme itself draws with
        shapes_of(_templates() / _ICONS / name)


def _parts() -> Parts:
    parts: Parts = yaml.load(Path(__file__).with_name("parts.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return parts


def _templates() -> Path:
    """The folder of the theme.

    Raises:
        PackageNotFoundError: it isn't installed.
    """
    return Path(str(distribution(_THEME).locate_file("material/templates")))


def _render(course: Course, described: Component, drawn: set[str]) -> str:
    parts = _parts()
    packages = read_packages(course.settings.config.parent / LOCK)
    python = {name: _of_package(package) for name, package in packages.items()}
    shipped = [*_of_theme(parts, drawn, packages), *_fonts(parts["fonts"], course.settings.overrides)]
    made = [*_of_literature(parts["literature"])] if course.sources else []
    bom = Bom(components=[*python.values(), *shipped, *made], serial_number=_NUMBERS)
    bom.metadata.component = described
    bom.metadata.tools.components.add(_of_package(packages[SELF], ref="tool"))
    bom.register_dependency(described, [python[SELF], *shipped])
    bom.register_dependency(python[SELF], made)
    for name, package in packages.items():
        bom.register_dependency(python[name], [python[need] for need in package.needs if need in python])
    return _written(bom)


def _written(bom: Bom) -> str:
    """The document, without the time at which it was made, and with a number that is its own."""
    document = json.loads(JsonV1Dot6(bom).output_as_string())
    del document["metadata"]["timestamp"]
    content = json.dumps(document, ensure_ascii=False, sort_keys=True)
    document["serialNumber"] = uuid5(_NUMBERS, content).urn
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _component(name: str, licence: str = "", address: str = "", **more: Any) -> Component:
    """A component whose licence is an SPDX id or expression where it can be."""
    return Component(
        name=name,
        bom_ref=more.pop("bom_ref", None) or f"part:{name}",
        licenses=[LicenseFactory().make_from_string(licence)] if licence else [],
        external_references=[
            *([ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(address))] if address else []),
            *more.pop("external_references", ()),
        ],
        **more,
    )


def _of_course(course: Course, version: str) -> Component:
    """The course itself, which is what the document is about."""
    outline = course.outline
    catalogue = outline.catalogue if outline else None
    licence = str((catalogue and catalogue.licence) or "")
    return _component(
        course.settings.course,
        licence.replace(" ", "-") if licence.startswith("CC ") else licence,
        bom_ref="course",
        type=ComponentType.APPLICATION,
        version=version or None,
        description=outline.title if outline else None,
    )


def _of_package(package: Package, ref: str = "") -> Component:
    """A package of Python: leergang, whose scripts and styles are in the site, or what it needs to make one."""
    own = package.name == SELF
    purl = PackageURL("pypi", None, package.name, package.version)
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(str(purl)),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=content) for content in package.hashes],
    )
    return _component(
        package.name,
        package.licence,
        bom_ref=ref or str(purl),
        version=package.version,
        description=package.summary or None,
        scope=ComponentScope.REQUIRED if own else ComponentScope.EXCLUDED,
        purl=None if own else purl,
        external_references=[files] if package.hashes else [],
    )


def _part(part: Mapping[str, str], scope: ComponentScope = ComponentScope.REQUIRED, **more: Any) -> Component:
    """Something of others that parts.yml names."""
    return _component(part["name"], part["licence"], part["address"], version=part.get("version"), scope=scope, **more)


def _of_literature(parts: Mapping[str, Mapping[str, str]]) -> Iterator[Component]:
    """What makes the list of sources and the citations: pandoc, which writes them, and the style."""
    for name, part in parts.items():
        version = {"version": pypandoc.get_pandoc_version()} if name == "pandoc" else {}
        yield _part({**part, **version}, ComponentScope.EXCLUDED)


def _of_theme(parts: Parts, drawn: set[str], packages: Mapping[str, Package]) -> Iterator[Component]:
    """Material's scripts and styles, what others have in them, and the sets of its icons that are `drawn`."""
    try:
        templates = _templates()
    except PackageNotFoundError:
        return
    theme = packages.get(_THEME)
    if theme:
        purl = PackageURL("pypi", None, theme.name, theme.version, subpath="material/templates/assets")
        about = "Scripts and styles of Material for MkDocs"
        yield _component(
            f"{_THEME}-assets", theme.licence, version=theme.version, description=about, purl=purl,
            scope=ComponentScope.REQUIRED,
        )  # fmt: skip
    for name in sorted(modules_of(templates)):
        purl = PackageURL("npm", *name.rpartition("/")[::2]) if "/" in name else PackageURL("npm", None, name)
        licence = parts["modules"].get(name, "")
        yield _component(name, licence, bom_ref=f"npm:{name}", purl=purl, scope=ComponentScope.REQUIRED)
    for name in _icon_sets(drawn, templates / _ICONS, parts["icons"]):
        yield _part(parts["icons"][name], type=ComponentType.FILE)


def modules_of(templates: Path) -> set[str]:
    """The packages of npm in the scripts and styles of Material that a site holds, as their source maps name them."""
    maps = [*templates.glob("assets/javascripts/bundle.*.map"), *templates.glob("assets/stylesheets/*.map")]
    sources = [source for path in maps for source in json.loads(path.read_text(encoding="utf-8"))["sources"]]
    return {found[1] for source in sources if (found := _MODULE.search(source))}


def _drawn(site: Path) -> set[str]:
    """The shape of each drawing in a site."""
    paths = [*site.rglob("*.html"), *site.rglob("*.css")]
    return {shape for path in paths for shape in _DRAWN.findall(path.read_text(encoding="utf-8"))}


@cache
def shapes_of(icons: Path) -> frozenset[str]:
    """The shape of each icon in a folder."""
    paths = icons.rglob("*.svg")
    return frozenset(shape for path in paths for shape in _DRAWN.findall(path.read_text(encoding="utf-8")))


def _icon_sets(drawn: set[str], icons: Path, names: Iterable[str]) -> Iterator[str]:
    """The sets that `drawn` has an icon of; those that come first are looked in first."""
    for name in names:
        found = shapes_of(icons / name)
        if drawn & found:
            yield name
        drawn = drawn - found
        if not drawn:
            return


def _fonts(fonts: Mapping[str, Mapping[str, str]], overrides: Path) -> Iterator[Component]:
    """The fonts in a theme's folder, which slim.py puts in the stylesheet."""
    for pattern, font in fonts.items():
        if any(overrides.glob(pattern)):
            yield _part(font, type=ComponentType.FILE)
