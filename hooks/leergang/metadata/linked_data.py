"""A page in the terms of schema.org: the course on its home page, and each chapter and worksheet on its own.

Source: https://schema.org/Course and https://schema.org/LearningResource. What a page is for, in the words of LOM 1.0.
"""

import json
from collections.abc import Iterable
from typing import Any

from ..model import Course
from ..model.catalogue import Catalogue
from ..model.course import MODULES, WORKSHEETS
from .addresses import HOME, address_of, reference
from .vocabulary import BEGRIPPENKADER, LEVELS, duration, licence_address

Data = dict[str, Any]

CHAPTER, WORKSHEET = "narrative text", "exercise"


def linked_data(course: Course, uri: str, description: str) -> str:
    """JSON-LD for the page at `uri`, to stand in a script element; empty where it is no part of the course itself."""
    if uri == HOME:
        found = _course(course)
    elif chapter := course.chapter_at(uri):
        matter = chapter.matter
        found = _resource(course, uri, CHAPTER, matter.title, description, matter.minutes, matter.goals)
    elif worksheet := course.worksheet_at(uri):
        sheet = worksheet.matter
        found = _resource(course, uri, WORKSHEET, sheet.title, description, sheet.minutes, sheet.goals)
    else:
        return ""
    said = {key: value for key, value in found.items() if value not in ("", None, [], {})}
    text = json.dumps({"@context": "https://schema.org", **said}, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":  # no text of an author ends the element
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _course(course: Course) -> Data:
    outline = course.outline
    catalogue = outline.catalogue if outline else None
    total = duration(sum(course.minutes_of(moment) for moment in course.moments.values()))
    parts = [f"{MODULES}/{name}.md" for name in course.chapters] + [
        f"{WORKSHEETS}/{name}.md" for name in course.worksheets
    ]
    return {
        "@type": "Course",
        "@id": reference(course.settings, HOME, HOME),
        "url": address_of(course.settings, HOME),
        "identifier": course.settings.course,
        "name": course.title,
        "description": outline.description if outline else None,
        "inLanguage": course.settings.language,
        "timeRequired": total,
        "teaches": [goal.text for goal in outline.goals] if outline else [],
        **(_found_by(course, catalogue, total) if catalogue else {}),
        "hasPart": [{"@id": reference(course.settings, uri, HOME)} for uri in parts],  # what they are, each says itself
    }


def _found_by(course: Course, catalogue: Catalogue, total: str) -> Data:
    """What the author says for catalogues."""
    terms = [LEVELS[level] for level in catalogue.levels]
    publisher = course.school.file.name if course.school else catalogue.publisher
    return {
        **_rights(catalogue),
        "keywords": list(catalogue.keywords),
        "educationalLevel": [
            {
                "@type": "DefinedTerm",
                "@id": term.address,
                "name": {"@language": "nl", "@value": term.name},
                "termCode": term.id,
                "inDefinedTermSet": BEGRIPPENKADER,
            }
            for term in terms
        ],
        "audience": {"@type": "EducationalAudience", "educationalRole": list(catalogue.roles)},
        "provider": {"@type": "Organization", "name": publisher} if publisher else None,
        "image": address_of(course.settings, catalogue.picture.file) if catalogue.picture else None,
        "hasCourseInstance": {
            "@type": "CourseInstance", "courseMode": list(catalogue.modes), "courseWorkload": total, **_when(course),
        } if catalogue.modes else None,
    }  # fmt: skip


def _when(course: Course) -> Data:
    """From when to when a school has it, and where; nothing where it has no dates."""
    held = list(course.dated.values())
    if not held:
        return {}
    days = sorted(str(found.date) for found in held)
    places = dict.fromkeys(found.place for found in held if found.place)
    said = {"startDate": days[0], "endDate": days[-1]}
    return said | ({"location": [{"@type": "Place", "name": place} for place in places]} if places else {})


def _resource(
    course: Course, uri: str, kind: str, title: str, description: str, minutes: int, goals: Iterable[str]
) -> Data:
    texts = {goal.id: goal.text for goal in course.outline.goals} if course.outline else {}
    catalogue = course.outline.catalogue if course.outline else None
    home = reference(course.settings, HOME, uri)
    return {
        "@type": "LearningResource",
        "@id": reference(course.settings, uri, uri),
        "url": address_of(course.settings, uri),
        "name": title,
        "description": description,
        "inLanguage": course.settings.language,
        "learningResourceType": kind,
        "timeRequired": duration(minutes),
        "teaches": [texts[goal] for goal in goals],
        **(_rights(catalogue) if catalogue else {}),
        "isPartOf": {"@type": "Course", "@id": home, "name": course.title},
    }


def _rights(catalogue: Catalogue) -> Data:
    return {
        "license": licence_address(catalogue.licence) if catalogue.licence else None,
        "isAccessibleForFree": catalogue.cost == "no",
    }
