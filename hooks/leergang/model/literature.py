"""Literature: docs/tools/literatuur.json, the array of CSL-JSON items that Zotero exports.

The variables are those of CSL 1.0.2: its data schema has not all that its styles know, and Zotero exports those too
(https://docs.citationstyles.org).
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, create_model, model_validator

from ..diagnostics import Rule
from .content import SOURCE_ID, Content, Text, reject

Type = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
]  # fmt: skip

_NAMES = """author chair collection-editor compiler composer container-author contributor curator director editor
editorial-director executive-producer guest host interviewer illustrator narrator organizer original-author performer
producer recipient reviewed-author script-writer series-creator translator""".split()

_DATES = "accessed available-date event-date issued original-date submitted".split()

_TEXTS = """abstract annote archive archive_collection archive_location archive-place authority call-number
chapter-number citation-key citation-label citation-number collection-number collection-title container-title
container-title-short dimensions division DOI edition event event-place event-title first-reference-note-number genre
ISBN ISSN issue journalAbbreviation jurisdiction keyword language license locator medium note number number-of-pages
number-of-volumes original-publisher original-publisher-place original-title page page-first part part-number
part-title PMCID PMID printing printing-number publisher publisher-place references reviewed-genre reviewed-title scale
section shortTitle source status supplement supplement-number title title-short URL version volume volume-title
volume-title-short year-suffix""".split()


class Name(Content):
    """A person, or with `literal` an organisation."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None
    dropping_particle: str | None = Field(None, alias="dropping-particle")
    non_dropping_particle: str | None = Field(None, alias="non-dropping-particle")
    suffix: str | None = None
    comma_suffix: str | int | bool | None = Field(None, alias="comma-suffix")
    static_ordering: str | int | bool | None = Field(None, alias="static-ordering")
    parse_names: str | int | bool | None = Field(None, alias="parse-names")

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not (self.family or self.given or self.literal):
            raise reject(Rule.MISSING_KEY, key="family")
        return self


_Part = Annotated[list[Annotated[int, Field(ge=-9999, le=9999)]], Field(min_length=1, max_length=3)]
"""A year, and perhaps a month and a day; digits may be text, as Zotero writes them."""


class Date(Content):
    """A day, month, year or range."""

    date_parts: Annotated[list[_Part], Field(min_length=1, max_length=2)] | None = Field(None, alias="date-parts")
    season: str | int | None = None
    circa: str | int | bool | None = None
    literal: str | None = None
    raw: str | None = None
    edtf: str | None = None


class _Item(Content):
    """A source. What a reader should know of it (a doubt, what it is for) stands in `note`."""

    id: Annotated[str, Field(pattern=SOURCE_ID)]
    type: Type
    title: Text
    note: Text | None = None
    categories: list[str] | None = None
    custom: dict[str, Any] | None = None


_Whole = Annotated[int, Field(ge=-(10**12), le=10**12)]


def _variables() -> dict[str, Any]:
    kinds: list[tuple[list[str], Any]] = [
        (_NAMES, tuple[Name, ...] | None), (_DATES, Date | None), (_TEXTS, str | _Whole | None),
    ]  # fmt: skip
    return {
        f"csl_{name.replace('-', '_')}": (kind, Field(None, alias=name))
        for names, kind in kinds
        for name in names
        if name not in _Item.model_fields
    }


Source = create_model("Source", __base__=_Item, __doc__=_Item.__doc__, **_variables())
