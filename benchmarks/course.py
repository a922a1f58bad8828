"""A made-up course of any size, the same each time: about a kitchen garden, in words that look like Dutch.

A sixth of its pages are worksheets' own pages, eight are the fixed ones (home, programme, goals, workbook and the
tools), the rest are modules: an overview and about ten chapters each.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

FEWEST_PAGES = 20
SOURCES = TERMS = 40
CHAPTERS_A_MODULE = 10

NAV = """
- Start: [index.md, programma.md, doelen.md]
- modules/*
- Gereedschap:
    - tools/index.md
    - mijn-werkboek.md
    - Werkbladen: [tools/werkbladen/*]
    - tools/reflectievragen.md
    - tools/begrippen.md
    - tools/literatuur.md
"""

FIXED = {
    "index.md": ("Een moestuin beginnen", "modules"),
    "programma.md": ("Programma", "programme"),
    "doelen.md": ("Leerdoelen", "goals"),
    "mijn-werkboek.md": ("Mijn werkboek", "workbook"),
    "tools/index.md": ("Tools", "worksheets"),
    "tools/reflectievragen.md": ("Reflectievragen", "reflections"),
    "tools/begrippen.md": ("Begrippen", "glossary"),
    "tools/literatuur.md": ("Literatuur", "literature"),
}
"""Each fixed page with its title and the macro that it shows."""

GOALS = [f"doel-{number}" for number in range(1, 9)]
MOMENTS = {"vooraf": "Vooraf", "dag-1": "Dag 1", "dag-2": "Dag 2", "daarna": "Daarna"}

SMALL = """de het een en van in op met voor aan dat die is niet ook maar als om dan nog bij naar uit over door wat je
we er te zo al hoe want wel veel meer elke deze dit zelf samen""".split()
HEADS = """aarde appel blad bloem boon compost erwt fruit gras groente hark kas kiem klei knol kool kruid kweek mest
oogst peen plant pluk regen schoffel slak snoei spade stek ui voorjaar water wortel zaad zand zomer zon""".split()
TAILS = """bak bed boek dag dek groep hoek kist laag lijst maat maker mand plan plek proef raad ring rij schema soort
steen tijd veld vorm weer werk wijzer zak zorg""".split()
VERBS = """begint bewaart bloeit geeft gieten graven groeit harkt houdt keert kiest kijkt komt kweekt laat legt
maait meet mengt oogsten planten plukt poot ruimt snoeit spit staat strooit telt trekt vraagt wacht wieden
zaait zet""".split()
FAMILIES = """Aalbers Berg Boer Dijkstra Graaf Hoekstra Jansen Kuiper Linden Meijer Mulder Postma Smit Veen Visser
Vos Wit Zwart""".split()


class Author:
    """Writes sentences nobody needs to read."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def noun(self) -> str:
        """A word, in two of three cases put together from two."""
        tail = self.rng.choice(TAILS) if self.rng.random() < 0.67 else ""
        return self.rng.choice(HEADS) + tail

    def words(self, count: int) -> list[str]:
        """So many words: about half of them small ones."""
        kinds = self.rng.choices((self.small, self.noun, self.verb), (5, 3, 2), k=count)
        return [kind() for kind in kinds]

    def small(self) -> str:
        """An article, preposition or the like."""
        return self.rng.choice(SMALL)

    def verb(self) -> str:
        """A verb."""
        return self.rng.choice(VERBS)

    def phrase(self, count: int) -> str:
        """Words without a full stop: a title, a label, an item."""
        return " ".join(self.words(count)).capitalize()

    def paragraph(self, count: int, *inside: str) -> str:
        """Sentences of in total `count` words, each of `inside` somewhere in the middle of one."""
        sentences = []
        while count > 0:
            length = count if count < 18 else self.rng.randint(7, 12)
            sentences.append(f"{self.phrase(length)}.")
            count -= length
        for number, text in enumerate(inside):
            words = sentences[number % len(sentences)].split(" ")
            words.insert(len(words) // 2, text)
            sentences[number % len(sentences)] = " ".join(words)
        return " ".join(sentences)


class Course:
    """The files of a course of `pages` pages."""

    def __init__(self, pages: int) -> None:
        self.rng = random.Random(1)  # noqa: S311 - the same course each time
        self.author = Author(self.rng)
        self.worksheets = [f"werkblad-{number}" for number in range(1, max(1, pages // 6) + 1)]
        rest = pages - len(self.worksheets) - len(FIXED)
        count = max(1, round(rest / (CHAPTERS_A_MODULE + 1)))
        self.modules: dict[str, list[str]] = {f"deel-{number}": [] for number in range(1, count + 1)}
        names = list(self.modules)
        for number in range(rest - count):
            module = names[number * count // (rest - count)]
            self.modules[module].append(f"{module}/hoofdstuk-{number + 1}")
        self.chapters = [chapter for chapters in self.modules.values() for chapter in chapters]
        self.titles = {name: self.author.phrase(4) for name in [*self.chapters, *self.modules, *self.worksheets]}
        self.terms = {f"begrip-{number}": f"tuin{self.author.noun()}" for number in range(1, TERMS + 1)}
        self.sources = [f"bron{1980 + number}" for number in range(1, SOURCES + 1)]

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file below docs/ with its text."""
        for uri, (title, macro) in FIXED.items():
            yield uri, self._page({"title": title}, self.author.paragraph(40), f"{{{{ {macro}() }}}}")
        for module, chapters in self.modules.items():
            links = "\n".join(f"- [{self.titles[name]}]({name.split('/')[1]}.md)" for name in chapters)
            front = {"title": self.titles[module]}
            yield f"modules/{module}/index.md", self._page(front, self.author.paragraph(80), links)
        for number, name in enumerate(self.chapters):
            yield f"modules/{name}.md", self._chapter(number, name)
        for number, name in enumerate(self.worksheets):
            yield f"tools/werkbladen/{name}.md", self._worksheet(number, name)
        yield "cursus.yml", _yaml(self._outline())
        yield "tools/reflectievragen.yml", _yaml({"prompts": [self._prompt(n) for n in range(len(self.chapters))]})
        yield "tools/begrippen.yml", _yaml({"terms": [self._term(n, name) for n, name in enumerate(self.terms)]})
        items = [self._source(number, name) for number, name in enumerate(self.sources)]
        yield "tools/literatuur.json", json.dumps(items, ensure_ascii=False, indent=2)

    def _page(self, front: dict[str, Any], *parts: str) -> str:
        front = {**front, "description": self.author.paragraph(12)}
        return "\n\n".join([f"---\n{_yaml(front)}---", *parts]) + "\n"

    def _link(self, number: int, anchor: str = "") -> str:
        name = self.chapters[number % len(self.chapters)]
        return f"[{self.titles[name].lower()}](../{name}.md{anchor})"

    def _chapter(self, number: int, name: str) -> str:
        """About 1,000 words, of which 60 in headings, list and table."""
        say = self.author.paragraph

        def head(level: int = 2) -> str:
            return f"{'#' * level} {self.author.phrase(4)}"

        names = list(self.terms)
        terms = [f'{{{{ term("{names[(2 * number + n) % TERMS]}") }}}}' for n in (0, 1)]
        sources = [self.sources[(2 * number + n) % SOURCES] for n in (0, 1)]
        cites = [f'{{{{ cite("{sources[0]}") }}}}', f'{{{{ cite("{sources[1]}", page="12") }}}}']
        rows = [[self.author.phrase(2) for _ in range(3)] for _ in range(4)]
        table = "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * 3, *rows[1:]])
        items = "\n".join(f"- {self.author.phrase(5)}" for _ in range(4))
        front = {
            "title": self.titles[name],
            "goals": [GOALS[number % len(GOALS)], GOALS[(number + 3) % len(GOALS)]],
            "minutes": 15 + number % 4 * 5,
            "keypoints": [say(12) for _ in range(3)],
            "before": self.chapters[number - 1 : number] if number else [],
        }
        return self._page(
            front,
            say(126, terms[0]), head(), say(108, cites[0]), say(108, self._link(number + 1)), items,
            head(), say(126, terms[1]), table, say(108, f"**{self.author.phrase(2)}**"),
            f'{{{{ reflection("vraag-{number + 1}") }}}}',
            head(3), say(108, cites[1], self._link(number + 7, "#kernpunten")),
            f'{{{{ worksheet("{self.worksheets[number % len(self.worksheets)]}") }}}}',
            head(), say(126), say(108, f"*{self.author.phrase(2)}*"), say(54, self._link(number + 12)),
        )  # fmt: skip

    def _worksheet(self, number: int, name: str) -> str:
        def options(count: int) -> list[dict[str, str]]:
            return [{"id": f"keuze-{n}", "label": self.author.phrase(3)} for n in range(1, count + 1)]

        say, label = self.author.paragraph, self.author.phrase
        asked = [{"id": f"veld-{n}", "label": label(6), "hint": say(9)} for n in range(1, 8)]
        columns = [{"id": f"kolom-{n}", "kind": "text", "label": self.author.phrase(2)} for n in range(1, 4)]
        more: list[dict[str, Any]] = [
            {"kind": "text", "example": self.author.paragraph(6)},
            {"kind": "paragraph", "example": self.author.paragraph(25)},
            {"kind": "choice", "options": options(4)},
            {"kind": "choices", "options": options(5)},
            {"kind": "scale", "min": 1, "max": 5, "labels": ["nooit", "altijd"], "rows": options(4)},
            {"kind": "table", "columns": columns, "min": 3, "max": 8},
            {"kind": "date"},
        ]
        front = {
            "title": self.titles[name],
            "purpose": self.author.paragraph(9),
            "moments": [list(MOMENTS)[number % 4], *(["daarna"] if number % 4 == 1 else [])],
            "minutes": 20,
            "with": ["alone", "team"],
            "goals": [GOALS[number % len(GOALS)]],
            "fields": [{**one, **other} for one, other in zip(asked, more, strict=True)],
        }
        steps = "\n".join(f"{n}. {self.author.paragraph(12)}" for n in range(1, 5))
        return self._page(front, self.author.paragraph(60), f"## {self.author.phrase(4)}", steps)

    def _outline(self) -> dict[str, Any]:
        half = len(self.chapters) // 2
        chapters = {"dag-1": self.chapters[:half], "dag-2": self.chapters[half:]}
        return {
            "title": "Een moestuin beginnen",
            "modules": [{"id": m, "title": self.titles[m], "chapters": c} for m, c in self.modules.items()],
            "moments": [
                {"id": name, "title": title, "text": self.author.paragraph(20), "chapters": chapters.get(name, [])}
                for name, title in MOMENTS.items()
            ],
            "goals": [{"id": goal, "text": self.author.phrase(10)} for goal in GOALS],
        }

    def _prompt(self, number: int) -> dict[str, Any]:
        moments = [["dag-1"], ["dag-2"], ["dag-1", "daarna"]][number % 3]
        text = f"{self.author.phrase(12)}?"
        return {"id": f"vraag-{number + 1}", "text": text, "goals": [GOALS[number % len(GOALS)]], "moments": moments}

    def _term(self, number: int, name: str) -> dict[str, Any]:
        term, sources = self.terms[name], [self.sources[number % SOURCES]]
        return {"id": name, "term": term, "also": [f"{term}en"], "text": self.author.paragraph(25), "sources": sources}

    def _source(self, number: int, name: str) -> dict[str, Any]:
        """A source: every third one an article, every third a chapter or report, the others books."""
        names = [{"family": self.rng.choice(FAMILIES), "given": given} for given in ("Anna", "Bas")[: 1 + number % 2]]
        if number % 5 == 0:
            names[0]["non-dropping-particle"] = "van den"
        item = {
            "id": name,
            "author": names,
            "issued": {"date-parts": [[1980 + number // 2]]},
            "title": self.author.phrase(7),
            "language": "nl-NL",
        }
        journal = {"type": "article-journal", "container-title": self.author.phrase(3), "volume": "12", "page": "1-20"}
        report = {"type": "report", "publisher": self.author.phrase(2), "URL": f"https://example.org/{name}"}
        book = {"type": "book", "publisher": self.author.phrase(2)}
        return item | (journal, report, book)[number % 3]


def write_course(docs: Path, pages: int) -> None:
    """Write a course of `pages` pages into the folder `docs`."""
    for uri, text in Course(pages).files():
        path = docs / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _yaml(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=80)
