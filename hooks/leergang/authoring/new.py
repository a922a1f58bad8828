"""New modules, chapters, worksheets, prompts, terms and sources: complete files, entered where they belong."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.content import SOURCE_ID
from ..model.course import LITERATURE, MODULES, OUTLINE, REFLECTIONS, WORKSHEETS
from ..settings import GLOSSARY
from . import forms
from .answers import slug, taken
from .ask import Asking, Question
from .places import Edit, YamlText, insert_json, render_yaml
from .sources import drop_unknown, known_as
from .write import Draft, RefusedError

FIELD_ID_LENGTH = 24


@dataclass(frozen=True)
class New:
    """A kind of thing that can be new."""

    questions: tuple[Question, ...]
    write: Callable[[Asking, Draft], str]
    """Puts it in the draft; gives its whole id."""


def _write_module(asking: Asking, draft: Draft) -> str:
    found = asking.answers
    _enter(draft, OUTLINE, ("modules",), {"id": found["id"], "title": found["title"], "chapters": []})
    matter = _kept(title=found["title"], description=found["description"])
    draft.create(f"{MODULES}/{found['id']}/index.md", _page(matter, asking.strings("fresh.module")))
    return str(found["id"])


def _write_chapter(asking: Asking, draft: Draft) -> str:
    found = asking.answers
    name = f"{found['module']}/{found['id']}"
    outline = _yaml(draft, OUTLINE)
    for kind in ("module", "moment"):
        path = (f"{kind}s", _index(asking, kind, found[kind]), "chapters")
        draft.edit(draft.settings.docs / OUTLINE, outline.insert(path, name))
    matter = _kept(
        title=found["title"], description=found["description"], goals=found["goal"], minutes=found["minutes"],
        keypoints=found["keypoint"],
    )  # fmt: skip
    draft.create(f"{MODULES}/{name}.md", _page(matter, asking.strings("fresh.chapter")))
    return name


def _write_worksheet(asking: Asking, draft: Draft) -> str:
    found, t = asking.answers, asking.strings
    matter = {
        "title": found["title"], "purpose": found["purpose"], "moments": found["moment"], "minutes": found["minutes"],
        "with": found["with"], "goals": found["goal"],
    }  # fmt: skip
    field = {"id": slug(found["label"], FIELD_ID_LENGTH) or "vraag", "kind": found["kind"], "label": found["label"]}
    field |= _field_parts(found["kind"], asking)
    about = t("fresh.fields") + "\n" + t(f"kinds.{found['kind']}.fresh")
    comment = "".join(f"# {line}\n" for line in about.splitlines())
    front = f"{_dump(matter)}{comment}{_dump({'fields': [field]})}"
    draft.create(f"{WORKSHEETS}/{found['id']}.md", f"---\n{front}---\n\n<!--\n{t('fresh.worksheet')}\n-->\n")
    return str(found["id"])


def _field_parts(kind: str, asking: Asking) -> dict[str, Any]:
    """What a field of this kind needs beside its question, to be replaced by its author."""
    t = asking.strings
    options = [
        {"id": f"{slug(t('fresh.option'))}-{n}", "label": f"{t('fresh.option').capitalize()} {n}"} for n in (1, 2, 3)
    ]
    columns = [
        {"id": slug(t(f"fresh.column-{name}")), "kind": kind, "label": t(f"fresh.column-{name}")}
        for name, kind in (("what", "paragraph"), ("who", "text"), ("when", "date"))
    ]
    parts: Mapping[str, dict[str, Any]] = {
        "choice": {"options": options},
        "choices": {"options": options},
        "scale": {"min": 1, "max": 5, "labels": [t("fresh.lowest"), t("fresh.highest")]},
        "table": {"min": 2, "max": 6, "columns": columns},
    }
    return parts.get(kind, {})


def _write_reflection(asking: Asking, draft: Draft) -> str:
    found = asking.answers
    item = {"id": found["id"], "text": found["text"], "goals": found["goal"], "moments": found["moment"]}
    _enter_in_list(draft, REFLECTIONS, "prompts", item)
    return str(found["id"])


def _write_term(asking: Asking, draft: Draft) -> str:
    found = asking.answers
    item = _kept(id=found["id"], term=found["term"], also=found["also"], text=found["text"], sources=found["source"])
    _enter_in_list(draft, GLOSSARY, "terms", item, list(asking.course.terms))
    return str(found["id"])


def _write_source(asking: Asking, draft: Draft) -> str:
    found = asking.answers
    parts = {part.variable: found.get(part.name) for part in forms.SOURCE_PARTS}
    item = {"id": found["id"], "type": found["type"], "author": parts.pop("author")}
    year = parts.pop("issued")
    item |= {"issued": {"date-parts": [[year]]} if year else None, "title": found["title"], **parts}
    if known := known_as(asking, item):
        raise asking.refuse("known-source", title=found["title"], id=known)
    genre = asking.strings("fresh.thesis") if found["type"] == "thesis" else None
    _enter_sources(draft, [_kept(**item, genre=genre, language=found["language"], note=found["note"])])
    return str(found["id"])


NEW: Mapping[str, New] = {
    "module": New(forms.MODULE, _write_module),
    "chapter": New(forms.CHAPTER, _write_chapter),
    "worksheet": New(forms.WORKSHEET, _write_worksheet),
    "reflection": New(forms.REFLECTION, _write_reflection),
    "term": New(forms.TERM, _write_term),
    "source": New(forms.SOURCE, _write_source),
}


def add_sources(asking: Asking, draft: Draft, text: str) -> tuple[list[str], list[str]]:
    """Put the CSL-JSON items of `text`, one or a list, in the draft, but for what the course has already.

    Returns:
        the ids of the new sources, and a line about each thing that was left out.

    Raises:
        RefusedError: the text is no CSL-JSON, has an id that is there already, or nothing that is new.
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise RefusedError(asking.strings("authoring.no-json")) from error
    items = found if isinstance(found, list) else [found]
    if not items or not all(isinstance(item, dict) and item.get("title") and item.get("type") for item in items):
        raise RefusedError(asking.strings("authoring.no-csl"))
    new: list[dict[str, Any]] = []
    left_out = []
    for item in items:
        if known := known_as(asking, item, new):
            left_out.append(asking.strings("refused.known-source", title=item["title"], id=known))
            continue
        item["id"] = str(item.get("id", ""))
        if not re.fullmatch(SOURCE_ID, item["id"]):  # Zotero may export an address for one
            item["id"] = forms.source_id(asking, item, [other["id"] for other in new])
        if taken(asking, "source", item["id"]):
            raise asking.refuse("taken", id=item["id"], free=forms.source_id(asking, item))
        if unknown := drop_unknown(item):
            left_out.append(asking.strings("authoring.left-out", id=item["id"], keys=", ".join(unknown)))
        new.append({"id": item["id"], **item})
    if not new:
        raise RefusedError("\n".join(left_out))
    _enter_sources(draft, new)
    return [item["id"] for item in new], left_out


def _enter_sources(draft: Draft, items: list[dict[str, Any]]) -> None:
    """Put sources in their list: where the order of ids wants them if it is in that order, or else at its end."""
    path = draft.settings.docs / LITERATURE
    if not path.exists():
        draft.create(LITERATURE, json.dumps(items, ensure_ascii=False, indent=2) + "\n")
        return
    text = before = path.read_text(encoding="utf-8-sig")
    for item in items:
        ids = [str(one.get("id")) for one in json.loads(text)]
        edit = insert_json(text, _position(ids, item["id"]), item)
        text = text[: edit.start] + edit.text + text[edit.end :]
    draft.edit(path, _difference(before, text))


def _difference(before: str, after: str) -> Edit:
    """The one edit that makes `after` of `before`."""
    start = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    rest = min(len(before), len(after)) - start
    same = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    return Edit(start, len(before) - same, after[start : len(after) - same])


def _enter_in_list(draft: Draft, uri: str, key: str, item: dict[str, Any], ids: list[str] | None = None) -> None:
    """Put `item` in the list of a YAML file, which needn't be there yet."""
    if not (draft.settings.docs / uri).exists():
        draft.create(uri, render_yaml({key: [item]}))
    else:
        _enter(draft, uri, (key,), item, _position(ids, item["id"]) if ids else None)


def _enter(draft: Draft, uri: str, path: tuple[str | int, ...], item: Any, index: int | None = None) -> None:
    draft.edit(draft.settings.docs / uri, _yaml(draft, uri).insert(path, item, index))


def _yaml(draft: Draft, uri: str) -> YamlText:
    return YamlText((draft.settings.docs / uri).read_text(encoding="utf-8-sig"))


def _position(ids: list[str], name: str) -> int:
    """Where `name` comes in a list of ids: in order where they are, or else last."""
    return sum(other < name for other in ids) if ids == sorted(ids) else len(ids)


def _index(asking: Asking, kind: str, name: str) -> int:
    outline: Any = asking.course.outline
    return [item.id for item in getattr(outline, f"{kind}s")].index(name)


def _kept(**values: Any) -> dict[str, Any]:
    """Those that say something."""
    return {key: value for key, value in values.items() if value}


def _dump(matter: Mapping[str, Any]) -> str:
    return render_yaml(dict(matter))


def _page(matter: Mapping[str, Any], comment: str) -> str:
    """A page with `comment` in its body, which its readers don't see."""
    return f"---\n{_dump(matter)}---\n\n<!--\n{comment}\n-->\n"
