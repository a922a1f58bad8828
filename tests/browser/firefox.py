"""The Firefox that the system has, over WebDriver BiDi: playwright drives only a Firefox of its own making."""

import base64
import json
import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

WAIT = 60
"""Seconds after which something is wrong, however busy the computer is."""
OLDEST = 153
"""The first that was tried; one of before 148 or so doesn't let its settings be changed this way."""
ARGUMENTS = ["--headless", "--no-remote", "--remote-debugging-port=0", "--remote-allow-system-access"]
READY = {"domcontentloaded": "interactive", "load": "complete"}


class Firefox:
    """A running Firefox."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.count = 0
        self.complaints: list[str] = []
        """Every error in a console."""
        started = self.command("session.new", capabilities={})
        self.version = int(started["capabilities"]["browserVersion"].split(".")[0])
        self.command("session.subscribe", events=["log.entryAdded"])

    def command(self, method: str, **parameters: Any) -> Any:
        """Have a command of the protocol done."""
        self.count += 1
        self.connection.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while (answer := json.loads(self.connection.recv(timeout=WAIT))).get("id") != self.count:
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] == "error":
                self.complaints.append(answer["params"]["text"])
        assert answer["type"] == "success", answer
        return answer["result"]

    def open_tab(self, person: str, url: str, *, storage: bool = True) -> "FirefoxTab":
        """A new tab of someone (a user context); without storage in one that was opened while the settings forbade it."""
        tab = FirefoxTab(self, self.command("browsingContext.create", type="tab", userContext=person)["context"])
        if not storage:
            self._set("setIntPref('network.cookie.cookieBehavior', 2)")  # what "block all cookies" sets
        tab.goto(url, wait_until="domcontentloaded")
        if not storage:
            self._set("clearUserPref('network.cookie.cookieBehavior')")
        return tab

    def _set(self, call: str) -> None:
        """Change a setting, which takes the browser's own window."""
        tree = self.command("browsingContext.getTree", **{"moz:scope": "chrome"})
        FirefoxTab(self, tree["contexts"][0]["context"]).evaluate(f"() => Services.prefs.{call}")


class FirefoxTab:
    """As much of a playwright Page as a test in both browsers needs."""

    def __init__(self, firefox: Firefox, context: str) -> None:
        self.firefox, self.context = firefox, context

    def goto(self, url: str, wait_until: str = "load") -> None:
        self.firefox.command("browsingContext.navigate", context=self.context, url=url, wait=READY[wait_until])

    def reload(self, wait_until: str = "load") -> None:
        self.firefox.command("browsingContext.reload", context=self.context, wait=READY[wait_until])

    def close(self) -> None:
        self.firefox.command("browsingContext.close", context=self.context)

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """What a function gives; what goes in and comes out is JSON."""
        done = self.firefox.command(
            "script.callFunction", target={"context": self.context}, awaitPromise=True,
            functionDeclaration=f"async text => JSON.stringify(await ({script})(JSON.parse(text)) ?? null)",
            arguments=[{"type": "string", "value": json.dumps(argument)}],
        )  # fmt: skip
        assert done["type"] == "success", done["exceptionDetails"]["text"]
        return json.loads(done["result"]["value"])

    def pdf(self) -> bytes:
        """The page as it is printed, on A4."""
        size = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self.firefox.command("browsingContext.print", context=self.context, page=size)["data"])


@contextmanager
def run_firefox(program: str, folder: Path) -> Iterator[Firefox]:
    """A Firefox with a profile in an empty folder, which is its home as well."""
    log = folder / "log"
    with log.open("wb") as output:
        command = [program, *ARGUMENTS, "--profile", str(folder)]
        process = subprocess.Popen(command, stdout=output, stderr=output, env={**os.environ, "HOME": str(folder)})
    try:
        with connect(f"{_address(process, log)}/session", compression=None, max_size=None) as connection:
            yield Firefox(connection)
    finally:
        process.terminate()
        process.wait(WAIT)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Where a Firefox that was just started says that it listens."""
    until = time.monotonic() + WAIT
    while not (found := re.search(r"WebDriver BiDi listening on (ws://\S+)\n", log.read_text())):
        assert process.poll() is None and time.monotonic() < until, f"Firefox doesn't start: {log.read_text()}"
        time.sleep(0.05)
    return found[1]
