"""The data in pages: the course on its home page, each chapter and worksheet on its own, as schema.org has it."""

from collections.abc import Callable
from urllib.parse import urljoin

import fastjsonschema
import pytest

from ..conftest import Built, CourseDir
from .conftest import ADDRESS, HOSTILE, data_in, file_at
from .schemas import COURSE, RESOURCE, Schema

check_course, check_resource = fastjsonschema.compile(COURSE), fastjsonschema.compile(RESOURCE)


@pytest.fixture(params=["without", "hosted", "real", "minimal"])
def site(request: pytest.FixtureRequest, built: Callable[..., Built]) -> Built:
    return built("minimal") if request.param == "minimal" else request.getfixturevalue(request.param)


def resources(site: Built) -> dict[str, Schema]:
    found = {name: data_in(page) for name, page in site.pages().items() if name != "index.html"}
    return {name: data for name, data in found.items() if data}


def test_home_describes_the_course(site: Built) -> None:
    check_course({"description": "-", **data_in(site.page("index.html"))})


def test_each_chapter_and_worksheet_describes_itself_and_no_other_page_does(site: Built) -> None:
    found = resources(site)
    chapters = {name for name, data in found.items() if data["learningResourceType"] == "narrative text"}
    sheets = {name for name, data in found.items() if data["learningResourceType"] == "exercise"}
    pages = {name: page for name, page in site.pages().items() if not page.all("meta", http_equiv="refresh")}

    for data in found.values():
        check_resource(data)
    assert {name for name, page in pages.items() if page.all("meta", name="leergang:chapter")} == chapters
    assert {name for name in pages if name.startswith("tools/werkbladen/")} == sheets


def test_the_course_has_each_of_them_and_they_are_part_of_it(site: Built) -> None:
    home = data_in(site.page("index.html"))
    root = ADDRESS if "url" in home else "file:///site/"
    whole = {urljoin(f"{root}{name}", data["@id"]) for name, data in resources(site).items()}
    parents = {urljoin(f"{root}{name}", data["isPartOf"]["@id"]) for name, data in resources(site).items()}

    assert whole == {urljoin(root, part["@id"]) for part in home["hasPart"]}
    assert {urljoin(root, home["@id"])} == parents
    assert whole == {f"{root}{name}" for name in resources(site)}


def test_whole_addresses_lead_to_a_file(hosted: Built) -> None:
    home = data_in(hosted.page("index.html"))
    addresses = [home["url"], home["image"], *(part["@id"] for part in home["hasPart"])]
    addresses += [data["url"] for data in resources(hosted).values()]

    assert [] == [address for address in addresses if not file_at(hosted, address).is_file()]


def test_without_an_address_no_data_claims_one(without: Built) -> None:
    for data in [data_in(without.page("index.html")), *resources(without).values()]:
        assert set() == {"url", "image"} & set(data)
        assert "://" not in data["@id"]


def test_the_course_says_what_its_author_says(without: Built) -> None:
    data = data_in(without.page("index.html"))

    assert "brood-bakken" == data["identifier"]
    assert ["brood & deeg", "bakken"] == data["keywords"]
    assert ["MBO", "Voortgezet onderwijs"] == [level["name"]["@value"] for level in data["educationalLevel"]]
    assert ["learner"] == data["audience"]["educationalRole"]
    assert "De Korenaar, bakkerij" == data["provider"]["name"]
    assert ("https://creativecommons.org/publicdomain/zero/1.0/", False) == (
        data["license"],
        data["isAccessibleForFree"],
    )
    assert "hoe je voelt of deeg lang genoeg is gekneed" == data["teaches"][0]


def test_its_time_is_that_of_all_moments(without: Built) -> None:
    """Lesson 1 is two chapters of 20 and 15 minutes and two worksheets of 5 and 20; lesson 2 says 440; later is a diary of 5."""
    data = data_in(without.page("index.html"))

    assert "PT8H25M" == data["timeRequired"] == data["hasCourseInstance"]["courseWorkload"]


def test_a_chapter_says_what_it_teaches_and_how_long_it_takes(without: Built) -> None:
    data = data_in(without.page("modules/deeg/kneden.html"))

    assert (["hoe je voelt of deeg lang genoeg is gekneed"], "PT20M") == (data["teaches"], data["timeRequired"])


def test_a_title_of_signs_stays_a_title(hosted: Built) -> None:
    text = (hosted.path / "modules/deeg/rijzen.html").read_text(encoding="utf-8")
    inside = text.split('<script type="application/ld+json">')[1].split("</script>")[0]

    assert HOSTILE == data_in(hosted.page("modules/deeg/rijzen.html"))["name"]
    assert inside.endswith("}")
    assert set() == set("<>&") & set(inside)


def test_a_course_that_says_nothing_to_catalogues_claims_nothing(built: Callable[..., Built]) -> None:
    said = {"license", "isAccessibleForFree", "educationalLevel", "audience", "keywords", "hasCourseInstance"}
    site = built("minimal")

    assert [] == [name for name, page in site.pages().items() if said & set(data_in(page))]


def test_the_schema_is_strict() -> None:
    for wrong in ({"extra": 1}, {"timeRequired": "25 minutes"}, {"teaches": []}, {"@id": "/course/a.html"}):
        with pytest.raises(fastjsonschema.JsonSchemaValueException):
            check_resource({**GOOD, **wrong})
    check_resource(GOOD)


GOOD = {
    "@context": "https://schema.org", "@type": "LearningResource", "@id": "a.html", "name": "A", "description": "B",
    "inLanguage": "nl", "learningResourceType": "exercise", "timeRequired": "PT25M", "teaches": ["C"],
    "isPartOf": {"@type": "Course", "@id": "../index.html", "name": "D"},
}  # fmt: skip


def test_a_course_at_no_cost_says_so(showcase_dir: CourseDir, build: Callable[..., Built]) -> None:
    showcase_dir.edit("docs/cursus.yml", "  cost: yes\n  licence: CC0 1.0\n", "  cost: no\n")
    data = data_in(build(showcase_dir).page("index.html"))

    assert data["isAccessibleForFree"] is True
    assert "license" not in data
