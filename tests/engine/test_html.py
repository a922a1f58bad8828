"""Every page is valid HTML, as the checker behind validator.w3.org reads it."""

import shutil
from pathlib import Path

import pytest

from ..projects import ROOT, run

CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"


@pytest.fixture
def java() -> str:
    found = shutil.which("java")
    if not found:
        pytest.skip("the checker runs on java: install default-jre-headless to have pages validated")
    return found


def test_every_page_is_valid_html(site: Path, java: str) -> None:
    command = [java, "-jar", str(CHECKER), "--errors-only", "--exit-zero-always", "--skip-non-html", "--format", "gnu"]
    result = run([*command, str(site)], site)

    assert 0 == result.returncode
    assert "" == result.stderr
