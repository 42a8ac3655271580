"""Processes beside ours: each reads its task from its standard input and ends when we end."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO, Any, TypeVar, cast

import msgspec
from msgspec import Raw, Struct

# prctl(2): the signal that a process gets when its parent ends.
PR_SET_PDEATHSIG = 1

Task = TypeVar("Task", bound=Struct)


class Envelope(Struct, frozen=True):
    """The line that a process reads first: its parent's process id and its task."""

    parent: int
    task: Raw


def start(module: str, task: Struct, **options: Any) -> subprocess.Popen[bytes]:
    """Start `python -m module`, which begins by `read_task`; `options` are those of Popen."""
    process = subprocess.Popen(  # noqa: S603 - the module is one of ours
        [sys.executable, "-m", module], stdin=subprocess.PIPE, **options
    )
    stdin = cast(IO[bytes], process.stdin)
    # One that died before it read is found ended by whoever waits for it.
    with contextlib.suppress(BrokenPipeError):
        stdin.write(task_line(task))
        stdin.close()
    # Or else `communicate` would flush the closed file, and raise ValueError.
    process.stdin = None
    return process


def read_task(kind: type[Task], by: signal.Signals = signal.SIGTERM) -> Task:
    """Return the task that our parent wrote; from here on its end ends us with the signal `by`."""
    line = sys.stdin.buffer.readline()
    if not line:
        sys.exit("the parent ended before it gave a task")
    envelope = msgspec.json.decode(line, type=Envelope)
    set_parent_death_signal(envelope.parent, by)
    return msgspec.json.decode(envelope.task, type=kind)


def task_line(task: Struct) -> bytes:
    """Return the line from which a child of this process reads its task."""
    return msgspec.json.encode(Envelope(os.getpid(), Raw(msgspec.json.encode(task)))) + b"\n"


def set_parent_death_signal(parent: int, by: signal.Signals) -> None:
    """Have the kernel signal this process when its parent ends; leave if it has ended already."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, by)
    if os.getppid() != parent:
        os._exit(1)


def end(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Terminate a process; kill it and all that it started if it has not ended after `seconds`."""
    process.terminate()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        for pid in family(process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()


def family(pid: int) -> list[int]:
    """Return a process and all that it started, those first that were started last (proc(5))."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [
            int(child) for task in tasks for child in (task / "children").read_text().split()
        ]
    except (FileNotFoundError, ProcessLookupError):
        children = []
    return [*(each for child in reversed(children) for each in family(child)), pid]
