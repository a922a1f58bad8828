"""Real web servers, started with the bundle's own files, of which no more is changed than their comments say."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from leergang.exports.servers import render_server_files

from ...projects import ROOT

UNPACKED = ROOT / ".venv/servers"
"""Where .ci/bootstrap.sh puts programs whose packages would start them."""
NOBODY = {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}
"""No server needs more rights than these; Apache refuses to work as root."""
MODULES = """mpm_event authz_core alias dir mime filter deflate brotli headers rewrite autoindex reqtimeout"""
"""Of Apache: what Debian starts with, and what the comment in apache.conf asks for."""


@dataclass(frozen=True)
class Running:
    """A server that is there."""

    name: str
    port: int
    place: str
    """The path below which the course is: empty, or `/school/plg`."""
    site: Path

    @property
    def address(self) -> str:
        """Of the course, without a slash at its end."""
        return f"http://127.0.0.1:{self.port}{self.place}"


def find_program(name: str) -> str | None:
    """The program of a server, which needs not be on a user's PATH."""
    folders = [*os.get_exec_path(), "/usr/sbin", "/usr/local/sbin", f"{UNPACKED}/usr/sbin", f"{UNPACKED}/usr/bin"]
    return shutil.which(os.environ.get(name.upper(), name), path=os.pathsep.join(folders))


def write_bundle(site: Path, folder: Path, turned_on: str = "") -> None:
    """What the bundle has for servers, and the site in it; of lines for this header the # is taken away."""
    shutil.copytree(site, folder / "site")
    for path, text in render_server_files(site).items():
        (folder / path).parent.mkdir(exist_ok=True)
        if turned_on:
            text = re.sub(rf"# (?=(\S+ )*\+?{turned_on})", "", text)
        (folder / path).write_text(text, encoding="utf-8")


def _edit(path: Path, changes: Mapping[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert 1 == text.count(old), f"{path.name} has {text.count(old)} times {old!r}"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def _nginx(program: str, folder: Path, port: int, place: str) -> list[str]:
    changes = {"listen 80;": f"listen 127.0.0.1:{port};", "/srv/cursus/site": f"{folder}/site"}
    _edit(folder / "server/nginx.conf", {**changes, "~ ^(?<pad>)": f"~ ^(?<pad>{place})"})
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    main = f"""daemon off; worker_processes 2; pid {folder}/pid; events {{ worker_connections 1024; }}
http {{ access_log off; {" ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)} include {folder}/server/nginx.conf; }}"""
    (folder / "main.conf").write_text(main, encoding="utf-8")
    return [program, "-p", str(folder), "-e", f"{folder}/log", "-c", f"{folder}/main.conf"]


def _apache_main(program: str, folder: Path, port: int, rest: str) -> list[str]:
    """As Debian has it: what is not opened is closed, and files of Apache's own are not for visitors."""
    modules = Path("/usr/lib/apache2/modules")
    loaded = "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in MODULES.split())
    closed = "<Directory />\nAllowOverride None\nRequire all denied\n</Directory>\n"
    own = '<FilesMatch "^\\.ht">\nRequire all denied\n</FilesMatch>\n'
    files = f"PidFile {folder}/pid\nErrorLog {folder}/log\nTypesConfig /dev/null\nServerName 127.0.0.1\n"
    text = f"ServerRoot {folder}\nListen 127.0.0.1:{port}\n{loaded}{files}{closed}{own}{rest}\n"
    (folder / "main.conf").write_text(text, encoding="utf-8")
    return [program, "-f", f"{folder}/main.conf", "-D", "FOREGROUND"]


def _apache(program: str, folder: Path, port: int, place: str) -> list[str]:
    changes = {"*:80": f"127.0.0.1:{port}", "/srv/cursus/site": f"{folder}/site"}
    _edit(folder / "server/apache.conf", {**changes, 'cursus_pad "/"': f'cursus_pad "{place or "/"}"'})
    return _apache_main(program, folder, port, f"Include {folder}/server/apache.conf")


def _web_host(program: str, folder: Path, port: int, place: str) -> list[str]:
    """An Apache of which a school has a folder and no more; site/.htaccess says what it needs."""
    root = folder / "www"
    (root / place.strip("/")).parent.mkdir(parents=True, exist_ok=True)
    if not place:
        root.rmdir() if root.exists() else None
    (root / place.strip("/") if place else root).symlink_to(folder / "site")
    opened = (
        f"<Directory {folder}>\nOptions Indexes FollowSymLinks\nAllowOverride All\nRequire all granted\n</Directory>"
    )
    return _apache_main(program, folder, port, f"DocumentRoot {root}\nServerTokens Prod\nTraceEnable Off\n{opened}")


def _caddy(program: str, folder: Path, port: int, place: str) -> list[str]:
    changes = {":80 {": f"http://127.0.0.1:{port} {{", "/srv/cursus/site": f"{folder}/site"}
    _edit(folder / "server/Caddyfile", {**changes, 'vars pad ""': f'vars pad "{place}"'})
    return [program, "run", "--config", f"{folder}/server/Caddyfile", "--adapter", "caddyfile"]


@dataclass(frozen=True)
class Kind:
    """A server, and how it is told of a course."""

    program: str
    command: Callable[[str, Path, int, str], list[str]]


KINDS: Mapping[str, Kind] = {
    "nginx": Kind("nginx", _nginx),
    "apache": Kind("apache2", _apache),
    "htaccess": Kind("apache2", _web_host),
    "caddy": Kind("caddy", _caddy),
}


@contextmanager
def run_server(name: str, program: str, site: Path, place: str = "", turned_on: str = "") -> Iterator[Running]:
    """A server with the course at a place, with a header that an administrator turned on."""
    with tempfile.TemporaryDirectory(prefix="leergang-") as made:
        folder = Path(made).resolve()
        write_bundle(site, folder, turned_on)
        if Path(program).is_relative_to(UNPACKED):  # nobody may look in the home of who runs the tests
            program = shutil.copy2(program, folder)
        port = _free_port()
        command = KINDS[name].command(program, folder, port, place)
        if NOBODY:
            for path in [folder, *folder.rglob("*")]:
                shutil.chown(path, **NOBODY) if not path.is_symlink() else None
        at_home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        environment = {**os.environ, **at_home, "CADDY_ADMIN": f"unix/{folder}/admin"}
        with (folder / "said").open("w") as said:
            process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said, **NOBODY)
            try:
                _await(process, port, folder)
                yield Running(name, port, place, site)
            finally:
                process.terminate()
                process.wait(10)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _await(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    """Until the server answers."""
    for _ in range(500):
        try:
            process.wait(0.02)
        except subprocess.TimeoutExpired:
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    return
        else:
            break
    said = [path.read_text(encoding="utf-8") for path in (folder / "said", folder / "log") if path.exists()]
    raise AssertionError(f"the server doesn't start: {said}")
