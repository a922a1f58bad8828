import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .programs import KINDS, Running, find_program, run_server

PLACES = {"root": "", "below": "/school/plg"}
PACKAGES = {"apache2": "apache2-bin"}


@pytest.fixture(scope="session")
def hosted_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with files that a server keeps to itself, and one that it doesn't."""
    copy = tmp_path_factory.mktemp("hosted") / "site"
    shutil.copytree(site, copy)
    for name in (".git/config", "modules/.geheim", ".well-known/security.txt"):
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_text("Contact: mailto:geheim@school.example\n", encoding="utf-8")
    return copy


@pytest.fixture(
    scope="session",
    params=[(name, place) for name in KINDS for place in PLACES],
    ids=lambda pair: "-".join(pair),
)
def running(request: pytest.FixtureRequest, hosted_site: Path) -> Iterator[Running]:
    """Each server, with the course at its root and below a path."""
    with _run(*request.param, hosted_site) as found:
        yield found


@pytest.fixture(scope="session", params=KINDS)
def below(request: pytest.FixtureRequest, hosted_site: Path) -> Iterator[Running]:
    """Each server, with the course below a path only: for what takes a browser long."""
    with _run(request.param, "below", hosted_site) as found:
        yield found


@pytest.fixture(scope="session", params=KINDS)
def for_https(request: pytest.FixtureRequest, hosted_site: Path) -> Iterator[Running]:
    """Each server, told by who runs it that browsers are to use nothing but https."""
    with _run(request.param, "root", hosted_site, "Strict-Transport-Security") as found:
        yield found


@contextmanager
def _run(name: str, place: str, site: Path, turned_on: str = "") -> Iterator[Running]:
    wanted = KINDS[name].program
    program = find_program(wanted)
    if not program:
        package = PACKAGES.get(wanted, wanted)
        pytest.skip(f"the bundle's file for {name} isn't tried: install {package}, or name it in {wanted.upper()}")
    with run_server(name, program, site, PLACES[place], turned_on) as found:
        yield found
