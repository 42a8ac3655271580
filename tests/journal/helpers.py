"""A day to tell of, and a program that can be killed while it owns a store."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Self

from journal.log import Appended, Journal, StoreUnavailable
from journal.store import connect
from queueing.events import Called, Recalled
from tests.processes import DYING_WITH_US

CHINA = timezone(timedelta(hours=8))
MORNING = datetime(2023, 9, 11, 10, 35, tzinfo=CHINA)

CALL = Called(ticket="A001", station=1)
RECALL = Recalled(ticket="A001", station=1)

OWNER = """
import signal, sys
from pathlib import Path
from journal.embedded import EmbeddedStore
# Tests that were started in the background pass on that Ctrl-C is ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
with EmbeddedStore(Path(sys.argv[1])) as url:
    print(url, flush=True)
    signal.pause()
"""


def append(
    journal: Journal, *events: Called | Recalled, command: str = "one", **more: object
) -> Appended:
    return journal.append(events or (CALL,), **{"at": MORNING, "id": command, "by": "前台"} | more)


def answers(ask: Callable[[], object]) -> bool:
    try:
        ask()
    except StoreUnavailable:
        return False
    return True


class Owner:
    """A program that owns the store of a directory, with its guardian and its server."""

    def __init__(self, directory: Path, *prefix: str) -> None:
        self.process = subprocess.Popen(
            [*DYING_WITH_US, *prefix, sys.executable, "-c", OWNER, directory],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.url = self.process.stdout.readline().strip()
        assert self.url, self.process.stderr.read()
        self.root = Path(f"/proc/{self.process.pid}/root")
        self.client = connect(self.url.replace("unix://", f"unix://{self.root}"))
        self.journal = Journal(self.client, "yungu")
        # The directory as the owner sees it, who may have mounted a disk of its own there.
        self.directory = self.root / directory.relative_to("/")
        self.guardian = int((self.directory / "store.lock").read_text())

    @property
    def server(self) -> int:
        return self.client.info("server")["process_id"]

    def kill_all(self) -> None:
        for pid in (self.process.pid, self.guardian, self.server):
            os.kill(pid, signal.SIGKILL)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()
        with suppress(ProcessLookupError):
            os.kill(self.process.pid, signal.SIGKILL)
        self.process.communicate()
