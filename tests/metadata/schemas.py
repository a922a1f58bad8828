"""What we promise of the data for machines: JSON Schemas for the data in pages; lom.xsd beside this file is for lom.xml."""

from typing import Any

DURATION = {"type": "string", "pattern": r"^PT(?=\d)(?:\d+H)?(?:\d+M)?$"}
TEXT = {"type": "string", "minLength": 1}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
TEXTS = {"type": "array", "items": TEXT, "minItems": 1, "uniqueItems": True}
REFERENCE = {"type": "string", "pattern": r"^(?:https?://[^\s]+|(?!/)[^:\s]+)\.html$"}
"""A whole address, or one from page to page."""
ADDRESS = {"type": "string", "pattern": r"^https?://[^/\s]+/\S+$"}
LICENCE = {"type": "string", "pattern": r"^https://creativecommons\.org/(?:licenses|publicdomain)/[a-z-]+/\d\.\d/$"}
BEGRIP = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

Schema = dict[str, Any]


def record(required: str, **properties: Any) -> Schema:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [{"id": "@id", "type": "@type", "context": "@context"}.get(key, key) for key in required.split()],
        "additionalProperties": False,
    }


def named(kind: str, **properties: Any) -> Schema:
    """The keys of something of a kind."""
    return {"@type": {"const": kind}, **properties}


SHARED = {
    "@context": {"const": "https://schema.org"},
    "@id": REFERENCE,
    "url": ADDRESS,
    "name": TEXT,
    "description": TEXT,
    "inLanguage": {"type": "string", "pattern": "^[a-z]{2}(?:-[A-Z]{2})?$"},
    "timeRequired": DURATION,
    "teaches": TEXTS,
    "license": LICENCE,
    "isAccessibleForFree": {"type": "boolean"},
}

LEVEL = record(
    "type id name termCode inDefinedTermSet",
    **named(
        "DefinedTerm",
        **{"@id": {"type": "string", "pattern": f"^http://purl\\.edustandaard\\.nl/begrippenkader/{BEGRIP}$"}},
        name=record("@language @value", **{"@language": {"const": "nl"}, "@value": TEXT}),
        termCode={"type": "string", "pattern": f"^{BEGRIP}$"},
        inDefinedTermSet={"const": "http://purl.edustandaard.nl/begrippenkader"},
    ),
)

COURSE = record(
    "context type id identifier name description inLanguage timeRequired teaches hasPart",
    **named("Course", **SHARED),
    identifier={"type": "string", "pattern": "^[a-z0-9-]+$"},
    keywords=TEXTS,
    educationalLevel={"type": "array", "items": LEVEL, "minItems": 1},
    audience=record("type educationalRole", **named("EducationalAudience", educationalRole=TEXTS)),
    provider=record("type name", **named("Organization", name=TEXT)),
    image=ADDRESS,
    hasCourseInstance=record(
        "type courseMode courseWorkload",
        **named(
            "CourseInstance",
            courseMode={"type": "array", "items": {"enum": ["onsite", "online"]}, "minItems": 1},
            courseWorkload=DURATION,
            startDate=DAY,
            endDate=DAY,
            location={"type": "array", "items": record("type name", **named("Place", name=TEXT)), "minItems": 1},
        ),
    ),
    hasPart={"type": "array", "items": record("id", **{"@id": REFERENCE}), "minItems": 1, "uniqueItems": True},
)

RESOURCE = record(
    "context type id name description inLanguage learningResourceType timeRequired teaches isPartOf",
    **named("LearningResource", **SHARED),
    learningResourceType={"enum": ["narrative text", "exercise"]},
    isPartOf=record("type id name", **named("Course", **{"@id": REFERENCE}, name=TEXT)),
)
