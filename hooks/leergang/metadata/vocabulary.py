"""Terms that catalogues know, and the words that say other things in their way.

Sources: the Onderwijsbegrippenkader for kinds of education, as Edurep takes them; NL LOM's list of licences; ISO 8601
for durations.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

BEGRIPPENKADER = "http://purl.edustandaard.nl/begrippenkader"
LICENCES = "https://purl.edustandaard.nl/copyrightsandotherrestrictions_nllom_20180530"


class Term(NamedTuple):
    """A kind of education."""

    id: str
    name: str
    """Dutch, as the vocabulary is."""

    @property
    def address(self) -> str:
        """Where the vocabulary has it."""
        return f"{BEGRIPPENKADER}/{self.id}"


LEVELS: Mapping[str, Term] = MappingProxyType(
    {
        "po": Term("512e4729-03a4-43a2-95ba-758071d1b725", "Primair onderwijs"),
        "so": Term("e7f1c08f-08fb-48ab-be8e-c131b1bce54a", "Speciaal onderwijs"),
        "vo": Term("2a1401e9-c223-493b-9b86-78f6993b1a8d", "Voortgezet onderwijs"),
        "mbo": Term("f3ac3fbb-5eae-49e0-8494-0a44855fff25", "MBO"),
        "hbo": Term("be140797-803f-4b9e-81cc-5572c711e09c", "Hoger beroepsonderwijs"),
        "wo": Term("bbbd99c6-cf49-4980-baed-12388f8dcff4", "Wetenschappelijk onderwijs"),
    }
)


def licence_code(licence: str) -> str:
    """`CC BY-SA 4.0` as NL LOM has it: `cc-by-sa-40`."""
    return licence.lower().replace("cc0 ", "cc0-").replace(" ", "-").replace(".", "")


def licence_address(licence: str) -> str:
    """Where the licence itself can be read."""
    name, _, version = licence.lower().rpartition(" ")
    if name == "cc0":
        return f"https://creativecommons.org/publicdomain/zero/{version}/"
    return f"https://creativecommons.org/licenses/{name.removeprefix('cc ')}/{version}/"


def duration(minutes: int) -> str:
    """A number of minutes as ISO 8601 has it: `PT1H30M`."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
