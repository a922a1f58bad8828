"""A wrong and a right example of each rule, from examples.yml: the manual shows them, and the tests run them."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from .rules import Rule

_FILE = Path(__file__).with_name("examples.yml")


@dataclass(frozen=True)
class Example:
    """What breaks a rule, and what keeps it."""

    wrong: str
    right: str
    file: str = ""
    """The file in which the one stands in the place of the other."""
    page: str = ""
    """The file of a page that has nothing else below its front matter."""

    @property
    def path(self) -> str:
        """The file concerned; empty where the example is told in words."""
        return self.file or self.page


def load_examples() -> dict[Rule, Example]:
    """The example of every rule, in the order of the rules."""
    found = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {rule: Example(**found[rule.value]) for rule in Rule}
