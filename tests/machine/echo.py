"""A process that prints its task and stays until its parent ends."""

import signal
import sys

from msgspec import Struct

from machine.process import read_task


class EchoTask(Struct):
    """What to print."""

    word: str


if __name__ == "__main__":
    sys.stdout.write(read_task(EchoTask).word + "\n")
    sys.stdout.flush()
    signal.pause()
