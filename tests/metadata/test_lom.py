"""lom.xml: the course as catalogues of learning material take it."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema

from leergang.metadata.vocabulary import duration, licence_address, licence_code

from ..conftest import Built, CourseDir
from .conftest import ADDRESS, links

SCHEMA = xmlschema.XMLSchema(Path(__file__).with_name("lom.xsd"))
LOM = "{http://ltsc.ieee.org/xsd/LOM}"
CURSUS = "docs/cursus.yml"


def said(site: Built, path: str) -> list[str]:
    """The texts at a path below the root."""
    root = ElementTree.parse(site.path / "lom.xml").getroot()  # noqa: S314 - our own
    found = root.findall("/".join(f"{LOM}{step}" for step in path.split("/")))
    return ["".join(element.itertext()).strip() for element in found]


@pytest.mark.parametrize("name", ["without", "hosted", "real"])
def test_it_is_what_it_promises_to_be(name: str, request: pytest.FixtureRequest) -> None:
    SCHEMA.validate(request.getfixturevalue(name).path / "lom.xml")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<cost>", "<costs>"),
        ("<value>teacher</value>", "<value>leraar</value>"),
        ("<value>cc-by-sa-40</value>", "<value>CC BY-SA 4.0</value>"),
        ("<id>512e4729", "<id>po-512e4729"),
        (' language="nl"', ""),
        ("PT22H25M", "22:25"),
        (">nl_lom_v1p0<", "><"),
    ],
)
def test_the_schema_is_strict(right: str, wrong: str, real: Built) -> None:
    text = (real.path / "lom.xml").read_text(encoding="utf-8")
    changed = text.replace(right, wrong).replace(right.replace("<", "</"), wrong.replace("<", "</"))

    assert SCHEMA.is_valid(text)
    assert text != changed
    assert not SCHEMA.is_valid(changed)


def test_only_home_leads_to_it(without: Built) -> None:
    assert ["lom.xml"] == links(without.page("index.html"), "describedby")
    assert [] == links(without.page("doelen.html"), "describedby")


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("general/title/string", ["Brood bakken"]),
        ("general/language", ["nl"]),
        ("general/description/string", ["Een korte cursus voor wie zelf brood wil leren bakken."]),
        ("general/keyword/string", ["brood & deeg", "bakken"]),
        ("educational/intendedEndUserRole/value", ["learner"]),
        ("educational/typicalLearningTime/duration", ["PT8H25M"]),
        ("rights/cost/value", ["yes"]),
        ("rights/copyrightAndOtherRestrictions/value", ["cc0-10"]),
        ("rights/description/string", ["https://creativecommons.org/publicdomain/zero/1.0/"]),
        ("classification/taxonPath/taxon/entry/string", ["MBO", "Voortgezet onderwijs"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_it_says_what_the_author_says(path: str, texts: list[str], without: Built) -> None:
    assert texts == said(without, path)


def test_it_names_the_course_by_its_id_and_by_its_address_where_it_has_one(without: Built, hosted: Built) -> None:
    home = f"{ADDRESS}index.html"

    assert ["brood-bakken"] == said(without, "general/identifier/entry")
    assert ["brood-bakken", home] == said(hosted, "general/identifier/entry")
    assert ["leergang", "uri"] == said(hosted, "general/identifier/catalog")
    assert [] == said(without, "technical/location")
    assert [home] == said(hosted, "technical/location")


def test_a_publisher_is_a_card(without: Built) -> None:
    (card,) = said(without, "lifeCycle/contribute/entity")

    assert ["BEGIN:VCARD", "VERSION:3.0", r"FN:De Korenaar\, bakkerij"] == card.split("\n")[:3]


def test_without_a_licence_the_law_says_what_is_allowed(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    showcase_dir.edit(CURSUS, "  licence: CC0 1.0\n", "")
    site = build(showcase_dir)

    SCHEMA.validate(site.path / "lom.xml")
    assert ["LOMv1.0"] == said(site, "rights/copyrightAndOtherRestrictions/source")
    assert ["yes"] == said(site, "rights/copyrightAndOtherRestrictions/value")


def test_a_course_that_says_nothing_to_catalogues_has_none(built: Callable[..., Built]) -> None:
    site = built("minimal")

    assert not (site.path / "lom.xml").exists()
    assert [] == links(site.page("index.html"), "describedby")


@pytest.mark.parametrize(
    ("licence", "code", "address"),
    [
        ("CC BY 4.0", "cc-by-40", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-SA 4.0", "cc-by-nc-sa-40", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("CC0 1.0", "cc0-10", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ],
)
def test_a_licence_as_others_know_it(licence: str, code: str, address: str) -> None:
    assert (code, address) == (licence_code(licence), licence_address(licence))


@pytest.mark.parametrize(("minutes", "text"), [(0, "PT0M"), (59, "PT59M"), (60, "PT1H"), (1345, "PT22H25M")])
def test_a_duration_as_others_know_it(minutes: int, text: str) -> None:
    assert text == duration(minutes)
