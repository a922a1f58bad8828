"""What a bundle weighs, and how long checking one takes beside making it. README.md says what and why."""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import say

SIZE, RATIO, MANY = 6, 0.10, 4
"""The MiB that a bundle may weigh, what part of making it checking it may take, and how many times as long as one
bundle those of all `SCHOOLS` may take, on two cores."""
SCHOOLS = 20
LEERGANG = [sys.executable, "-c", "from leergang.cli import main; main()"]


def timed(*arguments: str) -> float:
    """The seconds that a command takes.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    start = time.perf_counter()
    subprocess.run([*LEERGANG, *arguments], check=True, capture_output=True)  # noqa: S603 - a command of this file
    return time.perf_counter() - start


def make_schools(folder: Path) -> Path:
    """Folders of schools, each with its own name, date and page; gives the folder that holds them."""
    for number in range(SCHOOLS):
        docs = folder / str(number) / "docs/over"
        docs.mkdir(parents=True)
        docs.joinpath("school.md").write_text(f"---\ntitle: School {number}\n---\n\nVan ons.\n", encoding="utf-8")
        text = f"id: school-{number}\nname: School {number}\nmoments:\n- id: dag-1\n  date: 2027-01-{number + 1:02}\n"
        (folder / str(number) / "school.yml").write_text(text, encoding="utf-8")
    return folder


def main() -> int:
    """Make the bundle of this project's course, check the zip and the unpacked folder, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="leergang-bench-") as folder:
        say("making and checking a bundle")
        made, zipped, unpacked = [], [], []
        for _ in range(rounds):
            made.append(timed("bundle", "--output", folder))
            (path,) = Path(folder).glob("*.zip")
            target = Path(folder, "unpacked")
            shutil.unpack_archive(path, target)
            zipped.append(timed("verify", str(path)))
            unpacked.append(timed("verify", str(target)))
            shutil.rmtree(target)
        size = path.stat().st_size / 1024**2
        say(f"making the bundles of {SCHOOLS} schools")
        schools = make_schools(Path(folder, "schools"))
        pairs = [
            (
                timed("bundle", "--school", str(schools / "0"), "--output", folder),
                timed("bundle", "--schools", str(schools), "--output", folder),
            )
            for _ in range(max(1, rounds // 2))
        ]
    print("| bundle | | |\n|---|---|---|")
    print(f"| size | **{size:.1f} MiB** | at most {SIZE}: {'yes' if size <= SIZE else 'no'} |")
    for name, found in {"zip": zipped, "folder": unpacked}.items():
        ratio = statistics.median(check / make for check, make in zip(found, made, strict=True))
        seconds = f"{statistics.median(found):.2f} / {statistics.median(made):.2f} s"
        judged = f"below {RATIO:.2f}: {'yes' if ratio < RATIO else 'no'}"
        print(f"| verify ({name}) / bundle | **{ratio:.2f}** ({seconds}) | {judged} |")
    many = statistics.median(all_of_them / one for one, all_of_them in pairs)
    seconds = " / ".join(f"{statistics.median(found):.1f}" for found in list(zip(*pairs, strict=True))[::-1])
    judged = f"at most {MANY} on two cores: {'yes' if many <= MANY else 'no'} (here {os.cpu_count()})"
    print(f"| {SCHOOLS} editions / one | **{many:.1f}** ({seconds} s) | {judged} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
