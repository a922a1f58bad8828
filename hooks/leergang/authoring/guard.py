"""What commands that write authors' files have in common: what was refused is told, and then nothing was written."""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from ..settings import Settings, load_settings
from ..strings import Strings, load_strings
from .write import RefusedError

CONTENT_ERROR, USAGE_ERROR = 1, 2

Result = TypeVar("Result")


def guarded(config: str, work: Callable[[Settings, Strings], Result]) -> Result:
    """What `work` gives, which is done on the course itself, whichever school's edition the environment names.

    Exits with 2 when the work is refused, and with 1 when a file can't be written.

    Raises:
        SettingsError: mkdocs.yml can't be used.
    """
    settings = replace(load_settings(Path(config)), school=None)
    strings = load_strings(settings.language)
    try:
        return work(settings, strings)
    except RefusedError as error:
        click.echo(str(error), err=True)
        click.echo(strings("authoring.nothing-written"), err=True)
        sys.exit(USAGE_ERROR)
    except BrokenPipeError:  # nobody reads what is told, such as in `| head -1`: the files are written all the same
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        click.echo(
            strings("authoring.not-written", path=error.filename or tempfile.tempdir or "TMPDIR", reason=reason),
            err=True,
        )
        sys.exit(CONTENT_ERROR)
