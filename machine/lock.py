"""Who uses a data directory: a lock that ends with its holders, however they end."""

import fcntl
import os
import time
from pathlib import Path

POLL_S = 0.02


def take(path: Path, patience: float = 0.0) -> int | None:
    """Lock a file for this process and for those that inherit the descriptor returned.

    Returns None when others still have it after `patience` seconds.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    deadline = time.monotonic() + patience
    while not _locked(descriptor):
        if time.monotonic() >= deadline:
            os.close(descriptor)
            return None
        time.sleep(POLL_S)
    # Written over the last one, at its length, so that a full disk is no hindrance.
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
