"""The language that authors write in: which macros there are, and what each takes.

The package macros gives each its output. Nothing here needs Jinja, which takes a while to import.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..diagnostics import Place

TEXT = "text"
"""An argument that names nothing: free text."""
_SIGNS = {"variable": ("{{", "}}"), "block": ("{%", "%}"), "comment": ("{#", "#}")}


def signs_of(delimiters: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The signs that a call, a block's beginning or end, and a remark each stand between.

    Args:
        delimiters: what mkdocs.yml chose for macros, by Jinja's names; the others are Jinja's.
    """
    return {
        kind: (delimiters.get(f"{kind}_start_string", start), delimiters.get(f"{kind}_end_string", end))
        for kind, (start, end) in _SIGNS.items()
    }


@dataclass(frozen=True)
class Macro:
    """What a macro takes: each argument with the kind of thing that it names."""

    name: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    required: int = 0
    """How many of the arguments, from the first, can't be left out."""
    inline: bool = False
    """Whether it stands inside a sentence; any other one stands alone on its line."""
    body: bool = False
    """Whether it is written as `{% call name() %} ... {% endcall %}`."""

    @property
    def usage(self) -> str:
        """How it is written."""
        arguments = ", ".join(f'{key}="..."' for key in self.arguments)
        call = f"{self.name}({arguments})"
        return f"{{% call {call} %}} ... {{% endcall %}}" if self.body else call


MACROS: Mapping[str, Macro] = {
    macro.name: macro
    for macro in (
        Macro("worksheet", {"id": "worksheet", "moment": "moment"}, required=1),
        Macro("worksheets"),
        Macro("reflection", {"id": "reflection", "moment": "moment"}, required=1),
        Macro("reflections"),
        Macro("literature", {"chapter": "chapter"}),
        Macro("cite", {"id": "source", "page": TEXT}, required=1, inline=True),
        Macro("term", {"id": "term", "text": TEXT}, required=1, inline=True),
        Macro("glossary"),
        Macro("diagram", {"id": "diagram"}, required=1),
        Macro("cover"),
        Macro("goals"),
        Macro("programme", {"moment": "moment"}),
        Macro("modules"),
        Macro("contacts"),
        Macro("workbook"),
        Macro("rules"),
        Macro("macro_list"),
        Macro("field_kinds"),
        Macro("self_check"),
        Macro("trainer", body=True),
        Macro("offline", body=True),
        Macro("dayplan", {"moment": "moment"}, required=1),
    )
}


@dataclass(frozen=True)
class Call:
    """One macro call, with the arguments by name, and where the call and each argument stand."""

    name: str
    place: Place
    arguments: Mapping[str, str]
    places: Mapping[str, Place]
    offset: int = 0
    """Where its name begins in the file."""
    for_trainers: bool = False
    """Whether it stands in a block or on a page that only trainers see."""
