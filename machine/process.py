"""Processes that end together."""

import ctypes
import os
import signal
import subprocess

# prctl(2): the signal that a process gets when its parent ends.
PR_SET_PDEATHSIG = 1


def die_with(parent: int, by: signal.Signals) -> None:
    """Let the kernel signal this process when its parent ends, or leave if it has ended already."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, by)
    if os.getppid() != parent:
        os._exit(1)


def end(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Terminate a process, and kill it when it has not ended within so many seconds."""
    process.terminate()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
