"""What a bundle weighs, and how long checking one takes beside making it. README.md says what and why."""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import say

SIZE, RATIO = 6, 0.10
"""The MiB that a bundle may weigh, and what part of making it checking it may take."""
LEERGANG = [sys.executable, "-c", "from leergang.cli import main; main()"]


def timed(*arguments: str) -> float:
    """The seconds that a command takes.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    start = time.perf_counter()
    subprocess.run([*LEERGANG, *arguments], check=True, capture_output=True)  # noqa: S603 - a command of this file
    return time.perf_counter() - start


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
    print("| bundle | | |\n|---|---|---|")
    print(f"| size | **{size:.1f} MiB** | at most {SIZE}: {'yes' if size <= SIZE else 'no'} |")
    for name, found in {"zip": zipped, "folder": unpacked}.items():
        ratio = statistics.median(check / make for check, make in zip(found, made, strict=True))
        seconds = f"{statistics.median(found):.2f} / {statistics.median(made):.2f} s"
        judged = f"below {RATIO:.2f}: {'yes' if ratio < RATIO else 'no'}"
        print(f"| verify ({name}) / bundle | **{ratio:.2f}** ({seconds}) | {judged} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
