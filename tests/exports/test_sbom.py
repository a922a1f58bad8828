"""sbom.cdx.json: valid, complete, and the same for the same bundle."""

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from leergang.exports.packages import read_lock, read_packages
from leergang.exports.sbom import modules_of

from ..conftest import CourseDir
from ..projects import LEERGANG, ROOT, Run, copy_project, run

Leergang = Callable[..., Run]
Document = dict[str, Any]
LOCK = ROOT / "requirements/site.txt"
PARTS = yaml.safe_load((ROOT / "hooks/leergang/exports/parts.yml").read_text(encoding="utf-8"))
THEME = Path(str(distribution("mkdocs-material").locate_file("material/templates")))


def bundled(folder: Path) -> Document:
    """The document in the bundle of the course in a folder."""
    result = run([*LEERGANG, "bundle"], folder)
    assert result.returncode == 0, result.stderr
    (path,) = (folder / "dist").iterdir()
    with zipfile.ZipFile(path) as bundle:
        document: Document = json.loads(bundle.read("sbom.cdx.json"))
    return document


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """That of the course of this project, with its lock."""
    project = copy_project(tmp_path_factory.mktemp("real") / "project")
    (project / "requirements").mkdir()
    (project / "requirements/site.txt").write_bytes(LOCK.read_bytes())
    return bundled(project)


def named(document: Document) -> dict[str, Document]:
    found = {component["name"]: component for component in document["components"]}
    assert len(found) == len(document["components"]), "nothing is named twice"
    return found


def licences(component: Document) -> list[str]:
    each = component.get("licenses", [])
    return [one.get("expression") or one["license"].get("id") or f"named: {one['license']['name']}" for one in each]


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, str):
        yield value


def test_it_is_what_the_schema_says(real: Document) -> None:
    told = JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(real))

    assert told is None, told
    assert ("CycloneDX", "1.6") == (real["bomFormat"], real["specVersion"])


def test_every_package_of_the_lock_is_there_with_its_version_and_what_it_may_be_made_from(real: Document) -> None:
    locked = {
        name: (version, set(hashes))
        for name, versions in read_lock(LOCK).items()
        for version, hashes in versions.items()
    }
    found = {
        component["name"]: (
            component["version"],
            {one["content"] for reference in component["externalReferences"] for one in reference["hashes"]},
        )
        for component in real["components"]
        if component.get("purl", "").startswith("pkg:pypi/") and component["scope"] == "excluded"
    }

    assert locked == found
    assert all(hashes for _, hashes in locked.values())
    lines = re.findall(r"^(\S+)==", LOCK.read_text(encoding="utf-8"), re.M)
    assert len(lines) == len(locked) > 30


def test_what_others_made_in_the_site_is_named_with_its_licence(real: Document) -> None:
    parts = {name: licences(one) for name, one in named(real).items() if one["scope"] == "required"}

    assert ["OFL-1.1"] == parts["Atkinson Hyperlegible Next"] == parts["Bricolage Grotesque"]
    assert ["Apache-2.0"] == parts["Material Design Icons"] == parts["rxjs"]
    assert ["MIT"] == parts["mkdocs-material-assets"] == parts["leergang"]
    assert {"Octicons", "Simple Icons", "Font Awesome Free"}.isdisjoint(parts)
    assert [] == [name for name, found in parts.items() if not found or found[0].startswith("named:")]
    assert ["CC-BY-SA-4.0"] == licences(real["metadata"]["component"])
    made = named(real)
    assert (["GPL-2.0-or-later"], ["CC-BY-SA-3.0"]) == (
        licences(made["pandoc"]), licences(made["APA Style 7th edition (CSL)"])
    )  # fmt: skip
    assert re.fullmatch(r"\d+(\.\d+)+", made["pandoc"]["version"])


def test_every_licence_is_an_spdx_one_but_for_those_that_say_no_more_than_bsd(real: Document) -> None:
    odd = {one["name"]: licences(one) for one in real["components"] if not one.get("licenses")} | {
        one["name"]: found for one in real["components"] if (found := licences(one)) and found[0].startswith("named:")
    }

    assert {"colorama": ["named: BSD License"], "jinja2": ["named: BSD License"]} == odd


def test_everything_hangs_together(real: Document) -> None:
    names = {one["bom-ref"] for one in real["components"]} | {"course"}
    depends = {one["ref"]: set(one.get("dependsOn", [])) for one in real["dependencies"]}

    assert names == depends.keys()
    assert set().union(*depends.values()) <= names
    shipped = {one["bom-ref"] for one in real["components"] if one["scope"] == "required"}
    assert shipped == depends["course"]
    own = next(name for name in names if name.startswith("pkg:pypi/leergang@"))
    assert {"part:pandoc", next(name for name in names if name.startswith("pkg:pypi/mkdocs@"))} < depends[own]


def test_no_machine_or_moment_is_in_it_and_its_number_is_that_of_its_content(
    real: Document, course_dir: CourseDir
) -> None:
    first, again = bundled(course_dir.path), bundled(course_dir.path)
    course_dir.edit("docs/cursus.yml", "title: A good cup of tea", "title: A better cup of tea")
    other = bundled(course_dir.path)

    assert first == again
    assert first["serialNumber"] != other["serialNumber"] != real["serialNumber"]
    assert "timestamp" not in real["metadata"]
    odd = re.compile(rf"{re.escape(str(Path.home()))}(/|$)|/tmp/|site-packages|file:/|\b20\d\d-\d\d-\d\dT")
    assert [] == [text for document in (real, first) for text in texts(document) if odd.search(text)]


def test_a_course_without_a_lock_names_what_leergang_itself_asks_for(course_dir: CourseDir) -> None:
    found = named(bundled(course_dir.path))

    assert {"leergang", "mkdocs", "jinja2", "mkdocs-material", "pypandoc-binary", "urllib3"} < found.keys()
    assert {"pytest", "ruff", "playwright", "pandoc"}.isdisjoint(found), "what tests, or a list of sources, would need"
    assert distribution("mkdocs").version == found["mkdocs"]["version"]


def test_a_package_that_is_not_installed_is_not_named(tmp_path: Path) -> None:
    lock = tmp_path / "site.txt"
    lock.write_text("click==8 \\\n    --hash=sha256:" + 64 * "0" + "\nno-such-package==1.0\n")

    found = read_packages(lock)

    assert ["click", "leergang"] == sorted(found)
    assert ((), distribution("click").version) == (found["click"].hashes, found["click"].version), (
        "not that of the lock"
    )


def test_icons_of_another_set_are_named_when_a_page_shows_one(course_dir: CourseDir) -> None:
    course_dir.edit("mkdocs.yml", "  font: false\n", "  font: false\n  icon: {logo: octicons/book-24}\n")
    found = named(bundled(course_dir.path))

    assert {"Octicons", "Material Design Icons"} < found.keys()
    assert {"Simple Icons", "Font Awesome Free"}.isdisjoint(found)


def test_every_set_of_icons_module_and_font_has_a_licence_here() -> None:
    assert {path.name for path in (THEME / ".icons").iterdir() if path.is_dir()} == PARTS["icons"].keys()
    assert {"rxjs", "clipboard"} < modules_of(THEME) <= PARTS["modules"].keys()
    overrides = ROOT / "overrides"
    known = {path for pattern in PARTS["fonts"] for path in overrides.glob(pattern)}
    assert {path for path in overrides.rglob("*") if path.suffix in (".woff", ".woff2", ".ttf", ".otf")} == known
    readme = (overrides / "assets/fonts/README.md").read_text(encoding="utf-8")
    assert [] == [font for font in PARTS["fonts"].values() if f"{font['name']} {font['version']}," not in readme]
    style = (ROOT / "hooks/leergang/styles/apa.csl").read_text(encoding="utf-8")
    assert PARTS["literature"]["style"]["address"] in style
    assert 'license="http://creativecommons.org/licenses/by-sa/3.0/"' in style
