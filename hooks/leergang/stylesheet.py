"""One stylesheet of many files, each in its own cascade layer, without what a site has no use for.

What is in a later layer wins whatever its selectors, so that a component's file needs none that are stronger than
Material's; and a reader's browser asks once.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from fnmatch import fnmatch

FOLDER = "assets/stylesheets/"
ENTRY = f"{FOLDER}course.css"
_IMPORT = re.compile(r'^@import url\("([^"]+)"\) layer\(([\w.-]+)\);\n', re.M)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_INDENT = re.compile(r"\n\s*")
_SITE_NAME = '"{site-name}"'
"""Where a stylesheet wants the name of the site."""
_UNSAFE = re.compile(r"[^\w ]")
_CHARSET = re.compile(r'@charset "[^"]*";', re.I)

FRAME = ("@layer material", "@layer palette")
"""The layers that are Material's; none of their classes is put together by a script, as `c-field--${kind}` is."""
_STRING = r"""\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^"')]*\)"""
_BOUNDARY = re.compile(rf"{_STRING}|[{{}};]", re.S)
_VARIABLE = re.compile(rf"(?<=[{{;])(--[\w-]+):(?:{_STRING}|[^;{{}}\"'])*;?", re.S)
_COSTLY = "[data-md-color-switching]"
"""Material's script sets and takes away this at each load, and a browser works out every style of the page twice: to
spare a fade when a reader chooses dark colours or light ones."""
_COMMA = re.compile(r",(?![^(\[]*[)\]])")
_PSEUDO_CLASS = re.compile(r":[\w-]+\((?:[^()]|\([^()]*\))*\)")
_NAME = re.compile(r"""\.([\w-]+)|\[[\w-]+=["']?([\w-]+)""")


def bundle(entry: str, paths: Iterable[str], read: Callable[[str], str]) -> tuple[str, list[str]]:
    """The entry with each of its imports in the place of it.

    Args:
        entry: the text of the entry; what it imports are files in its folder, `*` standing for the part of a name
            that changes with the version.
        paths: every stylesheet there is.
        read: gives the text of one.

    Returns:
        The whole stylesheet, and the paths that are in it.

    Raises:
        LookupError: an import names no file, or more than one.
    """
    known, used = sorted(paths), []

    def layer(found: re.Match[str]) -> str:
        named = [path for path in known if fnmatch(path, FOLDER + found[1])]
        if len(named) != 1:
            raise LookupError(f"{ENTRY}: '{found[1]}' should be one stylesheet, found {named or 'none'}")
        used.append(named[0])
        return f"@layer {found[2]} {{\n{bare(read(named[0]))}\n}}\n"

    return _IMPORT.sub(layer, bare(entry) + "\n"), used


def bare(text: str) -> str:
    """The text without comments and indentation."""
    return _INDENT.sub("\n", _CHARSET.sub("", _COMMENT.sub("", text))).strip()


def with_name(text: str, name: str) -> str:
    """The stylesheet with the name of the site in it: what a browser prints in a margin comes from no page.

    Args:
        text: what `bundle` made.
        name: any text. All but letters, digits and spaces is written as CSS writes any character, so that none of them
            ends the string, whatever reads the stylesheet afterwards.
    """
    escaped = _UNSAFE.sub(lambda found: f"\\{ord(found[0]):x} ", " ".join(name.split()))
    return text.replace(_SITE_NAME, f'"{escaped}"')


def prune(text: str, words: Collection[str]) -> str:
    """The stylesheet without what can apply to nothing: Material has styles for much that a course never shows.

    Args:
        text: what `bundle` made.
        words: every word in the attributes of pages and in scripts, those in pages too. A selector stays when each
            class in it is one of them, and a variable when it is one or is used.
    """
    rules = _change_frame(text, lambda body: _applying(body, words))
    known = {*words, *re.findall(r"var\(\s*(--[\w-]+)", rules)}
    return _change_frame(rules, lambda body: _VARIABLE.sub(lambda found: found[0] if found[1] in known else "", body))


def _change_frame(text: str, change: Callable[[str], str]) -> str:
    return "".join(_rule(head, change(body) if body and head.strip() in FRAME else body) for head, body in _rules(text))


def _applying(text: str, words: Collection[str]) -> str:
    """The rules in the text that may apply."""
    kept = []
    for head, body in _rules(text):
        if body is not None and head.startswith(("@media", "@supports")):
            body = _applying(body, words)
        elif body is not None and not head.startswith("@"):
            head = ",".join(selector for selector in _COMMA.split(head) if _may_apply(selector, words))
        if body is None or (head and body):
            kept.append(_rule(head, body))
    return "".join(kept)


def _may_apply(selector: str, words: Collection[str]) -> bool:
    """Whether all that the selector itself asks for is there; what is in `:is()` and its like may be left out."""
    return not selector.startswith(_COSTLY) and all(
        (name or value) in words for name, value in _NAME.findall(_PSEUDO_CLASS.sub("", selector))
    )


def _rules(text: str) -> Iterator[tuple[str, str | None]]:
    """Each rule's selectors with its body; a statement has none."""
    depth = start = opened = 0
    head = ""
    for found in _BOUNDARY.finditer(text):
        if found[0] == "{":
            if depth == 0:
                head, opened = text[start : found.start()].strip(), found.end()
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth == 0:
                yield head, text[opened : found.start()]
                start = found.end()
        elif found[0] == ";" and depth == 0:
            yield text[start : found.end()].strip(), None
            start = found.end()


def _rule(head: str, body: str | None) -> str:
    return head if body is None else f"{head}{{{body}}}"
