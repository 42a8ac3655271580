"""Files that a power cut leaves whole."""

import os
from pathlib import Path


def put(path: Path, content: bytes) -> None:
    """Replace a file's content; whatever happens, there is the old one or the new."""
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    # The new name too is to be on the disk.
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
