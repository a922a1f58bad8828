"""The glossary: docs/tools/begrippen.yml."""

from .content import Content, Slug, Text


class Term(Content):
    """A word of the trade, explained."""

    id: Slug
    term: Text
    """As it stands in a sentence."""
    also: tuple[Text, ...] = ()
    """Other names and forms, found by search."""
    text: Text
    """The explanation, in one to three sentences."""
    sources: tuple[str, ...] = ()
    formerly: tuple[Slug, ...] = ()


class GlossaryFile(Content):
    """The file that holds them."""

    terms: tuple[Term, ...]


class Synonyms(Content):
    """Words that search takes for one another."""

    words: tuple[Text, ...]


class SynonymsFile(Content):
    """docs/tools/zoekwoorden.yml."""

    synonyms: tuple[Synonyms, ...]
