"""`term` and `glossary`: a word with its explanation at hand, and the list of all of them."""

import unicodedata

from .rendering import PageRendering


def term(page: PageRendering, id: str, text: str = "") -> str:
    """A term in a sentence, with its explanation."""
    entry = page.course.terms[page.course.present("term", id)]
    return page.render_inline(
        "term", term=entry.content, text=text or entry.content.term, anchor=page.unique_id(f"term--{entry.id}")
    )


def glossary(page: PageRendering) -> str:
    """Every term, in the order of the alphabet."""
    terms = sorted((entry.content for entry in page.course.terms.values()), key=lambda term: _alphabetical(term.term))
    chapters = {term.id: page.course.chapters_using("term", term.id) for term in terms}
    return page.render("glossary", terms=terms, chapters=chapters)


def _alphabetical(words: str) -> str:
    """Words as a dictionary orders them: accents and capitals count for nothing."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(sign))
