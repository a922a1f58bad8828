"""`worksheet` and `worksheets`: a form to fill in, in any page and on its own; and the list of all of them."""

from ..model.anchors import FORM
from ..model.worksheet import Worksheet
from .rendering import PageRendering, join


def worksheet(page: PageRendering, id: str, moment: str = "") -> str:
    """A worksheet as a form, inside another page."""
    found = page.course.worksheets[page.course.present("worksheet", id)]
    return render_worksheet(page, found, moment, page.next_level("worksheet", id))


def render_worksheet(page: PageRendering, found: Worksheet, moment: str, level: int, later: bool = False) -> str:
    """The form of a worksheet under a heading of its own; `later`, a script makes it when it is near what is shown."""
    values = _form(page, found, moment, level=level, embedded=True, later=later)
    return page.render_elsewhere_found("worksheet", **values)


def render_own_form(page: PageRendering, found: Worksheet) -> str:
    """The form of a worksheet on its own page: Markdown with a heading that the table of contents shows."""
    form = page.render("worksheet", **_form(page, found, "", level=2, embedded=False, later=False))
    return f"{page.heading(2, page.t('worksheet.form'), FORM)}\n\n{form}"


def render_own_header(page: PageRendering, found: Worksheet) -> str:
    """What stands above the instruction on a worksheet's own page."""
    goals = [page.course.ids("goal")[name] for name in found.matter.goals]
    chapters = page.course.chapters_using("worksheet", found.id)
    return page.render(
        "worksheet-header", worksheet=found, with_whom=_with(page, found), goals=goals, chapters=chapters
    )


def worksheets(page: PageRendering) -> str:
    """Every worksheet by its first moment, with its purpose."""
    by_moment: dict[str, list[Worksheet]] = {}
    for found in page.course.worksheets.values():
        by_moment.setdefault(found.matter.moments[0], []).append(found)
    with_whom = {found.id: _with(page, found) for found in page.course.worksheets.values()}
    level = page.next_level("worksheets")
    return page.render("worksheets", by_moment=by_moment, with_whom=with_whom, level=level)


def _form(page: PageRendering, found: Worksheet, moment: str, **how: object) -> dict[str, object]:
    """What the form of a worksheet is rendered with, and all that it follows from."""
    asked = page.course.moment_on(page.uri, found.matter.moments, moment)
    told = {**how, "moment": asked, "prefix": page.unique_id(f"worksheet--{found.id}"), "with_whom": _with(page, found)}
    others = [page.course.worksheets[name.partition("/")[0]].title for name in _same_as(found)]
    follows_from = [found.id, found.matter.model_dump_json(), told, page.moment_title(asked), others]
    return {"worksheet": found, "follows_from": follows_from, **told}


def _same_as(found: Worksheet) -> list[str]:
    """The fields of other worksheets whose answers it shows."""
    return [field.same_as for field in found.matter.fields if field.same_as]


def _with(page: PageRendering, found: Worksheet) -> str:
    return join([page.t(f"with.{name}") for name in found.matter.with_], page.t)
