"""`rules`, `macro_list` and `field_kinds`: the manual, made from what the generator itself goes by."""

from collections.abc import Iterator

from pydantic import TypeAdapter

from ..diagnostics import Report
from ..diagnostics.examples import load_examples
from ..model.fields import FIELD_KINDS, Field
from ..pages.data import read_yaml
from ..pages.language import MACROS, Call, Macro
from .rendering import PageRendering


def rules(page: PageRendering) -> str:
    """Every rule with the promise that it keeps, a wrong example and a right one."""
    return page.render("rules", examples=load_examples())


def macro_list(page: PageRendering) -> str:
    """Every macro with what it takes, and one of this course's own as it is written and as it is shown."""
    return "\n\n".join(part for macro in MACROS.values() for part in _macro(page, macro))


def _macro(page: PageRendering, macro: Macro) -> Iterator[str]:
    from . import FUNCTIONS  # they know this one

    used = list(page.course.calls(macro.name))
    yield page.heading(2, macro.name, f"macro-{macro.name}")
    yield page.t(f"guide.macros.{macro.name}")
    yield _code(_written(used[0][1]) if used and not macro.body else macro.usage)
    if macro.arguments:
        yield page.render("macro-arguments", macro=macro)
    if used:
        yield page.render("macro-pages", uris=list(dict.fromkeys(uri for uri, _ in used)))
        if macro.arguments:  # without any, it is all there is of something: that has a page already
            yield page.t("guide.shown")
            yield page.found_elsewhere(lambda: FUNCTIONS[macro.name](page, **used[0][1].arguments))


def _written(call: Call) -> str:
    """A call as an author writes it: the id alone, everything else by its name."""
    arguments = ", ".join(f'"{value}"' if key == "id" else f'{key}="{value}"' for key, value in call.arguments.items())
    return f"{{{{ {call.name}({arguments}) }}}}"


def field_kinds(page: PageRendering) -> str:
    """Every kind of field: when it is of use, how it is written, and one to try that keeps nothing."""
    fields = TypeAdapter(tuple[Field, ...])
    return "\n\n".join(part for kind in FIELD_KINDS for part in _kind(page, kind, fields))


def _kind(page: PageRendering, kind: str, fields: TypeAdapter[tuple[Field, ...]]) -> Iterator[str]:
    title, use, written = (page.t(f"kinds.{kind}.{part}") for part in ("title", "use", "written"))
    document = read_yaml(written, kind, Report(page.t))
    (field,) = fields.validate_python(document.data if document else ())
    yield page.heading(2, title, f"field-{kind}")
    yield use
    yield _code(written)
    yield page.t("guide.shown")
    yield page.render_elsewhere_found("field-sample", field=field, field_id=page.unique_id(f"field-{kind}~"))


def _code(text: str) -> str:
    return f"~~~text\n{text.strip()}\n~~~"
