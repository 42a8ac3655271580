"""The real server as outside programs meet it: started, asked over HTTP, killed."""

import itertools
import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

# The server dies with the tests, however these end; all that it starts dies with it.
SERVE = ["setpriv", "--pdeathsig", "KILL", "--", sys.executable, "-m", "server", "serve"]
# Long enough for a slow machine; nothing waits for it when all is well.
PATIENCE_S = 30.0


class Answer(NamedTuple):
    status: int
    body: Any


class RunningHall:
    """`paizhao serve` over a data directory of its own, on a free port."""

    def __init__(self, data: Path, *flags: str, home: Path | None = None) -> None:
        self.data = data
        # Where the program lies: the checkout, or a folder into which a wheel was unpacked.
        self._home = home
        self.flags = flags
        self._ids = itertools.count()
        self._port = 0
        self._tokens: dict[str, str] = {}
        self.start()

    def start(self) -> None:
        """Start, on the port of the first time if there was one, and wait for the ready line."""
        command = [
            *SERVE,
            "--host",
            "127.0.0.1",
            "--port",
            str(self._port),
            "--data",
            str(self.data),
        ]
        environ = os.environ | ({"PYTHONPATH": str(self._home)} if self._home else {})
        self.process = subprocess.Popen(
            [*command, *self.flags],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            cwd=self._home, env=environ,
        )  # fmt: skip
        assert self.process.stdout is not None
        ready = self.process.stdout.readline()
        assert ready.startswith("ready http://127.0.0.1:"), self.greeting()
        self.url = ready.split()[1]
        self._port = int(self.url.rpartition(":")[2])
        # Nobody reads what it logs from here on, and it must not block on that.
        self._greeting: list[str] = []
        self._drained = threading.Thread(target=self._drain, daemon=True)
        self._drained.start()
        wait_for(lambda: any("PIN" in line for line in self._greeting))

    def _drain(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as lines:
            for line in lines:
                self._greeting.append(line)

    def greeting(self) -> str:
        """Give what it has told the person at the terminal."""
        return "".join(self._greeting)

    def code(self, after: str) -> str:
        """Read a number from the greeting: the word after "the code" or "the PIN"."""
        return self.greeting().partition(f"{after} ")[2].split()[0]

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
        children = descendants(self.process.pid)
        for pid in [self.process.pid, *children]:
            with_no_such_process(lambda pid=pid: os.kill(pid, signal.SIGKILL))
        self._closed()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End the server by a signal and give its exit code."""
        self.process.send_signal(number)
        self._closed()
        return self.process.returncode

    def _closed(self) -> None:
        self.process.wait(PATIENCE_S)
        assert self.process.stdout is not None
        self.process.stdout.close()
        # The pipe ends when the last process that inherited it has.
        self._drained.join(PATIENCE_S)

    def token(self, role: str = "staff") -> str:
        """Give a bearer token; it holds over restarts, so it is asked for once."""
        if role not in self._tokens:
            made = subprocess.run(
                [sys.executable, "-m", "server", "token", role, "--data", str(self.data)],
                check=True, capture_output=True, text=True,
            )  # fmt: skip
            self._tokens[role] = made.stdout.strip()
        return self._tokens[role]

    def sign_in(self) -> str:
        """Sign in by the PIN and give the cookie."""
        body = json.dumps({"pin": self.code("the PIN")}).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.url}/api/sign-in", data=body, headers=headers)
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as response:
            return str(response.headers["Set-Cookie"]).partition(";")[0]

    def ask(self, path: str, body: Any = None, token: str = "", **more: str) -> Answer:
        """GET a path, or POST a body to it; `more` are headers."""
        data = None if body is None else json.dumps(body).encode()
        return self._ask(path, data, {"Content-Type": "application/json"} | more, token)

    def upload(self, path: str, content: bytes) -> Answer:
        """POST a file as staff, as a page's form does."""
        part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n'
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        return self._ask(path, part + content + b"\r\n--x--\r\n", headers, self.token())

    def _ask(self, path: str, data: bytes | None, headers: dict[str, str], token: str) -> Answer:
        if token:
            headers["Authorization"] = f"Bearer {token}"
        request = urllib.request.Request(self.url + path, data=data, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_S) as response:
                told = response.read()
                known = "json" in response.headers.get("Content-Type", "")
                return Answer(response.status, json.loads(told) if known else told)
        except urllib.error.HTTPError as error:
            with error:
                told = error.read()
                known = "json" in error.headers.get("Content-Type", "")
                return Answer(error.code, json.loads(told) if known else told)

    def staff(self, kind: str, /, **fields: Any) -> Answer:
        """Give a command as staff."""
        body = {"id": f"t{next(self._ids)}", "type": kind, "venue": "yungu"} | fields
        return self.ask("/api/commands", body, self.token())

    def journal(self) -> list[dict[str, Any]]:
        told = self.ask("/api/journal?venue=yungu", token=self.token())
        events: list[dict[str, Any]] = told.body["events"]
        return events

    def board(self) -> dict[str, Any]:
        board: dict[str, Any] = self.ask("/api/board?venue=yungu").body
        return board


def wait_for(met: Callable[[], Any], patience: float = PATIENCE_S) -> Any:
    """Wait until a condition holds and give what it gave."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if value := met():
            return value
        time.sleep(0.02)
    raise AssertionError("it never came about")


def descendants(pid: int) -> list[int]:
    """List a process's children and theirs."""
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        children = [int(c) for task in tasks for c in (task / "children").read_text().split()]
    except FileNotFoundError:
        return []
    return children + [far for child in children for far in descendants(child)]


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that ended and is not yet reaped does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def with_no_such_process(act: Callable[[], object]) -> None:
    """Do something to a process that may be gone by then."""
    try:
        act()
    except ProcessLookupError:
        return
