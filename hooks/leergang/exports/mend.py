"""What Material's templates leave undone for accessibility and valid HTML, where no block of theirs can be overridden.

Found by axe and the Nu Html Checker, which the tests run on every page.
"""

import re

_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')
"""A checkbox completes nothing."""
_NO_TAB = ' tabindex=""'
_FOR_CONTENTS = ' for="__toc"'
_MENU = re.compile(
    r'(<label class="md-nav__link[^>]* for="(__nav_[\d_]+)"[^>]*>\s*<span class="md-nav__icon md-icon">)'
    r'(</span>\s*</label>.*?<label class="md-nav__title" for="\2">\s*<span [^>]*></span>\s*(.*?)\s*</label>)',
    re.S,
)
"""What opens a menu has an icon only, and the menu takes its name from it: the title is further on."""


def mend(html: str) -> str:
    """A page whose menus have names, where only what takes a value or the focus says so."""
    html = _TOGGLE.sub(r"\1", html).replace(_NO_TAB, "")
    if 'id="__toc"' not in html:
        html = html.replace(_FOR_CONTENTS, "")
    return _MENU.sub(r'\1<span class="u-hidden">\4</span>\3', html)
