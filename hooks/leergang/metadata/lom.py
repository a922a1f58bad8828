"""lom.xml: the course as catalogues of learning material exchange it, in the fields that NL LOM asks for.

The names are those of IEEE 1484.12.3, the XML binding of Learning Object Metadata; NL LOM says which to use, and how:
https://www.edustandaard.nl/standaarden/afspraken/afspraak/nl-lom/.
"""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from ..model import Course
from ..model.catalogue import Catalogue
from .addresses import HOME, address_of
from .vocabulary import BEGRIPPENKADER, LEVELS, LICENCES, duration, licence_address, licence_code

LOM = "lom.xml"
NAMESPACE = "http://ltsc.ieee.org/xsd/LOM"
SOURCE = "LOMv1.0"
PROFILE = "nl_lom_v1p0"
NO_LANGUAGE = "x-none"
SERIES_OF_LESSONS = "4"


def render_lom(course: Course, catalogue: Catalogue) -> str:
    """The text of the file."""
    root = Element("lom", xmlns=NAMESPACE)
    _general(root, course, catalogue)
    if publisher := course.school.file.name if course.school else catalogue.publisher:
        _publisher(root, publisher)
    about = SubElement(root, "metaMetadata")
    for schema in (SOURCE, PROFILE):
        _text(about, "metadataSchema", schema)
    _text(about, "language", course.settings.language)
    technical = SubElement(root, "technical")
    _text(technical, "format", "text/html")
    if address := address_of(course.settings, HOME):
        _text(technical, "location", address)
    education = SubElement(root, "educational")
    for role in catalogue.roles:
        _term(education, "intendedEndUserRole", role)
    time = sum(course.minutes_of(moment) for moment in course.moments.values())
    _text(SubElement(education, "typicalLearningTime"), "duration", duration(time))
    _rights(root, catalogue)
    _levels(root, catalogue)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _general(root: Element, course: Course, catalogue: Catalogue) -> None:
    language = course.settings.language
    general = SubElement(root, "general")
    _identifier(general, "leergang", course.settings.course)
    if address := address_of(course.settings, HOME):
        _identifier(general, "uri", address)
    _string(general, "title", course.title, language)
    _text(general, "language", language)
    description = course.outline.description if course.outline else None
    _string(general, "description", description or course.title, language)
    for keyword in catalogue.keywords:
        _string(general, "keyword", keyword, language)
    _term(general, "aggregationLevel", SERIES_OF_LESSONS)


def _identifier(general: Element, catalog: str, entry: str) -> None:
    identifier = SubElement(general, "identifier")
    _text(identifier, "catalog", catalog)
    _text(identifier, "entry", entry)


def _publisher(root: Element, name: str) -> None:
    contribute = SubElement(SubElement(root, "lifeCycle"), "contribute")
    _term(contribute, "role", "publisher")
    safe = name.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    card = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{safe}", f"N:{safe}", f"ORG:{safe}", "END:VCARD"]
    _text(contribute, "entity", "\n".join(card))


def _rights(root: Element, catalogue: Catalogue) -> None:
    rights = SubElement(root, "rights")
    _term(rights, "cost", catalogue.cost)
    if catalogue.licence:
        _term(rights, "copyrightAndOtherRestrictions", licence_code(catalogue.licence), LICENCES)
        _string(rights, "description", licence_address(catalogue.licence), NO_LANGUAGE)
    else:
        _term(rights, "copyrightAndOtherRestrictions", "yes")


def _levels(root: Element, catalogue: Catalogue) -> None:
    classification = SubElement(root, "classification")
    _term(classification, "purpose", "educational level")
    for level in catalogue.levels:
        path = SubElement(classification, "taxonPath")
        _string(path, "source", BEGRIPPENKADER, NO_LANGUAGE)
        taxon = SubElement(path, "taxon")
        _text(taxon, "id", LEVELS[level].id)
        _string(taxon, "entry", LEVELS[level].name, "nl")


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _string(parent: Element, tag: str, text: str, language: str) -> None:
    """A text with the language that it is in."""
    SubElement(SubElement(parent, tag), "string", language=language).text = text


def _term(parent: Element, tag: str, value: str, source: str = SOURCE) -> None:
    """A word of a vocabulary, with the vocabulary that it is from."""
    term = SubElement(parent, tag)
    _text(term, "source", source)
    _text(term, "value", value)
