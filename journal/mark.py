"""The high-water mark: how far each log is known to have reached the disk."""

import json
from pathlib import Path

from machine.disk import put


class Mark:
    """The last version of every log, kept outside the store, which cannot miss what it has lost."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.versions: dict[str, int] = json.loads(path.read_bytes()) if path.exists() else {}

    def advance(self, versions: dict[str, int]) -> None:
        """Put the versions on the disk, when they are not those that are there."""
        if versions == self.versions:
            return
        put(self._path, json.dumps(versions).encode())
        self.versions = versions
