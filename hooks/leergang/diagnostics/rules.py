"""The list of rules: each promise about the course by its name, and how much it weighs.

Its words are in strings/, its wrong and right example in examples.yml.
"""

from enum import Enum
from typing import Self


class Severity(Enum):
    """Errors break a page or an answer; warnings make the course weaker."""

    ERROR = "error"
    WARNING = "warning"


class Rule(Enum):
    """One promise about the course. The value is its name in messages."""

    severity: Severity
    """Whether breaking this promise stops the build."""

    def __new__(cls, name: str, severity: Severity = Severity.ERROR) -> Self:
        rule = object.__new__(cls)
        rule._value_ = name
        rule.severity = severity
        return rule

    # files
    UNREADABLE = "bestand-onleesbaar"
    NOT_UTF8 = "geen-utf8"
    EMPTY_FILE = "leeg-bestand"
    CONFLICT_SIGNS = "twee-versies"
    NO_FRONT_MATTER = "geen-voorblad"
    OPEN_FRONT_MATTER = "voorblad-open"
    YAML_SYNTAX = "yaml-fout"
    YAML_TAB = "yaml-tab"
    YAML_QUOTES = "yaml-aanhaling"
    YAML_ITEM = "yaml-streepje"
    YAML_REMARK = "yaml-hekje"
    YAML_TAG = "yaml-label"
    YAML_ALIAS = "yaml-verwijzing"
    YAML_DEPTH = "yaml-te-diep"
    DUPLICATE_KEY = "dubbele-sleutel"
    JSON_SYNTAX = "json-fout"
    # shapes
    UNKNOWN_KEY = "onbekende-sleutel"
    MISSING_KEY = "sleutel-ontbreekt"
    WRONG_TYPE = "verkeerd-type"
    INVALID_ID = "ongeldig-id"
    INVALID_EXAMPLE = "voorbeeld-past-niet"
    DUPLICATE_ID = "dubbel-id"
    # the course
    MISSING_CHAPTER = "hoofdstuk-ontbreekt"
    UNNAMED_CHAPTER = "hoofdstuk-niet-genoemd"
    UNPLACED_CHAPTER = "hoofdstuk-zonder-moment"
    TWICE_LISTED = "hoofdstuk-dubbel-genoemd"
    MISPLACED_CHAPTER = "hoofdstuk-in-andere-map"
    MISSING_OVERVIEW = "module-zonder-overzicht"
    UNCOVERED_GOAL = "doel-zonder-hoofdstuk"
    UNPRACTISED_GOAL = "doel-zonder-oefening"
    NO_PRACTICE = "hoofdstuk-zonder-oefening", Severity.WARNING
    MINUTES_DIFFER = "tijd-klopt-niet", Severity.WARNING
    MISSING_PART = "onderdeel-ontbreekt", Severity.WARNING
    # references
    UNKNOWN_GOAL = "onbekend-doel"
    UNKNOWN_MOMENT = "onbekend-moment"
    UNKNOWN_CHAPTER = "onbekend-hoofdstuk"
    UNKNOWN_WORKSHEET = "onbekend-werkblad"
    UNKNOWN_FIELD = "onbekend-veld"
    UNKNOWN_REFLECTION = "onbekende-vraag"
    UNKNOWN_TERM = "onbekend-begrip"
    UNKNOWN_SOURCE = "onbekende-bron"
    UNKNOWN_DIAGRAM = "onbekend-diagram"
    OTHER_MOMENT = "ander-moment"
    FORMER_ID = "oud-id", Severity.WARNING
    UNUSED_WORKSHEET = "ongebruikt-werkblad", Severity.WARNING
    UNUSED_REFLECTION = "ongebruikte-vraag", Severity.WARNING
    UNUSED_SOURCE = "ongebruikte-bron", Severity.WARNING
    # macros
    TEMPLATE_SYNTAX = "sjabloon-fout"
    UNCLOSED_BLOCK = "blok-zonder-einde"
    BLOCK_FORM = "blok-vorm"
    CURLY_QUOTES = "kromme-aanhaling"
    UNKNOWN_MACRO = "onbekende-macro"
    WRONG_ARGUMENT = "verkeerd-argument"
    MACRO_IN_SENTENCE = "macro-in-zin"
    MACRO_IN_WORDS = "macro-in-kop-of-link"
    # pages
    DEAD_LINK = "dode-link"
    DEAD_ANCHOR = "dood-anker"
    TRAINERS_LINK = "link-naar-trainers"
    MISSING_PICTURE = "beeld-ontbreekt"
    PICTURE_WITHOUT_TEXT = "beeld-zonder-tekst"
    UNSHOWN_PICTURE = "beeld-soort"
    HEAVY_PICTURE = "beeld-te-groot", Severity.WARNING
    HEADING_SKIP = "kop-niveau", Severity.WARNING
    SECOND_TITLE = "dubbele-titel", Severity.WARNING
    UNCLOSED_TAG = "html-open"
    DUPLICATE_ANCHOR = "dubbel-anker"
    ACTIVE_CONTENT = "script-in-pagina"
    FOREIGN_ADDRESS = "adres-van-buiten"
    OPEN_CODE = "code-open"
    BROKEN_LINK = "link-vorm"
    MISSING_BLANK_LINE = "witregel-ontbreekt", Severity.WARNING
    LOST_SHAPE = "opmaak-vorm", Severity.WARNING
    TABLE_ROW = "tabel-cellen", Severity.WARNING
    MISSING_PAGE = "pagina-ontbreekt"
    MISSING_TARGET = "overzicht-ontbreekt"
    # a school's edition
    UNKNOWN_BLOCK = "onbekend-blok"
    OUTSIDE_BLOCK = "tekst-buiten-blok"
    BLOCK_WITHOUT_PAGE = "blok-zonder-pagina"
    CHAPTER_CHANGE = "hoofdstuk-anders"
    HIDDEN_GOAL = "doel-verborgen", Severity.WARNING
    SYMBOLIC_LINK = "snelkoppeling"
    # diagrams
    DIAGRAM_SYNTAX = "diagram-fout"
    DIAGRAM_CONTENT = "diagram-inhoud"
    DIAGRAM_WITHOUT_TEXT = "diagram-zonder-tekst"
    # a school's look
    UNFIT_LOGO = "logo-past-niet"
    LOW_CONTRAST = "te-weinig-contrast"
    DATES_IN_DISORDER = "datums-door-elkaar", Severity.WARNING
    # words
    CHAPTER_LENGTH = "hoofdstuk-lengte", Severity.WARNING
    LONG_SENTENCE = "lange-zin", Severity.WARNING
    LONG_SENTENCES = "lange-zinnen", Severity.WARNING
    UNEXPLAINED_TERM = "begrip-zonder-uitleg", Severity.WARNING
    SPELLING = "spelling", Severity.WARNING
    # a school's edition and a newer course
    OTHER_VERSION = "editie-andere-versie", Severity.WARNING
    OPEN_CHOICE = "keuze-open", Severity.WARNING
