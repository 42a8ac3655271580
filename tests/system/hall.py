"""The real server as outside programs meet it: started, asked over HTTP, killed."""

import itertools
import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

from live.keys import Role, bearer_token, load_secret
from tests.processes import DYING_WITH_US, free_port, kill_family
from tests.wait import PATIENCE_S, wait_for

PROGRAM = "server"


class Reply(NamedTuple):
    status: int
    body: Any


class RunningHall:
    """`paizhao serve` over a data directory of its own, on a free port."""

    def __init__(
        self,
        data: Path,
        *flags: str,
        home: Path | None = None,
        environ: Mapping[str, str] = {},
        program: str = PROGRAM,
    ) -> None:
        self._serve = [*DYING_WITH_US, sys.executable, "-m", program, "serve"]
        self.data = data
        # Where the program lies: the checkout, or a folder into which a wheel was unpacked.
        self._home = home
        self._environ = os.environ | dict(environ)
        if home:
            self._environ["PYTHONPATH"] = str(home)
        self.flags = flags
        self._ids = itertools.count()
        self._port = free_port()
        self._told_before = ""
        self._logged: list[str] = []
        self.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def start(self, **environ: str) -> None:
        """Start, on the port of the first time, and wait for the ready line."""
        self._environ |= environ
        self._told_before, self._logged = self._told_before + self.greeting(), []
        place = ["--host", "127.0.0.1", "--port", str(self._port), "--data", str(self.data)]
        self.process = subprocess.Popen(
            [*self._serve, *place, *self.flags],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            cwd=self._home, env=self._environ,
        )  # fmt: skip
        # It must not block on what it logs.
        self._drained = threading.Thread(target=self._drain, daemon=True)
        self._drained.start()
        try:
            self._wait_until_ready()
        except BaseException:
            self.kill()
            raise

    def _wait_until_ready(self) -> None:
        assert self.process.stdout is not None
        ready = self.process.stdout.readline()
        assert ready.startswith("ready http://"), self.greeting()
        self.url = ready.split()[1]
        wait_for(lambda: "PIN" in self.greeting(), "the greeting")

    def _drain(self) -> None:
        assert self.process.stderr is not None
        logged = self._logged
        with self.process.stderr as lines:
            for line in lines:
                logged.append(line)

    def greeting(self) -> str:
        """Return what it has told the person at the terminal since it started."""
        return "".join(self._logged)

    def code(self, after: str) -> str:
        """Return the number last told after "the code" or "the PIN", which is told but once."""
        told = re.findall(rf"{after} (\d+)", self._told_before + self.greeting())
        return str(told[-1])

    @property
    def paper(self) -> Path:
        """Where the virtual printer's paper lies, in a drill."""
        return self.data / "drill" / "paper"

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Stop the server where it stands, as a machine out of memory does; it goes on after."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """End the server and all it started without a warning."""
        if self.process.poll() is None:
            kill_family(self.process.pid)
        self._closed()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End the server by a signal and return its exit code."""
        self.process.send_signal(number)
        self._closed()
        return self.process.returncode

    def _closed(self) -> None:
        self.process.wait(PATIENCE_S)
        assert self.process.stdout is not None
        self.process.stdout.close()
        # The pipe ends when the last process that inherited it has.
        self._drained.join(PATIENCE_S)

    def token(self, role: Role = "staff") -> str:
        """Return a role's bearer token."""
        return bearer_token(load_secret(self.data), role)

    def sign_in(self) -> str:
        """Sign in by the PIN and return the cookie."""
        return self._cookie("/api/sign-in", {"pin": self.code("the PIN")})

    def pair(self) -> str:
        """Pair a kiosk and return its cookie."""
        return self._cookie("/api/pair", {"code": self.code("the code")})

    def _cookie(self, path: str, typed: dict[str, str]) -> str:
        body = json.dumps(typed).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, data=body, headers=headers)
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as response:
            return str(response.headers["Set-Cookie"]).partition(";")[0]

    def ask(self, path: str, body: Any = None, token: str = "", **more: str) -> Reply:
        """GET a path, or POST a body to it; `more` are headers."""
        data = None if body is None else json.dumps(body).encode()
        return self._ask(path, data, {"Content-Type": "application/json"} | more, token)

    def upload(self, path: str, content: bytes) -> Reply:
        """POST a file as staff, as a page's form does."""
        part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n'
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        return self._ask(path, part + content + b"\r\n--x--\r\n", headers, self.token())

    def _ask(self, path: str, data: bytes | None, headers: dict[str, str], token: str) -> Reply:
        if token:
            headers["Authorization"] = f"Bearer {token}"
        request = urllib.request.Request(self.url + path, data=data, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_S) as response:
                told = response.read()
                known = "json" in response.headers.get("Content-Type", "")
                return Reply(response.status, json.loads(told) if known else told)
        except urllib.error.HTTPError as error:
            with error:
                told = error.read()
                known = "json" in error.headers.get("Content-Type", "")
                return Reply(error.code, json.loads(told) if known else told)

    def staff(self, kind: str, /, **fields: Any) -> Reply:
        """Send a command as staff."""
        body = {"id": f"t{next(self._ids)}", "type": kind, "venue": "yungu"} | fields
        return self.ask("/api/commands", body, self.token())

    def call(
        self, class_id: str = "huihua-1", station: int = 1, venue: str = "yungu", **fields: Any
    ) -> str:
        """Check a class in, call whoever is first and return their number."""
        self.check_in(class_id, venue=venue, **fields)
        called = self.staff("call_next", station=station, venue=venue)
        return str(called.body["ticket"]["number"])

    def check_in(self, class_id: str, present: int = 20, **fields: Any) -> str:
        """Check a class in and return its number."""
        came = self.staff("check_in", class_id=class_id, present=present, **fields)
        return str(came.body["ticket"]["number"])

    def journal(self, venue: str = "yungu") -> list[dict[str, Any]]:
        told = self.ask(f"/api/journal?venue={venue}", token=self.token())
        events: list[dict[str, Any]] = told.body["events"]
        return events

    def events(self, kind: str) -> list[dict[str, Any]]:
        """Return a venue's events of a kind."""
        return [event for event in self.journal() if event["type"] == kind]

    def board(self) -> dict[str, Any]:
        board: dict[str, Any] = self.ask("/api/board?venue=yungu").body
        return board
