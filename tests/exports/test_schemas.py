"""The JSON Schemas of what authors write: they know every key that the model knows, and no other."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from leergang.exports.schemas import FILES, export_schemas
from leergang.model.answers import Answer, AnsweredItem, AnswersFile, Aside, Kept
from leergang.model.catalogue import Catalogue, CataloguePicture
from leergang.model.content import CHAPTER_ID, SLUG, PageMatter
from leergang.model.fields import FIELD_KINDS, Asked, Choice, TableField
from leergang.model.glossary import GlossaryFile, Synonyms, SynonymsFile, Term
from leergang.model.literature import Date, Name, Source
from leergang.model.outline import ChapterMatter, CourseOutline, Goal, Module, Moment, Part
from leergang.model.reflection import Reflection, ReflectionsFile
from leergang.model.school import (
    Colours,
    Contact,
    Logo,
    MadeFor,
    Replaced,
    SchoolChapter,
    SchoolFile,
    SchoolMoment,
    Security,
)
from leergang.model.worksheet import WorksheetMatter
from leergang.strings import load_strings

from ..conftest import COURSES
from ..projects import ROOT

OBJECTS: dict[str, list[type[BaseModel]]] = {
    "course": [CourseOutline, Catalogue, CataloguePicture, Module, Moment, Part, Goal],
    "page": [PageMatter],
    "chapter": [ChapterMatter],
    "worksheet": [WorksheetMatter, Choice],
    "reflections": [ReflectionsFile, Reflection],
    "glossary": [GlossaryFile, Term],
    "literature": [Source, Name, Date],
    "synonyms": [SynonymsFile, Synonyms],
    "school": [SchoolFile, Logo, Colours, SchoolMoment, SchoolChapter, Contact, Security, MadeFor, Replaced],
    "answers": [AnswersFile, AnsweredItem, Answer, Kept, Aside],
}
"""Each schema with the models in it; the kinds of field are looked for by themselves."""

Schema = dict[str, Any]


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Schema]:
    """Every schema by its name, as an editor gets it."""
    folder = tmp_path_factory.mktemp("schemas")
    return {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in export_schemas(folder, load_strings("nl"))
    }


def keys(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def objects(schema: Schema) -> dict[str, Schema]:
    """Every kind of mapping in a schema by its title."""
    return {found["title"]: found for found in (schema, *schema.get("$defs", {}).values()) if "properties" in found}


def kinds(model: type[Asked]) -> Iterator[type[Asked]]:
    """A question and every kind of question made from it."""
    yield model
    for found in model.__subclasses__():
        yield from kinds(found)


def test_there_is_a_schema_for_every_kind_of_file(schemas: dict[str, Schema]) -> None:
    assert sorted(OBJECTS) == sorted(schemas)
    assert sorted(FILES) == sorted(schemas)


@pytest.mark.parametrize(("name", "model"), [(name, model) for name, models in OBJECTS.items() for model in models])
def test_a_schema_names_every_key_of_the_model_and_no_other(
    name: str, model: type[BaseModel], schemas: dict[str, Schema]
) -> None:
    found = objects(schemas[name])[model.__name__]

    assert sorted(keys(model)) == sorted(found["properties"])
    assert found["additionalProperties"] is (name == "answers"), (
        "what authors write is checked, what readers keep may grow"
    )


def test_a_worksheet_knows_every_kind_of_field_and_column(schemas: dict[str, Schema]) -> None:
    shown = {model.__name__: keys(model) for model in kinds(Asked) if "kind" in model.model_fields}
    found = objects(schemas["worksheet"])

    assert shown == {title: set(found[title]["properties"]) for title in shown}
    mapping = found["WorksheetMatter"]["properties"]["fields"]["items"]["discriminator"]["mapping"]
    assert sorted(FIELD_KINDS) == sorted(mapping)
    columns = found[TableField.__name__]["properties"]["columns"]["items"]["discriminator"]["mapping"]
    assert sorted(set(mapping) - {"table"}) == sorted(columns)


def test_a_schema_says_what_must_be_there(schemas: dict[str, Schema]) -> None:
    assert ["title", "goals", "minutes", "keypoints"] == schemas["chapter"]["required"]
    assert ["title"] == schemas["page"]["required"]
    assert ["id", "type", "title"] == schemas["literature"]["$defs"]["Source"]["required"]


def test_a_schema_knows_what_an_id_looks_like(schemas: dict[str, Schema]) -> None:
    chapter = schemas["chapter"]["properties"]

    assert [SLUG, CHAPTER_ID] == [chapter[key]["items"]["pattern"] for key in ("goals", "before")]


def test_an_editor_shows_what_a_key_is_for(schemas: dict[str, Schema]) -> None:
    worksheet = schemas["worksheet"]["$defs"]

    assert "Het voorblad van een hoofdstuk." == schemas["chapter"]["description"]
    assert "Een tabel met rijen en kolommen." == worksheet["TableField"]["description"]
    assert "Het laagste getal van de schaal." == worksheet["ScaleField"]["properties"]["min"]["description"]
    assert "De vraag, zoals de lezer die ziet." == worksheet["TextField"]["properties"]["label"]["description"]
    assert "Wat de lezer ziet." == worksheet["Choice"]["properties"]["label"]["description"]


CSL = {"literature"}
"""Of the 100 names that CSL-JSON knows only those are explained that sources have here; Zotero writes them."""


@pytest.mark.parametrize("name", sorted(OBJECTS.keys() - {"answers"}))
def test_every_key_and_mapping_is_explained(name: str, schemas: dict[str, Schema]) -> None:
    found = objects(schemas[name])
    keys = {(title, key): value for title, kind in found.items() for key, value in kind["properties"].items()}
    used = {key for _, data in written(name) for item in data for key in item} if name in CSL else set()

    assert [] == [title for title, kind in found.items() if not kind.get("description", "").endswith(".")]
    unexplained = [key for key, value in keys.items() if "description" not in value]
    assert [] == [key for key in unexplained if name not in CSL or key[1] in used]


def test_there_are_no_words_for_keys_that_are_not_there(schemas: dict[str, Schema]) -> None:
    used = {
        (title, key)
        for schema in schemas.values()
        for title, kind in objects(schema).items()
        for key in ("about", *kind["properties"])
    }
    words = {tuple(key.split(".")[1:]) for key in sorted(load_strings("nl").keys()) if key.startswith("schemas.")}

    assert set() == {found for found in words if found not in used and found[0] != "any"}
    kinds = [
        key.split(".") for key in sorted(load_strings("nl").keys()) if key.startswith("kinds.") and ".keys." in key
    ]
    assert set() == {(f"{kind.capitalize()}Field", key) for _, kind, _, key in kinds} - used
    assert set() == {key for title, key in words if title == "any" and key not in {name for _, name in used}}


def written(name: str) -> list[tuple[str, Any]]:
    """Every piece of that kind in the test courses and the real one: its file, and its data."""
    files = {"course": "cursus.yml", "reflections": "tools/reflectievragen.yml", "glossary": "tools/begrippen.yml",
             "synonyms": "tools/zoekwoorden.yml", "literature": "tools/literatuur.json"}  # fmt: skip
    folders = {"worksheet": "tools/werkbladen/*.md", "chapter": "modules/*/[!i]*.md"}
    docs = [ROOT / "docs", *(COURSES / course / "docs" for course in ("minimal", "showcase"))]
    if name == "school":
        return [(path.relative_to(ROOT).as_posix(), _data(path)) for path in sorted(ROOT.glob("examples/*/school.yml"))]
    paths = [path for folder in docs for path in sorted(folder.glob(files.get(name) or folders.get(name) or "*.md"))]
    return [(path.relative_to(ROOT).as_posix(), _data(path)) for path in paths if path.name != "index.md"]


def _data(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = text.split("---\n")[1]
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes text of everything, and so can't do harm


def strange(data: Any, schema: Schema, root: Schema) -> Iterator[str]:
    """Every key in `data` that `schema` doesn't name."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    options = schema.get("oneOf", schema.get("anyOf", []))
    if "discriminator" in schema:
        chosen = schema["discriminator"]["mapping"][data["kind"]]
        options = [{"$ref": chosen}]
    if options:
        found = [list(strange(data, option, root)) for option in options if _takes(data, option, root)]
        yield from min(found, key=len, default=["no option"])
    elif isinstance(data, dict) and "properties" in schema:
        for key, value in data.items():
            if key not in schema["properties"]:
                yield key
            else:
                yield from strange(value, schema["properties"][key], root)
    elif isinstance(data, list):
        for item in data:
            yield from strange(item, schema.get("items", {}), root)


def _takes(data: Any, schema: Schema, root: Schema) -> bool:
    found = root["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    kind = {dict: "object", list: "array"}.get(type(data), "scalar")
    return kind == found.get("type") or (kind == "scalar" and found.get("type") not in ("object", "array"))


@pytest.mark.parametrize("name", [name for name in OBJECTS if name != "answers"])
def test_every_key_that_authors_write_is_in_the_schema(name: str, schemas: dict[str, Schema]) -> None:
    found = written(name)
    unknown = {path: list(strange(data, schemas[name], schemas[name])) for path, data in found}

    assert {} == {path: keys for path, keys in unknown.items() if keys}
    assert found, "there is something to look at"


def test_a_key_that_is_misspelt_is_strange(schemas: dict[str, Schema]) -> None:
    fields = [{"id": "a", "kind": "choice", "label": "b", "options": [{"id": "c", "labl": "d"}]}]
    data = {"titel": "Tea", "fields": fields}

    assert ["titel", "labl"] == list(strange(data, schemas["worksheet"], schemas["worksheet"]))
