"""How long building and checking take, beside plain Material for MkDocs with macros. README.md says what and why."""

import argparse
import io
import json
import os
import platform
import pstats
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any

import yaml
from baseline import RECORDING, course_config, differences, write_baseline
from course import FEWEST_PAGES, NAV, write_course

CONFIG, RECORDING_CONFIG = "mkdocs.yml", "recording.yml"
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file"]
LEERGANG = [sys.executable, "-c", "from leergang.cli import main; main()"]
PLAIN, BUILD, CHECK = "plain Material with macros", "leergang build", "leergang check"
COMMANDS = {
    PLAIN: [*MKDOCS, CONFIG],
    BUILD: [*LEERGANG, "build", "--config", CONFIG],
    CHECK: [*LEERGANG, "check", "--config", CONFIG],
}
RATIOS = {(BUILD, PLAIN): None, (CHECK, BUILD): 0.2}
"""What is divided by what, and how much it may be."""
UNITS = ("wall", "cpu")
UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""With it leergang would be compiled by each run, and what is installed would not: nobody who uses it has that."""
OURS = r"(?:^|/)(?:hooks|overrides)/"
PREFIX = re.compile(r"\S*/(?:site-packages|hooks|course-run|python3\.\d+)/")
PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "Markdown", "pymdown-extensions")


class RunError(Exception):
    """A command that is measured failed; the text says which, and what it said."""


@dataclass(frozen=True)
class Run:
    """What one command took, its children included."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Bench:
    """One size of course: what is run, where, and whether both sites say the same."""

    folder: Path
    pages: int
    different: dict[str, tuple[str, str]]

    def source(self, name: str) -> Path:
        """The untouched folder that a contestant builds."""
        return self.folder / ("plain" if name == PLAIN else "course")


def run(command: list[str], folder: Path, hooks: Path, **environment: str) -> Run:
    """Run `command` in `folder`, with the leergang that is in `hooks`.

    Raises:
        RunError: it failed.
    """
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LEERGANG_", UNCOMPILED))}
    before, start = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(  # noqa: S603 - commands of this file
        command,
        cwd=folder,
        env={**kept, "PYTHONPATH": str(hooks), "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
    )
    wall, after = time.perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    if done.returncode:
        raise RunError(f"{' '.join(command)}\nin {folder} failed:\n{(done.stdout + done.stderr)[-4000:]}")
    return Run(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def fresh(source: Path) -> Path:
    """A new copy of `source` beside it: nothing that an earlier run left can help."""
    copy = source.with_name(f"{source.name}-run")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(source, copy)
    return copy


def prepare(project: Path, folder: Path, pages: int) -> Bench:
    """Write the course and the plain site with the same pages, build each once, and compare their text."""
    course, plain, recorded = folder / "course", folder / "plain", folder / "recorded"
    for made in (course, plain, recorded):
        made.mkdir(parents=True)
    write_course(course / "docs", pages)
    shutil.copytree(project / "overrides", course / "overrides")
    shutil.copytree(project / "hooks", course / "hooks", ignore=shutil.ignore_patterns("leergang"))
    text, nav = (project / CONFIG).read_text(encoding="utf-8"), yaml.safe_load(NAV)
    (course / CONFIG).write_text(course_config(text, nav), encoding="utf-8")
    recording = fresh(course)
    hook = str(Path(__file__).with_name("baseline.py").resolve())
    (recording / RECORDING_CONFIG).write_text(course_config(text, nav, hook), encoding="utf-8")
    run([*MKDOCS, RECORDING_CONFIG], recording, project / "hooks", **{RECORDING: str(recorded)})
    addresses = write_baseline(recorded, text, plain)
    sites = []
    for name, source in ((BUILD, course), (PLAIN, plain)):
        run(COMMANDS[name], built := fresh(source), project / "hooks")
        sites.append(built / "site")
    return Bench(folder, len(addresses), differences(sites[0], sites[1], addresses))


def measure(bench: Bench, hooks: Path, rounds: int) -> dict[str, list[Run]]:
    """Run every contestant once a round, each second round the other way round."""
    runs: dict[str, list[Run]] = {name: [] for name in COMMANDS}
    for number in range(rounds):
        for name in sorted(COMMANDS, key=list(COMMANDS).index, reverse=bool(number % 2)):
            taken = run(COMMANDS[name], fresh(bench.source(name)), hooks)
            runs[name].append(taken)
            say(f"{bench.pages} pages, round {number + 1} of {rounds}: {name} {taken.wall:.2f} s")
    return runs


def ratios(runs: dict[str, list[Run]], one: str, other: str, unit: str = "wall") -> list[float]:
    """For each round, what `one` took divided by what `other` took."""
    return [getattr(a, unit) / getattr(b, unit) for a, b in zip(runs[one], runs[other], strict=True)]


def table_rows(bench: Bench, runs: dict[str, list[Run]]) -> list[str]:
    """The lines of the Markdown table for one size."""
    divided = {one: (other, limit) for (one, other), limit in RATIOS.items()}
    rows = []
    for name, taken in runs.items():
        middles = (statistics.median(getattr(one, unit) for one in taken) for unit in UNITS)
        cells = [str(bench.pages), name, *(f"{middle:.2f}" for middle in middles)]
        if name in divided:
            other, limit = divided[name]
            found = ratios(runs, name, other)
            ratio, cpu = statistics.median(found), statistics.median(ratios(runs, name, other, "cpu"))
            verdict = "" if limit is None else f", at most {limit:.2f}: {'yes' if ratio <= limit else 'no'}"
            cells += [other, f"**{ratio:.2f}**{verdict}", f"{min(found):.2f} to {max(found):.2f}", f"{cpu:.2f}"]
        else:
            cells += [""] * 4
        rows.append(f"| {' | '.join(cells)} |")
    return rows


def render_text_note(bench: Bench) -> str:
    """Whether both sites have the same text, and where not."""
    if not bench.different:
        return f"{bench.pages} pages: both sites have the same text in <article> of every page."
    lines = [f"{bench.pages} pages: the text in <article> differs on {len(bench.different)} of them. The first:"]
    for page, (one, other) in list(bench.different.items())[:3]:
        lines.append(f"  {page}\n    leergang: {one!r}\n    plain:    {other!r}")
    return "\n".join(lines)


def as_data(bench: Bench, runs: dict[str, list[Run]]) -> dict[str, Any]:
    """One size for --json."""
    return {
        "pages": bench.pages,
        "different_text": sorted(bench.different),
        "runs": {name: [{"wall": one.wall, "cpu": one.cpu} for one in taken] for name, taken in runs.items()},
        "ratios": [
            {"of": one, "to": other, "limit": limit, "median": statistics.median(found), "rounds": found}
            for (one, other), limit in RATIOS.items()
            if (found := ratios(runs, one, other))
        ],
    }


def profile(bench: Bench, hooks: Path, top: int = 25) -> None:
    """Build once under cProfile and print what took longest, also of our own code and templates alone."""
    course = fresh(bench.source(BUILD))
    taken = run([sys.executable, "-m", "cProfile", "-o", "profile", *MKDOCS[1:], CONFIG], course, hooks)
    print(f"{bench.pages} pages, mkdocs build under cProfile: {taken.wall:.2f} s.")
    print("Not in it: the process of `leergang build` that starts it, and work of child processes.")
    for order, only in (("cumulative", ""), ("tottime", ""), ("cumulative", OURS)):
        stats = pstats.Stats(str(course / "profile"), stream=(printed := io.StringIO()))
        stats.sort_stats(order).print_stats(*([only] if only else []), top)
        text = printed.getvalue()
        table = PREFIX.sub("", text[text.index("   ncalls") :].rstrip())
        print(f"\n{order}{', leergang and its templates' if only else ''}\n\n{table}")


def say(text: str) -> None:
    """Tell how far the work is."""
    print(text, file=sys.stderr, flush=True)


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[60, 300], help="sizes of the course")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every measurement there")
    parser.add_argument("--profile", action="store_true", help="instead: where the largest spends its time")
    found = parser.parse_args()
    if min(found.pages) < FEWEST_PAGES or found.rounds < 1:
        parser.error(f"at least {FEWEST_PAGES} pages and 1 round")
    return found


def main() -> int:
    """Measure and print; 1 when a build failed, whatever the times."""
    asked = arguments()
    sizes = [max(asked.pages)] if asked.profile else asked.pages
    with tempfile.TemporaryDirectory(prefix="leergang-bench-") as temporary:
        project = Path(temporary, "project")
        snapshot(Path.cwd(), project)
        try:
            found = []
            for pages in sizes:
                say(f"{pages} pages: preparing")
                bench = prepare(project, Path(temporary, str(pages)), pages)
                if asked.profile:
                    profile(bench, project / "hooks")
                else:
                    found.append((bench, measure(bench, project / "hooks", asked.rounds)))
        except RunError as error:
            say(str(error))
            return 1
    if not asked.profile:
        report(found, asked)
    return 0


def snapshot(root: Path, project: Path) -> None:
    """Copy what is measured, so that work that goes on meanwhile doesn't change it."""
    for folder in ("hooks", "overrides"):
        shutil.copytree(root / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / CONFIG, project)


def report(found: list[tuple[Bench, dict[str, list[Run]]]], asked: argparse.Namespace) -> None:
    """Print the table, and write the JSON when it is asked for."""
    versions = {"Python": platform.python_version(), **{name: version(name) for name in PACKAGES}}
    with_what = ", ".join(f"{name} {number}" for name, number in versions.items())
    print(f"Medians of {asked.rounds} interleaved rounds on {os.cpu_count()} processors; {with_what}.\n")
    columns = ("pages", "what", "seconds", "CPU s", "divided by", "ratio", "lowest to highest", "CPU ratio")
    print(f"| {' | '.join(columns)} |\n{'|---' * len(columns)}|")
    for bench, runs in found:
        print("\n".join(table_rows(bench, runs)))
    print()
    for bench, _ in found:
        print(render_text_note(bench))
    if asked.json:
        sizes = [as_data(*one) for one in found]
        data = {"versions": versions, "cpus": os.cpu_count(), "rounds": asked.rounds, "sizes": sizes}
        asked.json.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
