"""What mkdocs.yml says that the course needs, read without starting MkDocs."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

EDITIONS = ("participant", "trainer")
DEFAULT_LANGUAGE = "nl"
_OWN = ("extra", "leergang")
"""The keys below which mkdocs.yml says what only this generator knows."""
MACRO_PLUGIN = "macros"
STRICT_VARIABLE = "LEERGANG_STRICT"
"""Set by `leergang build`: whether warnings of ours count as errors, whatever the engine does with its own."""
SCHOOL_VARIABLE = "LEERGANG_SCHOOL"
"""The folder of the school whose edition is built, as `--school` sets it; `mkdocs build` knows it too."""
GLOSSARY = "tools/begrippen.yml"
"""The file of the terms, below docs/."""
SCHOOL_FILE = "school.yml"
SHARED_VARIABLE = "LEERGANG_SHARED"
"""A folder for what the builds of many editions have in common: compiled templates, the literature list."""
CONFLICT = ".conflict"
"""How the name goes on of a file beside a school's own, in which both texts stand until the school has chosen."""
OF_SYSTEMS = r"Thumbs\.db|desktop\.ini|\.DS_Store|\._[^/]*"
"""The names of files that Windows and macOS leave in a folder by themselves; their capitals may differ."""
_LEFTOVER = re.compile(rf"\..*|~\$.*|#.*#|.*(?:~|\.orig|\.rej|\.bak|\.swp)|{OF_SYSTEMS}", re.IGNORECASE)


class Limits(NamedTuple):
    """How long texts may be, in words; None where it doesn't matter."""

    chapter: tuple[int, int] | None = None
    """A chapter, at least and at most."""
    sentence: int | None = None
    average: int | None = None
    """The sentences of a page, on average."""


@dataclass(frozen=True)
class Settings:
    """Where things are, and which course in which language and edition is built."""

    config: Path
    """The mkdocs.yml, relative to the working directory where it can be."""
    docs: Path
    site: Path
    """Where the finished site goes."""
    overrides: Path
    course: str
    """The course's id: answers in the reader's browser hang on it."""
    language: str
    edition: str
    delimiters: dict[str, str]
    """Jinja's own names (`comment_start_string`, ...) with the strings that mkdocs.yml chose."""
    nav_pages: tuple[str, ...]
    """The files that mkdocs.yml itself names in its nav, without placeholders."""
    site_url: str = ""
    """The address of the site, with a slash at its end; empty where it has none."""
    repo_url: str = ""
    """Where the files of the course are hosted; empty where no reader can get there."""
    edit_uri: str = ""
    """What comes after it to change a page there; empty for what is usual at that host, on the branch main."""
    report: str = ""
    """Another address to say what is wrong with a page: `mailto:` with an address, or that of a form."""
    limits: Limits = field(default_factory=Limits)
    offline: bool = True
    """Whether a hosted copy keeps the whole course in the reader's browser, for when there is no network."""
    school: Path | None = None
    """The folder of a school's edition, with its `school.yml` and its own `docs/`."""
    shared: Path | None = None
    """A folder that builds of other editions use too, for what is the same in all of them."""

    def check_school(self) -> None:
        """Refuse a school's folder that can't be used.

        Raises:
            SettingsError: it isn't there, or it and docs/ or the site lie in each other.
        """
        if not self.school:
            return
        folder, others = self.school.resolve(), [self.docs.resolve(), self.site.resolve()]
        missing = not self.school.is_dir()
        if missing or others[0].is_relative_to(folder) or any(folder.is_relative_to(other) for other in others):
            from .strings import load_strings  # imported here: nearly every folder is right

            strings = load_strings(self.language)
            raise SettingsError(strings(f"layers.folder-{'missing' if missing else 'overlap'}", path=self.school))

    @property
    def layers(self) -> tuple[Path, ...]:
        """The folders that files of docs/ come from; what is in an earlier one goes before the same in a later one."""
        return (*([self.school / "docs"] if self.school else []), self.docs)

    def file(self, uri: str) -> Path:
        """Where the file at `uri`, a path below docs/, is; where the course's would be when there is none."""
        found = (layer / uri for layer in self.layers)
        return next((path for path in found if path.is_file()), self.docs / uri)

    def files(self, pattern: str) -> dict[str, Path]:
        """Every file whose name fits a pattern such as `*.md`: its path below docs/, and where it is.

        Without what is left over, and what waits for a school's choice.
        """
        found = {
            path.relative_to(layer).as_posix(): path
            for layer in self.layers[::-1]
            for path in layer.rglob(pattern)
            if not (is_leftover(path.relative_to(layer)) or (layer != self.docs and is_conflict(path)))
        }
        return dict(sorted(found.items()))


def is_leftover(path: Path) -> bool:
    """Whether a path, by the name of any part, is one that systems, editors and git leave: hidden, a copy, a merge."""
    return any(_LEFTOVER.fullmatch(part) for part in path.parts)


def is_conflict(path: Path) -> bool:
    """Whether a file of a school's is one that waits for a choice, and no part of its edition."""
    return CONFLICT in path.suffixes[-2:]  # the last one, where the school's own has none


class SettingsError(Exception):
    """mkdocs.yml can't be used: why, and at which line, in the language of the course, for the person who wrote it."""

    def __init__(self, told: str, reason: str = "", line: int = 1, column: int = 0) -> None:
        super().__init__(told)
        self.reason, self.line, self.column = reason or told, line, column


class _Loader(yaml.SafeLoader):
    """Safe, and indifferent to the tags that MkDocs and Material allow themselves."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> str | None:
    """`!ENV NAME` or `!ENV [NAME, ..., default]`, as MkDocs reads it."""
    if isinstance(node, yaml.SequenceNode):
        *names, default = [str(item) for item in loader.construct_sequence(node)]
    else:
        names, default = [str(node.value)], None
    return next((os.environ[name] for name in names if name in os.environ), default)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


def load_settings(config: Path) -> Settings:
    """Read `config` (a mkdocs.yml), for the school that the environment names, if any.

    Raises:
        SettingsError: the file is missing, is no YAML mapping, or names no course.
    """
    file = _File(config)
    data = file.data
    theme = data["theme"] if isinstance(data.get("theme"), dict) else {}
    return Settings(
        config=config,
        docs=file.folder(data.get("docs_dir", "docs"), "docs_dir"),
        site=file.folder(data.get("site_dir", "site"), "site_dir"),
        overrides=file.folder(theme.get("custom_dir") or "overrides", "theme", "custom_dir"),
        course=file.course(),
        language=str(theme.get("language") or DEFAULT_LANGUAGE),
        edition=file.edition(),
        delimiters=_delimiters(data.get("plugins") or []),
        nav_pages=tuple(_nav_pages(data.get("nav") or [])),
        site_url=with_slash(str(data.get("site_url") or "")),
        repo_url=str(data.get("repo_url") or ""),
        edit_uri=str(data.get("edit_uri") or ""),
        report=file.report(),
        limits=file.limits(),
        offline=file.switch("offline", default=True),
        school=_folder(SCHOOL_VARIABLE),
        shared=_folder(SHARED_VARIABLE),
    )


class _File:
    """A mkdocs.yml, and what it sets for the course below `extra.leergang`.

    Each method raises SettingsError where what it reads can't be used.
    """

    def __init__(self, config: Path) -> None:
        self._config, self._text = config, ""
        try:
            self._text = config.read_text(encoding="utf-8")
            self.data = yaml.load(self._text, Loader=_Loader)  # noqa: S506 - _Loader is a SafeLoader
        except OSError as error:
            raise self._fault("missing" if isinstance(error, FileNotFoundError) else "unreadable") from error
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode()
            place = before.count("\n") + 1, len(before) - before.rfind("\n")
            raise self._fault("encoding", place=place) from error
        except yaml.YAMLError as error:
            raise self._fault("yaml", place=self._unreadable(error)) from error
        if not isinstance(self.data, dict):
            raise self._fault("no-keys")
        self._own = self.mapping(*_OWN)

    def _fault(self, key: str, *at: str, place: tuple[int, int] = (1, 1), **values: object) -> SettingsError:
        """What is wrong with the value at the keys `at`, or at the line and column of `place`."""
        from .strings import load_strings  # imported here: nearly every mkdocs.yml is right

        named = re.search(r"^theme:.*?^[ ]+language:[ ]*[\"']?(\w+)", self._text, re.S | re.M)
        strings = load_strings(named[1] if named else DEFAULT_LANGUAGE)
        line, column = _place(yaml.compose(self._text, Loader=_Loader), at) if at else place
        reason = strings(f"settings.{key}", **values)
        told = f"{self._config}:{line}:{column}: {strings('diagnostics.error')}: {reason}"
        return SettingsError(told, reason, line, column)

    def _unreadable(self, error: yaml.YAMLError) -> tuple[int, int]:
        """Where to mend: where what isn't closed begins, if it goes on to the end of the file."""
        mark = getattr(error, "problem_mark", None)
        if mark and mark.index >= len(self._text.rstrip()):
            mark = getattr(error, "context_mark", None) or mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)

    def mapping(self, *at: str) -> dict[str, Any]:
        """The keys with values at some keys; none where nothing is there."""
        found: dict[str, Any] = self.data
        for index, key in enumerate(at, 1):
            found = found.get(key) or {}
            if not isinstance(found, dict):
                raise self._fault("no-keys", *at[:index])
        return found

    def folder(self, value: object, *at: str) -> Path:
        """The folder that the value at some keys names, from that of the file."""
        if not value or not isinstance(value, str):
            raise self._fault("folder", *at)
        return self._config.parent / value

    def course(self) -> str:
        """The id of the course."""
        if not self._own.get("course"):
            raise self._fault("no-course", *_OWN)
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", course := str(self._own["course"])):
            raise self._fault("course", *_OWN, "course", id=course)
        return course

    def edition(self) -> str:
        """For whom the course is built, where nobody says anything else."""
        edition = self._own.get("edition") or EDITIONS[0]
        if edition not in EDITIONS:
            raise self._fault("edition", *_OWN, "edition", edition=edition, editions=", ".join(EDITIONS))
        return str(edition)

    def switch(self, key: str, default: bool) -> bool:
        """Whether something is on."""
        known = {"true": True, "false": False}  # as text too, which is what `!ENV` gives
        if (written := str(self._own.get(key, default)).lower()) not in known:
            raise self._fault("switch", *_OWN, key)
        return known[written]

    def report(self) -> str:
        """The address to say what is wrong with a page; empty where there is none."""
        address = str(self._own.get("report") or "")
        if address and not re.match(r"(?:https?://|mailto:)[^\s/?]", address):
            raise self._fault("report", *_OWN, "report", address=address)
        return address

    def limits(self) -> Limits:
        """How long texts may be."""
        data = self.mapping(*_OWN, "limits")
        for key, value in data.items():
            numbers = value if key == "chapter" and isinstance(value, list) else [value]
            wanted = {"chapter": 2, "sentence": 1, "average": 1}.get(key)
            if len(numbers) != wanted or any(type(number) is not int for number in numbers):
                raise self._fault("limits", *_OWN, "limits", str(key))
        chapter = data.get("chapter")
        return Limits((chapter[0], chapter[1]) if chapter else None, data.get("sentence"), data.get("average"))


def _place(node: yaml.Node | None, at: Sequence[str]) -> tuple[int, int]:
    """The line and column of the last of some keys that is there, each below the one before."""
    place = 1, 1
    for name in at:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        key, node = next(((key, value) for key, value in pairs if key.value == name), (None, None))
        if key is None:
            break
        place = key.start_mark.line + 1, key.start_mark.column + 1
    return place


def _folder(variable: str) -> Path | None:
    named = os.environ.get(variable)
    return Path(named) if named else None


def with_slash(address: str) -> str:
    """An address with a slash at its end; an empty one stays empty."""
    return f"{address.rstrip('/')}/" if address else ""


def _delimiters(plugins: list[Any] | dict[str, Any]) -> dict[str, str]:
    listed = (
        plugins.items()
        if isinstance(plugins, dict)
        else (pair for plugin in plugins if isinstance(plugin, dict) for pair in plugin.items())
    )
    options = next((value or {} for name, value in listed if name == MACRO_PLUGIN), {})
    return {key.removeprefix("j2_"): value for key, value in options.items() if key.endswith("_string")}


def _nav_pages(items: Any) -> list[str]:
    """Every path in a nav, depth first; placeholders (`modules/*`) are left to the navigation."""
    if isinstance(items, str):
        return [] if "*" in items else [items]
    if isinstance(items, dict):
        items = list(items.values())
    return [path for item in items or [] for path in _nav_pages(item)]
