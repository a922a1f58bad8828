"""What a trainer meets at a keyboard: questions one by one, and a mistake told kindly and asked again."""

import os
import pty
import select
import subprocess
from pathlib import Path

from ..conftest import Check, CourseDir
from ..projects import LEERGANG
from .conftest import Changes, Run


class Terminal:
    """A command in a terminal, which gets an answer at every prompt."""

    def __init__(self, *arguments: str) -> None:
        self._screen, end = pty.openpty()
        command = [*LEERGANG, *arguments]
        self._process = subprocess.Popen(command, stdin=end, stdout=end, stderr=end, start_new_session=True)
        os.close(end)
        self.text = ""

    def answer(self, *answers: str) -> str:
        """Type each answer when it is asked for; gives what was on the screen, without colours."""
        for typed in answers:
            assert self._read_until("> "), f"no question for {typed!r}: {self.text}"
            os.write(self._screen, f"{typed}\n".encode())
            assert self._read_until("\n")
        self._read_until("")
        self.code = self._process.wait(60)
        os.close(self._screen)
        return self.text.replace("\x1b[1m", "").replace("\x1b[0m", "")

    def _read_until(self, end: str) -> bool:
        """Whether the screen came to say `end`; an empty one is the end of the command."""
        new = ""
        while not (end and new.endswith(end)):
            assert select.select([self._screen], [], [], 60)[0], f"nothing more came: {self.text}"
            try:
                read = os.read(self._screen, 1 if end else 4096)
            except OSError:  # the command has ended
                return False
            if not read:
                return False
            while read[-1] & 0x80 and not _whole(read):
                read += os.read(self._screen, 1)
            new += read.decode().replace("\r", "")
            self.text += read.decode().replace("\r", "")
        return True


def _whole(read: bytes) -> bool:
    try:
        read.decode()
    except UnicodeDecodeError:
        return False
    return True


def test_a_worksheet_is_made_by_answering(showcase_dir: CourseDir, check: Check) -> None:
    terminal = Terminal("new", "worksheet")

    text = terminal.answer(
        "Proefblad", "", "Je proeft en schrijft op wat je proeft.", "les 1, later", "", "alleen", "3", "Wat proef je?", "5"
    )  # fmt: skip

    assert 0 == terminal.code
    assert "\nHoe heet het nieuwe werkblad?\n> Proefblad\n" in text
    assert "[proefblad]> \n" in text
    assert "  1. Vooraf\n  2. Les 1\n  3. Les 2\n  4. Later\n> les 1, later\n" in text
    assert "  3. zonder recept een brood bakken (zelf-bakken)\n> 3\n" in text
    assert "[een paar zinnen]> 5\n" in text
    assert "Gemaakt: docs/tools/werkbladen/proefblad.md\n" in text
    matter = showcase_dir.load().worksheets["proefblad"].matter
    assert (("les-1", "later"), 20, ("alone",), ("zelf-bakken",), "choice") == (
        matter.moments, matter.minutes, matter.with_, matter.goals, matter.fields[0].kind
    )  # fmt: skip
    assert [] == [line for line in check(showcase_dir) if ": fout[" in line]


def test_an_answer_that_cannot_be_used_is_asked_again_with_the_reason(showcase_dir: CourseDir) -> None:
    terminal = Terminal("new", "chapter")

    text = terminal.answer(
        "", "Proeven", "9", "2", "Pro even", "bakken", "proeven", "les-9", "les-1", "brood", "1 3",
        "een uur", "12 min", "", "Proef alles; Spoel je mond.", "",
    )  # fmt: skip

    assert 0 == terminal.code, text
    for told in (
        "> \nHier is een antwoord nodig. Typ het en druk op Enter.\n> Proeven\n",
        "> 9\n'9' staat niet in de lijst. Typ een nummer van 1 tot en met 2, of een van deze: deeg, oven.\n> 2\n",
        "'Pro even' kan geen id zijn. Gebruik kleine letters, cijfers en streepjes, zoals 'pro-even'.\n",
        "Het id 'bakken' is al in gebruik, of was dat eerder. Kies een ander, zoals 'bakken-2'.\n",
        "'les-9' staat niet in de lijst. Bedoel je 'les-2'?\n",
        "'brood' staat niet in de lijst.",
        "'een uur' is geen aantal minuten. Typ een heel getal van 1 tot en met 1000, zoals 20.\n",
    ):
        assert told in text
    matter = showcase_dir.load().chapters["oven/proeven"].matter
    assert (12, ("Proef alles", "Spoel je mond."), ("deeg-beoordelen", "zelf-bakken")) == (
        matter.minutes, matter.keypoints, matter.goals
    )  # fmt: skip


def test_an_option_that_cannot_be_used_is_asked_for(showcase_dir: CourseDir) -> None:
    terminal = Terminal("new", "reflection", "--text", "Wat viel op?", "--goal", "tijd", "--moment", "later")

    text = terminal.answer("2")

    assert 0 == terminal.code, text
    assert "--goal: 'tijd' staat niet in de lijst." in text
    assert ("tijd-kiezen",) == showcase_dir.load().reflections["wat-viel-op"].content.goals


def test_a_source_is_asked_only_what_its_type_has(showcase_dir: CourseDir) -> None:
    terminal = Terminal("new", "source")

    text = terminal.answer(
        "5", "Brood van gisteren", "De Broodwijzer", "20", "2020", "", "broodwijzer", "https://broodwijzer.example/oud",
        "", "", "",
    )  # fmt: skip

    assert 0 == terminal.code, text
    assert "'20' is geen jaartal. Typ vier cijfers, zoals 2019, of laat het leeg.\n" in text
    assert "'broodwijzer' is geen webadres. Het begint met https://" in text
    assert "[broodwijzer2020brood]> \n" in text
    assert "uitgever" not in text
    assert {
        "id": "broodwijzer2020brood", "type": "webpage", "author": [{"literal": "De Broodwijzer"}],
        "issued": {"date-parts": [[2020]]}, "title": "Brood van gisteren",
        "URL": "https://broodwijzer.example/oud", "language": "nl-NL",
    } == showcase_dir.load().sources["broodwijzer2020brood"].place.data  # fmt: skip


def test_who_walks_away_leaves_everything_as_it_was(showcase_dir: CourseDir, new: Run) -> None:
    changes = Changes(Path.cwd())

    result = new("term", typed="feedup\n")

    assert 2 == result.exit_code
    assert "Er kwam geen antwoord meer. Geef het mee met --id, of begin opnieuw" in result.stderr
    assert [] == changes.paths()
    assert showcase_dir.path == Path.cwd()


def test_nobody_is_asked_where_nobody_can_answer(showcase_dir: CourseDir, new: Run) -> None:
    result = new("reflection", "--text", "Wat viel op?", "--goal", "brood", "--moment", "later")

    assert 2 == result.exit_code
    assert (
        "--goal: 'brood' staat niet in de lijst. Typ een nummer van 1 tot en met 3, of een van deze:" in result.stderr
    )
    assert showcase_dir.load().reflections.keys() == {"eerste-brood", "geduld"}
