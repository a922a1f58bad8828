"""Versions that are compared: any two commits or the folder, whatever state they are in, and nothing is changed by it."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from leergang.cli import main

from ..conftest import CourseDir
from .conftest import Repository

KNEDEN = "modules/deeg/kneden.md"
NOTHING = "Deze wijziging verandert niets aan wat lezers zien, doen of bewaren."


def test_two_commits_are_compared_whatever_stands_in_the_folder(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.edit((KNEDEN, "minutes: 20", "minutes: 25"))
    second = repository.commit()
    repository.course.write(f"docs/{KNEDEN}", "kapot")

    lengthened = ["Les 1 duurt nu 65 minuten (was 60).", "Het hoofdstuk 'Kneden' kost nu 25 minuten (was 20)."]
    assert lengthened == repository.told(first, second)
    assert lengthened == repository.told("HEAD~1", "main")
    back = ["Les 1 duurt nu 60 minuten (was 65).", "Het hoofdstuk 'Kneden' kost nu 20 minuten (was 25)."]
    assert back == repository.told(second, first)
    assert [] == repository.told(first, first)


def test_nothing_in_the_folder_or_the_index_is_changed(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.edit((KNEDEN, "minutes: 20", "minutes: 25"))
    repository.commit()
    repository.edit((KNEDEN, "minutes: 25", "minutes: 30"))
    repository.git("add", "--all")
    repository.edit((KNEDEN, "minutes: 30", "minutes: 35"))
    repository.course.write("docs/los.md", "---\ntitle: Los\n---\n")
    before, files = repository.state(), _files(repository.course.path)

    repository.told(first, "HEAD")
    assert "Het hoofdstuk 'Kneden' kost nu 35 minuten (was 20)." in repository.told(first)
    assert files == _files(repository.course.path)
    assert before == repository.state()


def _files(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_a_course_in_a_folder_of_a_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    shutil.rmtree(repository.course.path / ".git")
    shutil.move(repository.course.path, outer / "cursussen")
    repository.course.path = outer / "cursussen"
    monkeypatch.chdir(outer)
    repository.git("init", "--quiet", "--initial-branch=main", "..")
    (outer / "docs").mkdir()
    (outer / "docs/andere.md").write_text("---\ntitle: Van een ander\n---\n")
    repository.git("add", "--all", "..")
    repository.git("commit", "--quiet", "--message", "Een versie")
    repository.edit((KNEDEN, "minutes: 20", "minutes: 25"))

    assert 2 == len(repository.told("HEAD", "--config", "cursussen/mkdocs.yml"))
    monkeypatch.chdir(outer / "cursussen")
    assert 2 == len(repository.told("HEAD"))


def test_a_version_with_mistakes_is_compared_as_far_as_it_can_be_read(repository: Repository) -> None:
    repository.edit((KNEDEN, "goals:\n", "goals: [\n"), ("modules/deeg/rijzen.md", "minutes: 15", "minutes: 20"))
    repository.course.write("docs/tools/reflectievragen.yml", "prompts: [\n")

    told = repository.told()
    assert (
        "In de nieuwe versie zijn deze bestanden niet te lezen, dus niet helemaal vergeleken: docs/modules/deeg/kneden.md, "
        "docs/tools/reflectievragen.yml. Kijk met `leergang check` wat eraan mankeert."
    ) == told[0]
    assert ["Het hoofdstuk 'Rijzen' kost nu 20 minuten (was 15)."] == told[1:]
    assert "Geen enkel antwoord wordt geraakt. Dat geldt alleen voor wat te lezen was." in repository.markdown()


def test_a_part_whose_worksheet_cannot_be_read_is_no_other_part(repository: Repository) -> None:
    repository.edit(("tools/werkbladen/deegplan.md", "minutes: 20", "minutes: veel"))

    assert 1 == len(repository.told())


def test_a_version_with_a_broken_outline_says_nothing_of_the_programme(repository: Repository) -> None:
    repository.course.write("docs/cursus.yml", "modules: [\n")

    assert [
        "In de nieuwe versie zijn deze bestanden niet te lezen, dus niet helemaal vergeleken: docs/cursus.yml. Kijk met "
        "`leergang check` wat eraan mankeert."
    ] == repository.told()


def test_before_there_was_a_course_everything_is_new(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "--orphan", "leeg")
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Niets")
    repository.git("rm", "--quiet", "-r", "--cached", ".")
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Echt niets")

    told = repository.told("leeg", "main")
    assert (
        "In de oude versie was er geen cursus te lezen (mkdocs.yml). Daarom staat alles hieronder als nieuw." == told[0]
    )
    assert "Nieuwe pagina: Kneden (modules/deeg/kneden.md, 77 woorden)." in told
    assert "Nieuw werkblad: Deegplan, met 10 vragen." in told


@pytest.mark.parametrize("folder", ["../elders", "{tmp}/elders"])
def test_a_commit_reads_nothing_outside_itself(folder: str, repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders/geheim.md").write_text("---\ntitle: Geheim\n---\n\nNiet van de cursus.\n")
    repository.course.edit("mkdocs.yml", "docs_dir: docs", f"docs_dir: {folder.format(tmp=tmp_path)}")
    repository.commit()

    text = repository.markdown("HEAD~1", "HEAD")
    assert "Geheim" not in text
    assert (
        "In de nieuwe versie is er geen cursus te lezen (mkdocs.yml). Daarom staat alles hieronder als verdwenen."
        in text
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("mian", "Git kent hier geen versie 'mian'; kies een branch, een tag of een commit; bedoelde je 'main'?\n"),
        ("0000000", "Git kent hier geen versie '0000000'; kies een branch, een tag of een commit\n"),
        ("HEAD:docs", "Git kent hier geen versie 'HEAD:docs'; kies een branch, een tag of een commit\n"),
        ("", "Git kent hier geen versie ''; kies een branch, een tag of een commit\n"),
    ],
)
def test_a_version_that_git_does_not_know_is_told_kindly(name: str, message: str, repository: Repository) -> None:
    for arguments in ([name], ["HEAD", name] if name else ["", "HEAD"]):
        outcome = repository.invoke(*arguments)
        assert (2, "", message) == (outcome.exit_code, outcome.stdout, outcome.stderr)


def test_a_name_that_looks_like_an_option_is_none(repository: Repository) -> None:
    outcome = repository.invoke("--", "--output=los.txt")

    assert 2 == outcome.exit_code
    assert "Git kent hier geen versie '--output=los.txt'" in outcome.stderr
    assert not (repository.course.path / "los.txt").exists()


def test_a_folder_without_a_repository_is_told_kindly(elsewhere: Path, showcase_dir: CourseDir) -> None:
    outcome = CliRunner().invoke(main, ["diff", "main"])

    assert 2 == outcome.exit_code
    assert (
        "Deze map is geen Git-repository, dus er is geen eerdere versie om mee te vergelijken. Ga naar de map van je kloon.\n"
    ) == outcome.stderr


def test_a_computer_without_git_is_told_kindly(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.fspath(repository.course.path))
    outcome = repository.invoke("HEAD")

    assert 2 == outcome.exit_code
    assert (
        "Voor vergelijken is git nodig, en dat staat niet op deze computer. Installeer git en probeer het opnieuw.\n"
    ) == outcome.stderr


def test_the_real_course_of_this_repository_is_the_same_as_itself(repository: Repository) -> None:
    """Names of files, line ends and links are as git has them, not as a system writes them."""
    repository.course.write("docs/over/regels.md", "---\r\ntitle: Regels\r\n---\r\n\r\nEen regel é.\r\n".encode())
    (repository.course.path / "docs/over/naar.md").symlink_to("regels.md")
    repository.commit()

    assert [] == repository.told("HEAD", "HEAD")


def test_what_a_host_fetches_of_a_merge_is_enough(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workflow has the merge of a change and what it is merged into, and no commit before that."""
    repository.git("checkout", "--quiet", "-b", "voorstel")
    repository.edit((KNEDEN, "minutes: 20", "minutes: 25"))
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.edit(("modules/deeg/rijzen.md", "minutes: 15", "minutes: 10"))
    repository.commit()
    repository.git("merge", "--quiet", "--no-ff", "--message", "Samen", "voorstel")
    repository.git("clone", "--quiet", "--depth", "2", repository.course.path.as_uri(), str(tmp_path / "kloon"))
    monkeypatch.chdir(tmp_path / "kloon")

    assert "Het hoofdstuk 'Kneden' kost nu 25 minuten (was 20)." in repository.told("HEAD^1", "HEAD")
    assert not [told for told in repository.told("HEAD^1", "HEAD") if "Rijzen" in told], "what main had already"
