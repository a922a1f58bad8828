"""Another id for a thing: every use follows, and `formerly` keeps answers and addresses with it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..diagnostics import closest
from ..model import Course
from ..model.content import CHAPTER_ID, SLUG, SOURCE_ID
from ..model.course import OUTLINE, REFLECTIONS, ROOTS
from ..settings import GLOSSARY
from ..strings import Strings
from .places import Path
from .uses import data_of, page_links, same_as, uses_of
from .write import Draft, RefusedError

KINDS = ("worksheet", "chapter", "reflection", "term", "source", "field", "goal")
_PATTERNS = {"chapter": CHAPTER_ID, "source": SOURCE_ID}
_EXAMPLES = {"chapter": "module/eerste-les", "source": "jansen2020titel"}
_LISTS = {"reflection": (REFLECTIONS, "prompts"), "term": (GLOSSARY, "terms")}


class Renaming:
    """One change of an id, put in a draft.

    Args:
        course: as it is.
        draft: what is to change in it.
        strings: the words for what can't be done.
        recorded: whether the old id is noted under `formerly`, where the model has that.
    """

    def __init__(self, course: Course, draft: Draft, strings: Strings, recorded: bool = True) -> None:
        self._course, self._draft, self.t, self._recorded = course, draft, strings, recorded

    def rename(self, kind: str, old: str, new: str) -> str:
        """All that changes when the `kind` called `old` is called `new`; gives the whole new id.

        Raises:
            RefusedError: there is no such thing, or the new id can't be one or is another's.
        """
        if kind == "field":
            return self._rename_field(old, new)
        if kind == "chapter" and "/" not in new:
            new = f"{old.partition('/')[0]}/{new}"
        self._check(kind, old, new, self._course.ids(kind), self._course.former.get(kind, {}))
        for path, edit in uses_of(self._course, kind, old, new):
            self._draft.edit(path, edit)
        if kind == "chapter":
            self._list_chapter(old, new)
        if kind in ROOTS:
            self._move_page(f"{ROOTS[kind]}{old}.md", f"{ROOTS[kind]}{new}.md")
            self._record(f"{ROOTS[kind]}{old}.md", (), old, new)
        if kind in _LISTS:
            uri, key = _LISTS[kind]
            _, text = data_of(self._course, uri)
            place = next(place for place, name in text.scalars((key, None, "id")) if name == old)
            self._record(uri, place[:-1], old, new)
        return new

    def _move_page(self, here: str, there: str) -> None:
        for path, edit in page_links(self._course, here, there):
            self._draft.edit(path, edit)
        self._draft.move(here, there)

    def _list_chapter(self, old: str, new: str) -> None:
        """Its module lists the chapter by its new id; or another module does, as its last one."""
        path, text = data_of(self._course, OUTLINE)
        module, outline = new.partition("/")[0], self._course.outline
        modules = [one.id for one in outline.modules] if outline else []
        if module not in modules:
            raise RefusedError(self.t("rename.no-module", id=module, known=", ".join(modules)))
        for place, name in text.scalars(("modules", None, "chapters", None)):
            if name != old:
                continue
            if old.partition("/")[0] == module:
                self._draft.edit(path, text.replace(place, new))
            else:
                self._draft.edit(path, text.remove(place))
                self._draft.edit(path, text.insert(("modules", modules.index(module), "chapters"), new))

    def _rename_field(self, old: str, new: str) -> str:
        sheet_id, _, name = old.partition("/")
        new = new.removeprefix(f"{sheet_id}/")
        sheet = self._course.worksheets.get(sheet_id)
        if sheet is None:
            raise self._unknown(
                "worksheet", sheet_id, self._course.worksheets, self._course.former.get("worksheet", {})
            )
        fields = {field.id: field for field in sheet.matter.fields}
        if not name:
            raise RefusedError(self.t("rename.which-field", id=sheet_id, known=", ".join(fields)))
        former = {earlier: field.id for field in fields.values() for earlier in field.formerly}
        self._check("field", name, new, fields, former)
        index = list(fields).index(name)
        path, text = data_of(self._course, sheet.page.uri)
        self._draft.edit(path, text.replace(("fields", index, "id"), new))
        for other, edit in same_as(self._course, f"{sheet_id}/{name}", f"{sheet_id}/{new}"):
            self._draft.edit(other, edit)
        self._record(sheet.page.uri, ("fields", index), name, new)
        return f"{sheet_id}/{new}"

    def _record(self, uri: str, path: Path, old: str, new: str) -> None:
        """Note the old id under `formerly` of what is at `path`; the new one leaves it, if it is an earlier one."""
        file, text = data_of(self._course, uri)
        place = (*path, "formerly")
        earlier = [name for _, name in text.scalars((*place, None))]
        if self._recorded:
            self._draft.edit(file, text.remember(path, old, new))
        elif new in earlier:
            only = earlier == [new]
            self._draft.edit(file, text.drop(place) if only else text.remove((*place, earlier.index(new))))

    def _check(self, kind: str, old: str, new: str, present: Mapping[str, Any], former: Mapping[str, str]) -> None:
        """Refuse an old id that isn't there, and a new one that can't be one or is or was another's."""
        if old not in present:
            raise self._unknown(kind, old, present, former)
        if not re.fullmatch(_PATTERNS.get(kind, SLUG).strip("^$"), new):
            key = "source-id" if kind == "source" else "id"
            raise RefusedError(self.t(f"refused.{key}", answer=new, example=_EXAMPLES.get(kind, "eerste-les")))
        if new == old:
            raise RefusedError(self.t("rename.same", id=new))
        if new in present:
            raise RefusedError(self.t("rename.taken", id=new))
        if former.get(new, old) != old:
            raise RefusedError(self.t("rename.was-taken", id=new, present=former[new]))

    def _unknown(self, kind: str, old: str, present: Iterable[str], former: Mapping[str, str]) -> RefusedError:
        what = self.t(f"kind-of.{kind}")
        if old in former:
            return RefusedError(self.t("rename.renamed", kind=what.capitalize(), id=old, present=former[old]))
        nearest = closest(old, present)
        hint = self.t("diagnostics.did-you-mean", name=nearest) if nearest else "."
        return RefusedError(self.t("rename.unknown", kind=what, id=old) + hint)
