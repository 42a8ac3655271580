"""Processes as the tests see them: started to die with the tests, looked for, ended."""

import os
import signal
import socket
from contextlib import suppress
from pathlib import Path
from random import randrange

# Before a command: the kernel kills it when the tests end, however they do.
DYING_WITH_US = ("setpriv", "--pdeathsig", "KILL", "--")
# Below those that Linux gives to whoever asks for any.
PORTS = (20_000, 32_000)


def alive(pid: int) -> bool:
    """Return whether a process runs; one that ended and is not yet reaped does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def descendants(pid: int) -> list[int]:
    """List a process's children and theirs."""
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        children = [int(c) for task in tasks for c in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []
    return children + [far for child in children for far in descendants(child)]


def kill_family(pid: int) -> None:
    """Kill a process and all that it started."""
    for each in [pid, *descendants(pid)]:
        with suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)


def free_port() -> int:
    """Return a port that stays free while who listens on it is away."""
    while True:
        with suppress(OSError), socket.create_server(("127.0.0.1", port := randrange(*PORTS))):
            return port
