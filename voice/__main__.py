"""`python -m voice`: renders a day's sentences beside the server."""

import os
import signal
import sys
from pathlib import Path

import msgspec

from machine.process import read_task
from voice.clips import LISTING, VoiceTask, render


def main() -> None:
    """Render the clips and keep their list up to date beside them."""
    # As an exception, so that an engine under way is ended too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    task = read_task(VoiceTask)
    # The hall comes first: engines take seconds of a processor.
    os.nice(10)
    directory = Path(task.directory)
    part = directory / ".clips.part"
    for listing in render(task):
        part.write_bytes(msgspec.json.encode(listing))
        part.replace(directory / LISTING)


if __name__ == "__main__":
    main()
