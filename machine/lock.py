"""Lock a data directory with flock(2), which ends with its holders however they end."""

import fcntl
import os
import time
from pathlib import Path

POLL_S = 0.02


def take(path: Path, seconds: float = 0.0) -> int | None:
    """Lock a file and return its descriptor; processes that inherit it hold the lock too.

    Returns None when others still hold it after so many seconds.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    deadline = time.monotonic() + seconds
    while not _locked(descriptor):
        if time.monotonic() >= deadline:
            os.close(descriptor)
            return None
        time.sleep(POLL_S)
    # Written over the last pid, padded to the same length, so that it works on a full disk.
    os.pwrite(descriptor, b"%-10d" % os.getpid(), 0)
    return descriptor


def holder(path: Path) -> str:
    """Return the pid of the process that took the lock last."""
    return path.read_text().rstrip()


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
