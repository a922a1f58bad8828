"""`leergang verify`: whatever happened to a bundle is found, and a bundle that isn't one is refused."""

import hashlib
import os
import stat
import subprocess
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import pytest

from leergang.exports.checksums import BundleError, render_sums, verify_bundle

from ..projects import Run

Leergang = Callable[..., Run]
FILES = {"LEESMIJ.html": b"begin", "site/index.html": b"tea", "site/één.html": b"one", "server/nginx.conf": b"server"}
RIGHT = "4 bestanden gecontroleerd: alles is zoals het gemaakt is.\n"


def sums(files: Mapping[str, bytes] = FILES) -> bytes:
    return render_sums({name: hashlib.sha256(content).hexdigest() for name, content in files.items()}).encode()


def folder(path: Path, files: Mapping[str, bytes] = FILES) -> Path:
    for name, content in {**files, "SHA256SUMS": sums(files)}.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path


def packed(path: Path, entries: Mapping[str, bytes] | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in (entries or {**FILES, "SHA256SUMS": sums()}).items():
            bundle.writestr(name, content)
    return path


def told(leergang: Leergang, path: Path) -> tuple[int, list[str]]:
    result = leergang(path.parent, "verify", path.name)
    assert "Traceback" not in result.stderr
    return result.returncode, [*result.stdout.splitlines(), *result.stderr.splitlines()]


def test_a_bundle_as_it_was_made_is_said_to_be_so(tmp_path: Path, leergang: Leergang) -> None:
    digest = hashlib.sha256(sums()).hexdigest()
    fine = RIGHT + f"Controlegetal: {digest} (vergelijk het met dat van de maker)\n"

    for path in (packed(tmp_path / "bundle.zip"), folder(tmp_path / "unpacked")):
        result = leergang(tmp_path, "verify", path.name)
        assert (0, fine, "") == (result.returncode, result.stdout, result.stderr)


def test_every_changed_missing_and_added_file_is_named(tmp_path: Path, leergang: Leergang) -> None:
    unpacked = folder(tmp_path / "unpacked")
    (unpacked / "site/één.html").write_bytes(b"two")
    (unpacked / "server/nginx.conf").unlink()
    (unpacked / "site/new.html").write_bytes(b"")
    (unpacked / "site/Thumbs.db").write_bytes(b"pictures")
    expected = [
        "ontbreekt: server/nginx.conf",
        "hoort er niet bij: site/Thumbs.db (zo'n bestand zet Windows of macOS er zelf bij; je kunt het gerust weghalen)",
        "hoort er niet bij: site/new.html",
        "veranderd: site/één.html",
        "4 verschillen: dit is niet de bundel zoals hij gemaakt is.",
    ]
    entries = {
        path.relative_to(unpacked).as_posix(): path.read_bytes() for path in unpacked.rglob("*") if path.is_file()
    }

    assert (1, expected) == told(leergang, unpacked)
    assert (1, expected) == told(leergang, packed(tmp_path / "bundle.zip", entries))


def test_a_link_is_no_file_and_is_not_followed(tmp_path: Path, leergang: Leergang) -> None:
    unpacked = folder(tmp_path / "unpacked")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/index.html").write_bytes(FILES["site/index.html"])
    (unpacked / "site/index.html").unlink()
    (unpacked / "site/index.html").symlink_to(tmp_path / "elsewhere/index.html")
    (unpacked / "site/more").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(unpacked / "site/pipe")

    code, lines = told(leergang, unpacked)

    odd = ["site/index.html", "site/more", "site/pipe"]
    assert (1, [f"is geen gewoon bestand: {name}" for name in odd]) == (code, lines[:-1])


def test_a_folder_that_is_itself_a_link_is_checked(tmp_path: Path, leergang: Leergang) -> None:
    folder(tmp_path / "unpacked")
    (tmp_path / "now").symlink_to(tmp_path / "unpacked")

    assert 0 == told(leergang, tmp_path / "now")[0]


@pytest.mark.parametrize("name", ["../out.html", "site/../../out.html", "/etc/out", "C:\\out.html", "..\\out.html"])
def test_a_zip_that_writes_outside_its_folder_is_refused(name: str, tmp_path: Path, leergang: Leergang) -> None:
    bundle = packed(tmp_path / "bundle.zip", {**FILES, "SHA256SUMS": sums(), name: b"out"})

    message = f"'{name}' hoort niet in deze bundel: het leidt naar buiten de map; pak de bundel niet uit"
    assert (1, [message]) == told(leergang, bundle)


def test_a_list_that_names_a_file_outside_the_folder_is_refused(tmp_path: Path, leergang: Leergang) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    unpacked = folder(tmp_path / "unpacked")
    (unpacked / "SHA256SUMS").write_bytes(sums({"../secret": b"secret"}))

    message = "'../secret' hoort niet in deze bundel: het leidt naar buiten de map; pak de bundel niet uit"
    assert (1, [message]) == told(leergang, unpacked)


def test_a_link_in_a_zip_is_refused(tmp_path: Path, leergang: Leergang) -> None:
    bundle = packed(tmp_path / "bundle.zip")
    link = zipfile.ZipInfo("site/more")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(bundle, "a") as opened:
        opened.writestr(link, "/etc")

    code, lines = told(leergang, bundle)
    assert (1, 1) == (code, len(lines))
    assert lines[0].startswith("'site/more' hoort niet in deze bundel")


def test_a_file_that_is_in_a_zip_twice_is_refused(tmp_path: Path, leergang: Leergang) -> None:
    bundle = packed(tmp_path / "bundle.zip")
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(bundle, "a") as opened:
        opened.writestr("site/index.html", "another")

    assert (1, ["'site/index.html' staat twee keer in deze bundel; pak hem niet uit"]) == told(leergang, bundle)


def test_what_did_not_arrive_whole_is_told_from_what_is_no_bundle(tmp_path: Path, leergang: Leergang) -> None:
    whole = packed(tmp_path / "whole.zip").read_bytes()
    for count in (4, 100, len(whole) // 2, len(whole) - 1):
        (tmp_path / "part.zip").write_bytes(whole[:count])
        message = "'part.zip' is beschadigd of niet helemaal aangekomen; kopieer of download de bundel opnieuw"
        assert (1, [message]) == told(leergang, tmp_path / "part.zip")

    for name, content in {"empty.zip": b"", "letter.zip": b"Dear reader"}.items():
        (tmp_path / name).write_bytes(content)
        assert (2, [f"'{name}' is geen bundel: er is geen SHA256SUMS"]) == told(leergang, tmp_path / name)


def test_where_there_is_no_bundle_it_is_said(tmp_path: Path, leergang: Leergang) -> None:
    folder(tmp_path / "outer/inner")
    packed(tmp_path / "other.zip", {"tea.txt": b"tea"})

    assert (2, ["'gone.zip' kan niet geopend worden: No such file or directory"]) == told(
        leergang, tmp_path / "gone.zip"
    )
    assert (2, ["'other.zip' is geen bundel: er is geen SHA256SUMS"]) == told(leergang, tmp_path / "other.zip")
    message = "'outer' is geen bundel, maar er zit er wel een in: controleer de map van 'inner/SHA256SUMS'"
    assert (2, [message]) == told(leergang, tmp_path / "outer")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (sums()[:-1], 4),
        (sums() + sums(), 5),
        (b"not a checksum\n" + sums(), 1),
        (b"\xff\xfe", 1),
    ],
)
def test_a_list_that_was_changed_is_told(content: bytes, line: int, tmp_path: Path, leergang: Leergang) -> None:
    unpacked = folder(tmp_path / "unpacked")
    (unpacked / "SHA256SUMS").write_bytes(content)

    code, lines = told(leergang, unpacked)

    assert 1 == code
    assert [f"SHA256SUMS is veranderd: regel {line} klopt niet; download of kopieer de bundel opnieuw"] == lines


def test_a_list_with_other_line_ends_is_told_once(tmp_path: Path, leergang: Leergang) -> None:
    unpacked = folder(tmp_path / "unpacked")
    (unpacked / "SHA256SUMS").write_bytes(sums().replace(b"\n", b"\r\n"))

    code, lines = told(leergang, unpacked)

    assert (1, 1) == (code, len(lines))
    assert lines[0].startswith("SHA256SUMS is veranderd: de regels eindigen zoals op Windows, ")


def test_whichever_byte_of_a_zip_is_changed_nothing_else_passes_for_the_bundle(tmp_path: Path) -> None:
    whole = packed(tmp_path / "whole.zip").read_bytes()
    path = tmp_path / "changed.zip"
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :])
        try:
            fine = not verify_bundle(path).findings
        except BundleError:
            continue
        if fine:
            with zipfile.ZipFile(path) as bundle:
                assert FILES == {name: bundle.read(name) for name in bundle.namelist() if name != "SHA256SUMS"}


def test_the_list_is_as_sha256sum_itself_writes_it(tmp_path: Path) -> None:
    unpacked = folder(tmp_path)
    (unpacked / "SHA256SUMS").unlink()
    written = subprocess.run(["sha256sum", *sorted(FILES)], cwd=unpacked, capture_output=True, check=True).stdout

    assert written == sums()


@pytest.mark.parametrize(("written", "kept"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_disk_that_takes_letters_apart_changes_nothing(
    written: Literal["NFC", "NFD"], kept: Literal["NFC", "NFD"], tmp_path: Path
) -> None:
    unpacked = folder(tmp_path / "unpacked", {unicodedata.normalize(kept, name): FILES[name] for name in FILES})
    listed = {unicodedata.normalize(written, name): content for name, content in FILES.items()}
    (unpacked / "SHA256SUMS").write_bytes(sums(listed))

    assert () == verify_bundle(unpacked).findings


def test_a_folder_with_settings_of_something_else_does_not_matter(tmp_path: Path, leergang: Leergang) -> None:
    packed(tmp_path / "bundle.zip")
    (tmp_path / "mkdocs.yml").write_text("site_name: Something else\n")

    assert (0, RIGHT.strip()) == (
        told(leergang, tmp_path / "bundle.zip")[0],
        told(leergang, tmp_path / "bundle.zip")[1][0],
    )


def test_it_speaks_the_language_of_the_course_that_it_is_run_in(tmp_path: Path, leergang: Leergang) -> None:
    packed(tmp_path / "bundle.zip")
    (tmp_path / "mkdocs.yml").write_text("theme: {language: en}\nextra: {leergang: {course: good-tea}}\n")

    assert "Checked 4 files: everything is as it was made." == told(leergang, tmp_path / "bundle.zip")[1][0]
