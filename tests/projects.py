"""Builds of the real course and of copies of it, by the same command that a user types."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEERGANG = [sys.executable, "-c", "from leergang.cli import main; main()"]

Run = subprocess.CompletedProcess[str]


def run(command: list[str], folder: Path, **environment: str) -> Run:
    """Run a command in a folder, whatever it exits with."""
    return subprocess.run(
        command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}, capture_output=True,
        text=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip


def copy_project(target: Path) -> Path:
    """What a build needs, as a fresh clone has it."""
    target.mkdir(parents=True)
    for name in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "mkdocs.yml", target)
    return target


def build_real_course(folder: Path, edition: str = "participant") -> Path:
    """The site of the real course, built in `folder`."""
    project = copy_project(folder / "project")
    result = run([*LEERGANG, "build", "--edition", edition], project)
    assert result.returncode == 0, result.stderr
    return project / "site"


def lasting_pages(site: Path) -> list[Path]:
    """Every page of a site on which a reader stays: an address of earlier leads on to another."""
    pages = sorted(site.rglob("*.html"))
    return [path for path in pages if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")]
