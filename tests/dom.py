"""A finished page as a browser has it: its elements, with their attributes and text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_INLINE = {"a", "abbr", "b", "code", "em", "i", "label", "mark", "small", "span", "strong", "sub", "sup"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """One element of a page."""

    tag: str
    attributes: dict[str, str]
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, with white space as a browser shows it."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag in _INLINE:
                yield from child._words()
            elif child.tag not in ("script", "style"):
                yield from (" ", *child._words(), " ")

    def walk(self) -> "Iterator[Element]":
        """This element and every one inside it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str = "", **attributes: str) -> "list[Element]":
        """Every element inside of this tag, with these attributes; `class_` asks for one class of several."""
        return [found for found in self.walk() if found._matches(tag, attributes)]

    def one(self, tag: str = "", **attributes: str) -> "Element":
        """The one element inside of this tag, with these attributes."""
        (found,) = self.all(tag, **attributes)
        return found

    def texts(self, tag: str = "", **attributes: str) -> list[str]:
        """The words of every element of this tag, with these attributes."""
        return [found.text for found in self.all(tag, **attributes)]

    def ids(self) -> list[str]:
        """Every id, in the order of the page."""
        return [found.attributes["id"] for found in self.walk() if "id" in found.attributes]

    def _matches(self, tag: str, attributes: dict[str, str]) -> bool:
        classes = self.attributes.get("class", "").split()
        return (not tag or self.tag == tag) and all(
            value in classes if name == "class_" else self.attributes.get(name.replace("_", "-")) == value
            for name, value in attributes.items()
        )


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("#page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_html(text: str) -> Element:
    """The page that `text` is."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.open[0]


def read_page(path: Path) -> Element:
    """The page in the file at `path`."""
    return read_html(path.read_text(encoding="utf-8"))
