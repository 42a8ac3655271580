"""The one way in which a test waits: for a condition, never for a time."""

import time
from collections.abc import Callable
from typing import TypeVar

# No machine is so slow, and nothing waits so long when all is well.
PATIENCE_S = 60.0
PATIENCE_MS = 1000 * PATIENCE_S

Value = TypeVar("Value")


def wait_for(met: Callable[[], Value], what: str = "it") -> Value:
    """Return what a condition returns once that is true."""
    deadline = time.monotonic() + PATIENCE_S
    while not (value := met()):
        assert time.monotonic() < deadline, f"{what} never came about"
        time.sleep(0.01)
    return value
