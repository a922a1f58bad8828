"""Reflection prompts: docs/tools/reflectievragen.yml."""

from .content import Content, Goals, Moments, Slug, Text


class Reflection(Content):
    """One question that a participant answers in writing."""

    id: Slug
    text: Text
    """The question, addressed to the reader."""
    goals: Goals
    moments: Moments
    """When it is asked; the answers of each moment are kept side by side."""
    formerly: tuple[Slug, ...] = ()


class ReflectionsFile(Content):
    """The file that holds them."""

    prompts: tuple[Reflection, ...]
