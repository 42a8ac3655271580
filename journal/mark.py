"""The high-water mark: how far each log is known to have reached the disk."""

import json
import os
from pathlib import Path


class Mark:
    """The last version of every log, kept outside the store, which cannot miss what it has lost."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.versions: dict[str, int] = json.loads(path.read_bytes()) if path.exists() else {}

    def keep(self, versions: dict[str, int]) -> None:
        """Put the versions on the disk, when they are not those that are there."""
        if versions == self.versions:
            return
        fresh = self._path.with_suffix(".new")
        with fresh.open("w") as file:
            json.dump(versions, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        self.versions = versions
